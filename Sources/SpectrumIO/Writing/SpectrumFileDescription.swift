/// What a spectra file says about itself before its spectra. MGF has no place for it.
public struct SpectrumFileDescription: Sendable, Hashable {
    /// Name of the run.
    public var runID: String
    /// Name of the program that made the spectra or the file.
    public var software: String
    /// Version of that program.
    public var softwareVersion: String
    /// Number of spectra that will be written, which mzML and mzXML state before them; a file with another number does
    /// not appear. `nil` where it is not known beforehand, which mzML does not allow.
    public var spectrumCount: Int?
    /// Whether profile spectra were turned into peaks on the way, which mzML and mzXML state.
    public var isPeakPicked = false

    /// Describes a run.
    public init(runID: String, software: String = "Moselle", softwareVersion: String, spectrumCount: Int?) {
        self.runID = runID
        self.software = software
        self.softwareVersion = softwareVersion
        self.spectrumCount = spectrumCount
    }
}
