internal import Foundations
internal import Synchronization

/// `truth.spectra.tsv` in the making: the runs of a study append to it one after the other.
final class TruthFile: Sendable {
    private let file: Mutex<AtomicFile>

    init(path: String) throws(FileError) {
        file = Mutex(try AtomicFile(path: path))
        try file.withLock { (file) throws(FileError) in try file.write(SpectrumTruthTable.header) }
    }

    /// Appends the components of a spectrum.
    func append(_ components: [SpectrumComponent]) throws(FileError) {
        try file.withLock { (file) throws(FileError) in
            for component in components { try file.write(SpectrumTruthTable.line(component)) }
        }
    }

    /// Puts the table in its place.
    func commit() throws(FileError) { try file.withLock { (file) throws(FileError) in try file.commit() } }
}
