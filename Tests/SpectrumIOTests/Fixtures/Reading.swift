import SpectrumIO
import SpectrumModel
import Synchronization
import TestSupport

/// A reading of a text as a file: its spectra and its account.
struct Reading: Equatable {
    var spectra: [ReadSpectrum]
    var summary: SpectrumFileSummary

    /// Writes `text` to a file of no telling name and reads it.
    init(_ text: String, jobs: Int = 1, acceptingFewerSpectra: Bool = false) async throws {
        try await self.init(Array(text.utf8), jobs: jobs, acceptingFewerSpectra: acceptingFewerSpectra)
    }

    init(_ bytes: [UInt8], jobs: Int = 1, acceptingFewerSpectra: Bool = false) async throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write(bytes, to: "spectra.dat")
        try await self.init(path: path, jobs: jobs, acceptingFewerSpectra: acceptingFewerSpectra)
    }

    init(path: String, jobs: Int = 1, acceptingFewerSpectra: Bool = false) async throws {
        let gathered = Gathered()
        summary = try await SpectrumFile(path: path).read(
            jobs: jobs, acceptingFewerSpectra: acceptingFewerSpectra, transform: { $0.spectra },
            deliver: { gathered.append($0) })
        spectra = gathered.spectra
    }

    /// The spectrum at a position, if it was read.
    subscript(_ index: Int) -> Spectrum? { spectra[index].spectrum }

    /// Why the spectrum at a position was set aside.
    func reason(_ index: Int) -> SetAsideReason? {
        if case .setAside(let summary, _, _) = spectra[index] { return summary.setAside }
        return nil
    }

    /// What was said when the spectrum at a position was set aside.
    func message(_ index: Int) -> String {
        if case .setAside(_, let message, _) = spectra[index] { return message }
        return ""
    }

    /// The kinds of the problems.
    var problems: [ReadProblem.Kind] { summary.problems.map(\.kind) }
}

private final class Gathered: Sendable {
    private let storage = Mutex<[ReadSpectrum]>([])
    var spectra: [ReadSpectrum] { storage.withLock { $0 } }
    func append(_ spectra: [ReadSpectrum]) { storage.withLock { $0 += spectra } }
}
