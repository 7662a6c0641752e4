public import SpectrumIO

/// How the spectra of a run are written.
public struct RunFormat: Sendable, Hashable {
    /// The file format, one of ``SpectrumFileFormat/written``.
    public var format: SpectrumFileFormat
    /// Whether spectra are sampled signal instead of centroids.
    public var isProfile: Bool

    /// Creates a format.
    public init(_ format: SpectrumFileFormat = .mzML, isProfile: Bool = false) {
        self.format = format
        self.isProfile = isProfile
    }
}
