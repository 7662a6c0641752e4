internal import SpectrumModel

/// A `<precursor>` while it is being read.
struct MzMLPrecursorDraft {
    /// A `<selectedIon>` while it is being read.
    struct Ion {
        var mz: Double?
        var charge: Int?
        var possibleCharges: [Int] = []
        var intensity: Double?
        var ionMobilities: [IonMobility] = []
    }

    var ions: [Ion] = []
    var isolationTarget: Double?
    var isolationLowerOffset: Double?
    var isolationUpperOffset: Double?
    var isolationLowerLimit: Double?
    var isolationUpperLimit: Double?
    var methods: [DissociationMethod] = []
    var collisionEnergy: Double?
    var sourceSpectrumID: String?
    /// A charge stated inside the precursor but outside of its ions.
    var misplacedCharge: Int?

    /// Whether what is called the offsets of the window is its limits, as some writers have it: the target lies between the
    /// two, and taken as offsets they would make a window from below half the target to beyond its double.
    var statesLimitsAsOffsets: Bool {
        guard let target = isolationTarget, let lower = isolationLowerOffset, let upper = isolationUpperOffset else {
            return false
        }
        return target / 2 < lower && lower < target && target < upper
    }

    /// The window; offsets that the file leaves out, and does not state as limits, are 0. Limits without a target have it
    /// half way between them.
    private var isolationWindow: IsolationWindow? {
        var middle: Double?
        if let lower = isolationLowerLimit, let upper = isolationUpperLimit { middle = (lower + upper) / 2 }
        guard let target = isolationTarget ?? middle else { return nil }
        if statesLimitsAsOffsets, let lower = isolationLowerOffset, let upper = isolationUpperOffset {
            return IsolationWindow(targetMZ: target, lowerOffset: target - lower, upperOffset: upper - target)
        }
        let lowerOffset = isolationLowerOffset ?? isolationLowerLimit.map { target - $0 } ?? 0
        let upperOffset = isolationUpperOffset ?? isolationUpperLimit.map { $0 - target } ?? 0
        return IsolationWindow(
            targetMZ: target, lowerOffset: max(0, lowerOffset), upperOffset: max(0, upperOffset))
    }

    /// One precursor for each ion with an m/z of its own, all with the same window and activation; one without ion
    /// where the file gives none.
    ///
    /// A later ion without m/z, or with the m/z of the one before, adds what that one lacks. Charges of one ion that
    /// contradict each other become possible charges.
    ///
    /// - Parameter misplaced: set where a charge outside of the ions was used.
    func precursors(misplaced: inout Bool) -> [Precursor] {
        var merged: [Ion] = []
        for ion in ions {
            if let last = merged.last, ion.mz == nil || ion.mz == last.mz || last.mz == nil {
                merged[merged.count - 1] = Self.merge(last, ion)
            } else {
                merged.append(ion)
            }
        }
        if merged.isEmpty { merged = [Ion()] }
        if let misplacedCharge, merged.count == 1, merged[0].charge == nil, merged[0].possibleCharges.isEmpty {
            merged[0].charge = misplacedCharge
            misplaced = true
        }
        return merged.map(precursor)
    }

    private static func merge(_ first: Ion, _ second: Ion) -> Ion {
        var ion = first
        ion.mz = first.mz ?? second.mz
        ion.intensity = first.intensity ?? second.intensity
        ion.possibleCharges += second.possibleCharges
        for mobility in second.ionMobilities { ion.ionMobilities.addIfNew(mobility) }
        if let one = first.charge, let other = second.charge, one != other {
            ion.possibleCharges += [one, other]
            ion.charge = nil
        } else {
            ion.charge = first.charge ?? second.charge
        }
        return ion
    }

    private func precursor(_ ion: Ion) -> Precursor {
        Precursor(
            mz: ion.mz, charge: ion.charge,
            possibleCharges: ion.charge == nil ? ion.possibleCharges.uniqueAscending : [],
            intensity: ion.intensity, ionMobilities: ion.ionMobilities, isolationWindow: isolationWindow,
            activation: Activation(methods: methods.uniqueAscending, collisionEnergy: collisionEnergy),
            sourceSpectrumID: sourceSpectrumID)
    }
}

extension Array where Element: Comparable {
    /// The elements in ascending order, without repeats.
    var uniqueAscending: [Element] {
        var result: [Element] = []
        for element in sorted() where result.last != element { result.append(element) }
        return result
    }
}

extension [IonMobility] {
    /// Appends a value of a quantity that there is none of yet.
    mutating func addIfNew(_ mobility: IonMobility) {
        if self[mobility.quantity] == nil { append(mobility) }
    }
}
