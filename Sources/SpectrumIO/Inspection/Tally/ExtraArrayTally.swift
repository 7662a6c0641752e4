internal import SpectrumModel

/// Which arrays spectra have besides those of m/z and intensity.
struct ExtraArrayTally: Sendable {
    private struct Values: Sendable {
        var spectra = 0
        var unit: String?
        var range: ClosedRange<Double>?
    }

    /// Names that are told apart; a file may give any to its own arrays.
    private static let limit = 100
    private var arrays: [String: Values] = [:]

    /// Adds the arrays of a spectrum. Their values are gone through: few files have any.
    mutating func add(_ spectrum: Spectrum) {
        for array in spectrum.extraArrays {
            add(
                array.name,
                Values(spectra: 1, unit: array.unitName, range: Self.range(of: array.values)))
        }
    }

    /// Adds the arrays of what came later.
    mutating func merge(_ later: ExtraArrayTally) {
        for (name, values) in later.arrays.sorted(by: { $0.key < $1.key }) { add(name, values) }
    }

    /// The arrays in order of their names.
    var findings: [SpectrumFileInspection.ExtraArrayFinding] {
        arrays.sorted { $0.key < $1.key }.map { name, values in
            .init(
                name: name, unit: values.unit, spectra: values.spectra,
                range: values.range.map { [$0.lowerBound, $0.upperBound] })
        }
    }

    private mutating func add(_ name: String, _ new: Values) {
        let name = arrays[name] != nil || arrays.count < Self.limit ? name : "others"
        guard var values = arrays[name] else {
            arrays[name] = new
            return
        }
        values.spectra += new.spectra
        values.unit = values.unit ?? new.unit
        if let range = new.range { values.range = values.range?.widened(to: range) ?? range }
        arrays[name] = values
    }

    /// Least and greatest of the values that are finite.
    private static func range(of values: [Double]) -> ClosedRange<Double>? {
        values.withUnsafeBufferPointer { values in
            var least = Double.infinity
            var greatest = -Double.infinity
            for value in values where value.magnitude < .infinity {
                least = min(least, value)
                greatest = max(greatest, value)
            }
            return least <= greatest ? least...greatest : nil
        }
    }
}
