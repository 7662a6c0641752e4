internal import SpectrumIO
internal import SpectrumModel

/// What holds for everything that a reader of spectra delivers, whatever it was given.
enum SpectrumRules {
    /// Checks a reading: each spectrum by itself, and the account of the whole.
    static func check(_ outcome: Outcome) {
        for (position, entry) in outcome.spectra.enumerated() {
            require(entry.index == position, "spectrum \(position) has the index \(entry.index)")
            switch entry {
            case .spectrum(let spectrum): check(spectrum)
            case .setAside(let summary, let message, _):
                require(summary.setAside != nil, "spectrum \(position) is set aside without a reason")
                require(!message.isEmpty, "spectrum \(position) is set aside without a sentence")
            }
        }
        require((outcome.summary == nil) != (outcome.error == nil), "a reading has an account or an error")
        if let error = outcome.error { require(!"\(error)".isEmpty, "an error has no sentence") }
        if let summary = outcome.summary { check(summary, of: outcome.spectra) }
    }

    private static func check(_ spectrum: Spectrum) {
        let place = "spectrum \(spectrum.index)"
        require(!spectrum.nativeID.isEmpty || spectrum.nativeID.utf8.isEmpty, "\(place) has no identifier")
        require(spectrum.msLevel >= 1, "\(place) has the MS level \(spectrum.msLevel)")
        require(spectrum.mz.count == spectrum.intensities.count, "\(place): m/z and intensities differ in number")
        require(spectrum.mz.allSatisfy { $0 >= 0 && $0 < .infinity }, "\(place): an m/z is no m/z")
        require(zip(spectrum.mz, spectrum.mz.dropFirst()).allSatisfy { $0 <= $1 }, "\(place): m/z do not ascend")
        require(spectrum.intensities.allSatisfy(\.isFinite), "\(place): an intensity is not finite")
        require(spectrum.retentionTimeSeconds?.isFinite ?? true, "\(place): its time is not finite")
        for array in spectrum.extraArrays {
            require(array.values.count == spectrum.mz.count, "\(place): array \"\(array.name)\" has another length")
        }
        for precursor in spectrum.precursors { check(precursor, place) }
    }

    private static func check(_ precursor: Precursor, _ place: String) {
        require(precursor.mz.map { $0 > 0 && $0 < .infinity } ?? true, "\(place): its precursor has no m/z")
        let charges = [precursor.charge].compactMap { $0 } + precursor.possibleCharges
        require(charges.allSatisfy { $0 >= 1 && $0 < 1000 }, "\(place): its precursor has the charges \(charges)")
        require(precursor.intensity?.isFinite ?? true, "\(place): the intensity of its precursor is not finite")
    }

    /// The account adds up to what was delivered.
    private static func check(_ summary: SpectrumFileSummary, of spectra: [ReadSpectrum]) {
        let delivered = spectra.compactMap(\.spectrum)
        let levels = Dictionary(grouping: delivered, by: \.msLevel).mapValues(\.count)
        require(summary.spectrumCount == spectra.count, "\(summary.spectrumCount) counted of \(spectra.count) spectra")
        require(summary.countsByLevel == levels, "the account has the levels \(summary.countsByLevel), not \(levels)")
        let setAside = summary.setAside.values.reduce(0, +)
        require(setAside == spectra.count - delivered.count, "the account has \(setAside) spectra set aside")
        let peaks = delivered.reduce(0) { $0 + $1.peakCount }
        require(summary.peakCount == peaks, "the account has \(summary.peakCount) peaks, not \(peaks)")
    }
}
