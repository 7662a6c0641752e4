internal import SpectrumIO
internal import SpectrumModel

/// What was read and can be written reads back the same.
enum WritingRules {
    /// Writes the spectra as mzML, which keeps all of a spectrum, and reads them back.
    static func check(_ outcome: Outcome) {
        let path = "\(ScratchFolder.path)/written.mzML"
        var identifiers: Set<String> = []
        let spectra = outcome.spectra.compactMap(\.spectrum).filter { identifiers.insert($0.nativeID).inserted }
        guard let written = write(spectra, to: path) else { return }
        let again = Outcome(path: path, jobs: 1)
        require(again.error == nil, "what was written is refused: \(again.inWords)")
        require(again.spectra.count == written.count, "\(written.count) spectra were written, \(again.inWords) read")
        for (entry, spectrum) in zip(again.spectra, written) {
            guard let found = entry.spectrum else { stop("a spectrum that was written is set aside: \(entry)") }
            // Identifiers in the form of no vendor become titles, and the spectrum is called after its position.
            let isKept = found.nativeID == spectrum.nativeID || found.nativeID == "index=\(found.index)"
            require(isKept, "\"\(spectrum.nativeID)\" comes back as \"\(found.nativeID)\"")
            require(found.msLevel == spectrum.msLevel, "the level of \"\(spectrum.nativeID)\" has changed")
            require(found.mz == spectrum.mz, "m/z of \"\(spectrum.nativeID)\" have changed")
            require(
                found.intensities.map(Float.init) == spectrum.intensities.map(Float.init),
                "intensities of \"\(spectrum.nativeID)\" have changed")
        }
    }

    /// The spectra that could be written; `nil` where the file cannot be.
    private static func write(_ spectra: [Spectrum], to path: String) -> [Spectrum]? {
        do throws(SpectrumWriteError) {
            let encoder = SpectrumEncoder(format: .mzML)
            var encoded: [(Spectrum, EncodedSpectrum)] = []
            for spectrum in spectra {
                // A spectrum with a number that no file can have is refused, with a sentence.
                if let text = try? encoder.encode(spectrum) { encoded.append((spectrum, text)) }
            }
            let writer = try SpectrumFileWriter(
                path: path, format: .mzML,
                description: SpectrumFileDescription(runID: "f", softwareVersion: "1", spectrumCount: encoded.count))
            for (_, text) in encoded { try writer.append(text) }
            try writer.finish()
            return encoded.map(\.0)
        } catch {
            if case .repeatedIdentifier = error { return nil }
            stop("spectra that were encoded cannot be written: \(error)")
        }
    }
}
