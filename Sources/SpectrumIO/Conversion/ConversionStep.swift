import SpectrumModel

/// Encodes the wanted spectra of a batch; called in the workers.
struct ConversionStep: Sendable {
    let format: WrittenSpectrumFormat
    let mzPrecision: FloatPrecision
    let selection: SpectrumSelection
    /// Identifiers of all spectra the output will hold, where references have to be checked against them.
    let kept: Set<String>?
    /// Turns profile spectra into peaks, where that is asked for.
    let pickPeaks: (@Sendable (Spectrum) -> Spectrum)?

    /// A batch in the format of the output.
    struct Encoded: Sendable {
        var texts: [EncodedSpectrum] = []
        var notSelected = 0
        var notRepresentable = 0
        var firstNotRepresentable: String?
    }

    func encode(_ spectra: [ReadSpectrum]) throws(SpectrumWriteError) -> Encoded {
        let encoder = SpectrumEncoder(format: format, mzPrecision: mzPrecision)
        var encoded = Encoded()
        for case .spectrum(let spectrum) in spectra {
            guard selection.contains(spectrum) else {
                encoded.notSelected += 1
                continue
            }
            do {
                encoded.texts.append(try encoder.encode(withoutLooseReferences(pickPeaks?(spectrum) ?? spectrum)))
            } catch .notRepresentable(_, _, let reason) {
                encoded.notRepresentable += 1
                encoded.firstNotRepresentable = encoded.firstNotRepresentable ?? reason
            }
        }
        return encoded
    }

    /// A precursor may name the spectrum it was selected in only where that is in the output too.
    private func withoutLooseReferences(_ spectrum: Spectrum) -> Spectrum {
        guard let kept else { return spectrum }
        var spectrum = spectrum
        for index in spectrum.precursors.indices {
            if let source = spectrum.precursors[index].sourceSpectrumID, !kept.contains(source) {
                spectrum.precursors[index].sourceSpectrumID = nil
            }
        }
        return spectrum
    }
}
