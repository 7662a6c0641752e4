internal import SpectrumModel

/// Which quantities of ion mobility spectra state, for the scan, the selected ion or each peak, and between which values.
struct IonMobilityTally: Sendable {
    private struct Values: Sendable {
        var spectra = 0
        var range: ClosedRange<Double>
        var distinct = CappedCounts<Double>()
    }

    private var quantities: [IonMobility.Quantity: Values] = [:]

    /// Adds what a spectrum states; one quantity counts once, that of the scan before those of the ions.
    mutating func add(_ spectrum: Spectrum) {
        guard !spectrum.scan.ionMobilities.isEmpty || spectrum.precursors.contains(where: { !$0.ionMobilities.isEmpty })
        else { return }
        for quantity in IonMobility.Quantity.allCases {
            let ofIon = spectrum.precursors.lazy.compactMap { $0.ionMobilities[quantity] }.first
            guard let value = spectrum.scan.ionMobilities[quantity] ?? ofIon else { continue }
            var values = quantities[quantity] ?? Values(range: value...value)
            values.spectra += 1
            values.range = values.range.widened(to: value...value)
            // Only compensation voltages are few by nature.
            if quantity == .compensationVoltage { values.distinct.add(value) }
            quantities[quantity] = values
        }
    }

    /// Adds what came later.
    mutating func merge(_ later: IonMobilityTally) {
        for (quantity, new) in later.quantities {
            guard var values = quantities[quantity] else {
                quantities[quantity] = new
                continue
            }
            values.spectra += new.spectra
            values.range = values.range.widened(to: new.range)
            values.distinct.merge(new.distinct)
            quantities[quantity] = values
        }
    }

    /// The quantities that occur, in their order.
    var findings: [SpectrumFileInspection.IonMobilityFinding] {
        IonMobility.Quantity.allCases.compactMap { quantity in
            quantities[quantity].map { values in
                let byValue = values.distinct.counts.sorted { $0.key < $1.key }
                return SpectrumFileInspection.IonMobilityFinding(
                    quantity: quantity.rawValue, spectra: values.spectra,
                    range: [values.range.lowerBound, values.range.upperBound],
                    values: byValue.map { .init(value: $0.key, spectra: $0.value) })
            }
        }
    }
}

extension ClosedRange<Double> {
    /// The smallest range with both in it.
    func widened(to other: ClosedRange<Double>) -> ClosedRange<Double> {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}
