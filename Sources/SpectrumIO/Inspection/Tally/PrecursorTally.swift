internal import SpectrumModel

/// Counts of what fragment spectra state about their first precursor.
struct PrecursorTally: Sendable {
    private var charges = CappedCounts<Int>()
    private var possibleChargesAlone = 0
    private var activations: [[DissociationMethod]: Int] = [:]
    /// By width in Th, to a hundredth.
    private var isolationWidths = CappedCounts<Double>()
    private var withoutIsolation = 0

    /// Counts a fragment spectrum by its first precursor, if it has one.
    mutating func add(_ precursor: Precursor?) {
        charges.add(precursor?.charge ?? 0)
        if let precursor, precursor.charge == nil, !precursor.possibleCharges.isEmpty { possibleChargesAlone += 1 }
        activations[precursor?.activation.methods ?? [], default: 0] += 1
        // A window of which only the target is stated has no width.
        if let window = precursor?.isolationWindow, window.upperMZ > window.lowerMZ {
            isolationWidths.add(((window.upperMZ - window.lowerMZ) * 100).rounded() / 100)
        } else {
            withoutIsolation += 1
        }
    }

    /// Adds the counts of what came later.
    mutating func merge(_ later: PrecursorTally) {
        charges.merge(later.charges)
        possibleChargesAlone += later.possibleChargesAlone
        activations.merge(later.activations, uniquingKeysWith: +)
        isolationWidths.merge(later.isolationWidths)
        withoutIsolation += later.withoutIsolation
    }

    /// Writes the counts into an inspection.
    func fill(_ inspection: inout SpectrumFileInspection) {
        inspection.charges = charges.counts
        inspection.possibleChargesAlone = possibleChargesAlone
        inspection.activations = [:]
        for (methods, count) in activations {
            let name =
                methods.isEmpty ? SpectrumFileInspection.notStated : methods.map(\.rawValue).joined(separator: "+")
            inspection.activations[name, default: 0] += count
        }
        inspection.isolationWidths = isolationWidths.named { "\($0)" }
        if withoutIsolation > 0 { inspection.isolationWidths[SpectrumFileInspection.notStated] = withoutIsolation }
    }
}
