import SpectrumModel
import Synchronization

/// What is in a spectra file, found by reading all of it and decoding every array.
public struct SpectrumFileInspection: Sendable, Hashable, Codable {
    /// Counts of one MS level.
    public struct Level: Sendable, Hashable, Codable {
        /// Spectra of the level.
        public var spectra = 0
        /// Those labelled centroid.
        public var centroid = 0
        /// Those labelled profile.
        public var profile = 0
        /// Smallest, middle and largest number of peaks.
        public var peaks = Spread()
    }

    /// Smallest, middle and largest of some whole numbers; all 0 where there are none.
    public struct Spread: Sendable, Hashable, Codable {
        /// The smallest.
        public var minimum = 0
        /// The middle one, the lower of two.
        public var median = 0
        /// The largest.
        public var maximum = 0
    }

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
    /// Start of the run as the file writes it.
    public var runStartTime: String?
    /// Spectra in the file.
    public var spectra = 0
    /// Peaks or profile samples in all spectra.
    public var peaks = 0
    /// Counts by MS level; level 0 is what could not be understood.
    public var levels: [Int: Level] = [:]
    /// Lowest and highest m/z of any peak in Th.
    public var mzRange: [Double]?
    /// First and last retention time in seconds.
    public var retentionTimeRangeSeconds: [Double]?
    /// Fragment spectra by precursor charge; 0 stands for no charge stated.
    public var charges: [Int: Int] = [:]
    /// Fragment spectra by dissociation method.
    public var activations: [String: Int] = [:]
    /// Fragment spectra by width of the isolation window in Th, to a hundredth.
    public var isolationWidths: [String: Int] = [:]
    /// Spectra by polarity.
    public var polarities: [String: Int] = [:]
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
            runStartTime: file.header.runStartTime)
        tally.fill(&inspection)
        inspection.problems = summary.problems.map(\.description) + inspection.problems
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
