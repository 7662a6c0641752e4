internal import SpectrumIO
internal import SpectrumModel
internal import Synchronization

/// All that one reading of a spectra file gives.
struct Outcome: Sendable, Equatable {
    /// What was delivered, in order; everything before the damage where there is an error.
    var spectra: [ReadSpectrum] = []
    /// The account, where the file was read to its end.
    var summary: SpectrumFileSummary?
    /// Why the file was refused.
    var error: SpectrumReadError?

    /// Reads the file.
    init(path: String, jobs: Int) {
        self = wait {
            let delivered = Delivered()
            var outcome = Outcome()
            do {
                outcome.summary = try await SpectrumFile(path: path).read(
                    jobs: jobs, takingDigest: true, acceptingFewerSpectra: true, transform: { $0.spectra },
                    deliver: { spectra in delivered.spectra.withLock { $0 += spectra } })
            } catch let error as SpectrumReadError {
                outcome.error = error
            } catch {
                stop("reading ends with an error of another kind: \(error)")
            }
            outcome.spectra = delivered.spectra.withLock { $0 }
            return outcome
        }
    }

    private init() {}

    /// Native identifiers, peaks and reasons, without places in the file.
    var content: [SpectrumContent] { spectra.map(SpectrumContent.init) }

    /// In words, for messages.
    var inWords: String {
        error.map { "\(spectra.count) spectra, then \"\($0)\"" } ?? "\(spectra.count) spectra"
    }
}

/// A spectrum, or what is known of one set aside, without its place in the file.
struct SpectrumContent: Equatable {
    var spectrum: Spectrum?
    var summary: SpectrumSummary?

    init(_ read: ReadSpectrum) {
        switch read {
        case .spectrum(let spectrum): self.spectrum = spectrum
        case .setAside(let summary, _, _): self.summary = summary
        }
    }
}

private final class Delivered: Sendable {
    let spectra = Mutex<[ReadSpectrum]>([])
}
