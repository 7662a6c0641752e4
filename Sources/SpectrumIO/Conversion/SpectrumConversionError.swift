/// Why a file was not converted although it could be read.
public enum SpectrumConversionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Of the spectra of the input none is wanted or can be written; no output was made.
    case nothingToWrite(input: String, spectra: Int, reason: String)

    /// One sentence: what, where, and what to do.
    public var description: String {
        switch self {
        case .nothingToWrite(let input, let spectra, let reason):
            "\(input): none of its \(spectra) spectra is written: \(reason); no file was made"
        }
    }
}
