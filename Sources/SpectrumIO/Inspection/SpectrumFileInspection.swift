import SpectrumModel
import Synchronization

/// What is in a spectra file, found by reading all of it and decoding every array.
///
/// This is also what programs get as JSON: the names of the properties are the keys, in objects inside as well; what counts
/// by a number (MS level, charge) has it as a key in quotes, and a property that is `nil` is left out.
public struct SpectrumFileInspection: Sendable, Hashable, Codable {
    /// What stands in the place of a value that a file does not state, where spectra are counted by value.
    public static let notStated = "not stated"

    /// Path the file was opened by.
    public var path: String
    /// Format, found from the content.
    public var format: String
    /// Version of the format, where stated.
    public var formatVersion: String?
    /// Whether the file is gzip.
    public var isCompressed: Bool
    /// Model of the instrument, where stated.
    public var instrument: String?
    /// Programs that made or changed the file.
    public var software: [String]
    /// What was done to the data, such as `Conversion to mzML`, in the order of the file.
    public var processing: [String] = []
    /// Names of the files this one was made from.
    public var sourceFiles: [String] = []
    /// Start of the run as the file writes it.
    public var runStartTime: String?
    /// Spectra in the file.
    public var spectra = 0
    /// Peaks or profile samples in all spectra.
    public var peaks = 0
    /// Counts by MS level; level 0 is what could not be understood, and 20 stands for that and all deeper ones.
    public var levels: [Int: Level] = [:]
    /// Lowest and highest m/z of any peak in Th.
    public var mzRange: [Double]?
    /// First and last retention time in seconds.
    public var retentionTimeRangeSeconds: [Double]?
    /// Spectra without a retention time.
    public var withoutRetentionTime = 0
    /// The total ion chromatogram; `nil` where no spectrum of level 1 or 2 states a time.
    public var chromatogram: Chromatogram?
    /// Fragment spectra by charge of their first precursor; 0 stands for none stated.
    public var charges: [Int: Int] = [:]
    /// Fragment spectra of charge 0 above for which the file offers possible charges.
    public var possibleChargesAlone = 0
    /// Fragment spectra by dissociation methods, joined by `+`, or ``notStated``.
    public var activations: [String: Int] = [:]
    /// Fragment spectra by width of the isolation window in Th, to a hundredth, or ``notStated``; up to 1000 widths, the
    /// rest as `others`.
    public var isolationWidths: [String: Int] = [:]
    /// Spectra by polarity, or ``notStated``.
    public var polarities: [String: Int] = [:]
    /// Quantities of ion mobility that are stated.
    public var ionMobility: [IonMobilityFinding] = []
    /// Reporter ions of isobaric tags that occur, also where they are too few to mean anything.
    public var reporterIons: [ReporterIonFinding] = []
    /// How the arrays of mzML and mzXML files are stored.
    public var arrays: [ArrayFinding] = []
    /// Arrays besides those of m/z and intensity.
    public var extraArrays: [ExtraArrayFinding] = []
    /// Spectra that could not be used, by reason.
    public var setAside: [String: Int] = [:]
    /// What was found wrong, one sentence each.
    public var problems: [String] = []
    /// Whether the index of the file points at its spectra.
    public var index = FileClaim.absent
    /// Whether the SHA-1 that the file states is that of its content, where digests were asked for.
    public var checksum: FileClaim?
    /// SHA-256 of the file, where it was asked for.
    public var sha256: String?

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: an mzML, mzXML, MGF or MS2 file, plain or gzip.
    ///   - jobs: workers that decode at once.
    ///   - takingDigest: whether the SHA-256 of the file is computed on the way.
    ///   - progress: called with the bytes read and the size of the file.
    /// - Throws: ``SpectrumReadError``; `CancellationError`.
    public static func inspect(
        _ path: String, jobs: Int, takingDigest: Bool,
        progress: @escaping @Sendable (_ bytesRead: Int, _ fileSize: Int) -> Void = { _, _ in }
    ) async throws -> SpectrumFileInspection {
        let file = try SpectrumFile(path: path)
        let tally = SpectrumTally()
        let summary = try await file.read(
            jobs: jobs, takingDigest: takingDigest, acceptingFewerSpectra: true,
            transform: { batch in (BatchTally(batch.spectra), batch.bytesRead, batch.fileSize) },
            deliver: { tallied, bytesRead, fileSize in
                tally.add(tallied)
                progress(bytesRead, fileSize)
            })
        var inspection = SpectrumFileInspection(
            path: path, format: file.format.rawValue, formatVersion: file.header.formatVersion,
            isCompressed: file.isCompressed, instrument: file.header.instrument, software: file.header.software,
            processing: file.header.processing, sourceFiles: file.header.sourceFileNames,
            runStartTime: file.header.runStartTime)
        tally.fill(&inspection)
        inspection.problems = summary.problems.map(\.description) + inspection.problems
        inspection.arrays = summary.arrayEncodings.counts.map(ArrayFinding.init)
        inspection.index = summary.index
        inspection.checksum = summary.checksum
        inspection.sha256 = summary.fileSHA256
        return inspection
    }
}

/// Adds up tallies of batches in file order.
private final class SpectrumTally: Sendable {
    private let total = Mutex(BatchTally([]))

    func add(_ batch: BatchTally) { total.withLock { $0.merge(batch) } }

    func fill(_ inspection: inout SpectrumFileInspection) { total.withLock { $0.fill(&inspection) } }
}
