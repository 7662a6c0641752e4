public import SpectrumModel

/// A spectrum whose samples look like something else than its label says.
public struct LabelContradiction: Sendable, Hashable, CustomStringConvertible {
    /// Native identifier of the spectrum.
    public let spectrumID: String
    /// What the file says.
    public let label: SignalMode
    /// What the samples look like.
    public let appearance: SignalMode
    /// Share of the intense samples that have neighbours at even distances, 0 to 1.
    public let evenShare: Double
    /// Number of intense samples that were looked at.
    public let witnesses: Int

    /// What is wrong and what it means, in one sentence.
    public var description: String {
        let percent = Int((evenShare * 100).rounded())
        return "Spectrum '\(spectrumID)' is labelled \(label.rawValue) but looks like \(appearance.rawValue): "
            + "\(percent) % of its \(witnesses) intense samples are evenly spaced; "
            + "its label was trusted, so check how the file was converted."
    }
}
