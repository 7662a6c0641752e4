/// Why a spectra file cannot be written.
public enum SpectrumWriteError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file cannot be made or written (disk full, folder missing, no permission).
    case file(path: String, reason: String)
    /// The format has no way to say what the spectrum says.
    case notRepresentable(path: String, spectrum: String, reason: String)
    /// Another number of spectra was written than announced.
    case wrongSpectrumCount(path: String, announced: Int, written: Int)

    /// One sentence: what, where, and what to do.
    public var description: String {
        switch self {
        case .file(let path, let reason): return "\(path): cannot be written: \(reason)"
        case .notRepresentable(let path, let spectrum, let reason):
            return "\(path): spectrum \"\(spectrum)\" cannot be written: \(reason); leave it out or write mzML"
        case .wrongSpectrumCount(let path, let announced, let written):
            return
                "\(path): \(written) spectra were written where \(announced) were announced; announce the right number"
        }
    }
}
