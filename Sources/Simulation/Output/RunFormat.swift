public import SpectrumIO

/// How the spectra of a run are written.
public struct RunFormat: Sendable, Hashable {
    /// The file format.
    public var format: WrittenSpectrumFormat
    /// Whether spectra are sampled signal instead of centroids.
    public var isProfile: Bool

    /// Creates a format.
    public init(_ format: WrittenSpectrumFormat = .mzML, isProfile: Bool = false) {
        self.format = format
        self.isProfile = isProfile
    }
}
