public import SpectrumModel

/// One spectrum of a file, read or given up.
public enum ReadSpectrum: Sendable, Hashable {
    /// A spectrum whose arrays are decoded, of equal length, finite and ordered by m/z. It may have no peaks.
    case spectrum(Spectrum)
    /// A spectrum that cannot be used: what is known of it with the reason, a sentence, and where it begins in the
    /// uncompressed file.
    case setAside(SpectrumSummary, message: String, byteOffset: Int)

    /// The spectrum, if it was read.
    public var spectrum: Spectrum? {
        if case .spectrum(let spectrum) = self { return spectrum }
        return nil
    }

    /// Position in the file, counted from 0.
    public var index: Int {
        switch self {
        case .spectrum(let spectrum): return spectrum.index
        case .setAside(let summary, _, _): return summary.index
        }
    }

    /// Start of the scan in seconds, where the file states it.
    public var retentionTimeSeconds: Double? {
        switch self {
        case .spectrum(let spectrum): return spectrum.retentionTimeSeconds
        case .setAside(let summary, _, _): return summary.retentionTimeSeconds
        }
    }

    /// Native identifier, `index=N` where the file has none.
    public var nativeID: String {
        switch self {
        case .spectrum(let spectrum): return spectrum.nativeID
        case .setAside(let summary, _, _): return summary.nativeID
        }
    }
}

/// Spectra that follow each other in a file, as one worker decoded them.
public struct SpectrumBatch: Sendable {
    /// The spectra in file order; their indices follow on from the batch before.
    public var spectra: [ReadSpectrum]
    /// Bytes of the file (compressed, if it is) that were read when the batch was cut.
    public var bytesRead: Int
    /// Size of the file in bytes.
    public var fileSize: Int

    /// Creates a batch.
    public init(spectra: [ReadSpectrum], bytesRead: Int, fileSize: Int) {
        self.spectra = spectra
        self.bytesRead = bytesRead
        self.fileSize = fileSize
    }
}
