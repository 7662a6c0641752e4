/// Why a spectrum or a spectra file cannot be written.
public enum SpectrumWriteError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file cannot be made or written (disk full, folder missing, no permission).
    case file(path: String, reason: String)
    /// The format has no way to say what the spectrum says.
    case notRepresentable(spectrum: String, format: WrittenSpectrumFormat, reason: String)
    /// A number of the spectrum cannot be one of a spectrum, such as an m/z that is not finite.
    case invalidSpectrum(spectrum: String, reason: String)
    /// Two spectra of a file have the same native identifier.
    case repeatedIdentifier(path: String, spectrum: String)
    /// The scan numbers of a file do not ascend.
    case scanNumberOrder(path: String, scanNumber: Int, previous: Int)
    /// The format states the number of spectra before them, and nobody said it.
    case missingSpectrumCount(path: String)
    /// Another number of spectra was written than announced.
    case wrongSpectrumCount(path: String, announced: Int, written: Int)

    /// One sentence: what, where, and what to do.
    public var description: String {
        switch self {
        case .file(let path, let reason): return "\(path): cannot be written: \(reason)"
        case .notRepresentable(let spectrum, let format, let reason):
            return "spectrum \"\(spectrum)\" cannot be written as \(format.rawValue): \(reason); leave it out or write"
                + " mzML"
        case .invalidSpectrum(let spectrum, let reason):
            return "spectrum \"\(spectrum)\" cannot be written: \(reason); correct it or leave it out"
        case .repeatedIdentifier(let path, let spectrum):
            return "\(path): two spectra are named \"\(spectrum)\"; give each its own native identifier"
        case .scanNumberOrder(let path, let scanNumber, let previous):
            return "\(path): scan \(scanNumber) comes after scan \(previous); write scans in ascending order of their"
                + " numbers"
        case .missingSpectrumCount(let path):
            return "\(path): mzML states the number of spectra before the first; announce how many there will be"
        case .wrongSpectrumCount(let path, let announced, let written):
            return
                "\(path): \(written) spectra were written where \(announced) were announced; announce the right number"
        }
    }
}
