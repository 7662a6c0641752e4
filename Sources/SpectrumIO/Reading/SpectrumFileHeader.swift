/// What a file says about itself before its first spectrum; everything is optional in at least one format.
public struct SpectrumFileHeader: Sendable, Hashable {
    /// Version of the format as stated (mzML `version`, mzXML schema revision); `nil` for MGF.
    public var formatVersion: String?
    /// Identifier of the run.
    public var runID: String?
    /// Names of the files this one was made from.
    public var sourceFileNames: [String] = []
    /// Name of the instrument's model, where stated.
    public var instrument: String?
    /// Programs that made or changed the file, with their versions, in the order of the file.
    public var software: [String] = []
    /// What was done to the data, such as `Conversion to mzML` or `peak picking`, in the order of the file, without repeats.
    public var processing: [String] = []
    /// Start of the run as the file writes it (ISO 8601 in mzML).
    public var runStartTime: String?
    /// Number of spectra the file says it holds.
    public var declaredSpectrumCount: Int?
    /// Name of the scheme of the native identifiers (children of MS:1000767), where stated.
    public var nativeIDFormat: String?
    /// Name of the character encoding the XML declares.
    public var encoding: String?
    /// Parameters before the first spectrum of an MGF file, in the order of the file, as `KEY=value`.
    public var parameters: [String] = []

    /// An empty header.
    public init() {}

    /// Adds a step of processing that is not there yet.
    mutating func addProcessing(_ step: String) {
        if !step.isEmpty, !processing.contains(step) { processing.append(step) }
    }
}
