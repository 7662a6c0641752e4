public import Foundations

/// The centroided peaks of the survey spectra (MS1) of one run, in file order, on disk.
///
/// Runs have up to a hundred million of them, so that they are never in memory together: they are read one row group
/// after the other. They lie in a scratch file, which disappears with the store, or in an artefact of kind `ms1-peaks`.
public final class SurveyPeakStore: Sendable {
    /// Some rows of the table of peaks: three arrays of equal length.
    public struct RowGroup: Sendable, Hashable {
        /// Positions of the spectra in their file, counted from 0, ascending: rows of the `spectrum-table`, which has
        /// their retention times.
        public internal(set) var spectrumIndices: [Int32] = []
        /// m/z in Th, ascending within a spectrum.
        public internal(set) var mz: [Double] = []
        /// Intensities in detector counts, positive and finite.
        public internal(set) var intensities: [Float] = []
    }

    /// Where the peaks are.
    enum Place: Sendable {
        /// Row group after row group; of each all m/z, then all intensities, then all indices, in the byte order of the
        /// machine. The reservation is for the row group that is in memory.
        case scratch(ScratchFile, MemoryReservation)
        case artefact(ArtefactReader)
    }

    /// Name of the run.
    public let run: String
    /// Number of peaks.
    public let peakCount: Int
    private let place: Place

    /// Peaks of every row group but the last: 4 MB.
    package static let rowsPerGroup = 1 << 18
    /// Bytes of one peak.
    static let bytesPerPeak = 16

    private static let kind = "ms1-peaks"
    private static let version = 1
    private static let table = ArtefactTable(
        "peaks",
        columns: [
            ArtefactColumn("spectrum", .int32, "position of the spectrum in its file, a row of the spectrum-table"),
            ArtefactColumn("mz", .float64, unit: "Th", "m/z of the peak, ascending within a spectrum"),
            ArtefactColumn("intensity", .float32, unit: "counts", "intensity of the peak, positive"),
        ])

    init(run: String, peakCount: Int, place: Place) {
        self.run = run
        self.peakCount = peakCount
        self.place = place
    }

    /// Number of row groups; 0 where there are no peaks.
    public var rowGroupCount: Int { (peakCount + Self.rowsPerGroup - 1) / Self.rowsPerGroup }

    /// Reads a row group.
    ///
    /// - Throws: `FileError` or `ArtefactError` where it cannot be read back.
    /// - Precondition: `number` is below ``rowGroupCount``.
    public func rowGroup(_ number: Int) throws -> RowGroup {
        precondition((0..<rowGroupCount).contains(number), "There is no such row group.")
        switch place {
        case .scratch(let file, _):
            let count = min(Self.rowsPerGroup, peakCount - number * Self.rowsPerGroup)
            let offset = number * Self.rowsPerGroup * Self.bytesPerPeak
            var group = RowGroup()
            try file.read(count, at: offset, appendingTo: &group.mz)
            try file.read(count, at: offset + count * 8, appendingTo: &group.intensities)
            try file.read(count, at: offset + count * 12, appendingTo: &group.spectrumIndices)
            return group
        case .artefact(let reader):
            let group = try reader.rowGroup(number, of: Self.table.name)
            return RowGroup(
                spectrumIndices: try group.int32("spectrum"), mz: try group.float64("mz"),
                intensities: try group.float32("intensity"))
        }
    }

    /// Writes an artefact of kind `ms1-peaks`; equal peaks of equal runs give equal bytes. One row group is in memory at
    /// a time.
    ///
    /// - Throws: `ArtefactError` where the file cannot be written, which is not there then; `FileError` where the peaks
    ///   cannot be read back.
    public func write(to path: String) throws {
        let schema = ArtefactSchema(
            kind: Self.kind, version: Self.version, metadata: ["run": run], tables: [Self.table])
        let writer = try ArtefactWriter(path: path, schema: schema)
        for number in 0..<rowGroupCount {
            let group = try rowGroup(number)
            try writer.append(
                ArtefactRowGroup([
                    "spectrum": .int32(group.spectrumIndices), "mz": .float64(group.mz),
                    "intensity": .float32(group.intensities),
                ]), to: Self.table.name)
        }
        try writer.finish()
    }

    /// Opens an artefact that ``write(to:)`` wrote, and checks all of it; its peaks stay in the file.
    ///
    /// - Throws: `ArtefactError` where the file is not there, is damaged or holds something else.
    public convenience init(artefact path: String) throws(ArtefactError) {
        let reader = try ArtefactReader(path: path, kind: Self.kind, version: Self.version)
        guard let run = reader.schema.metadata["run"] else { throw .missing(path: path, what: "name of its run") }
        try reader.verify()
        let count = try reader.rowCount(of: Self.table.name)
        self.init(run: run, peakCount: count, place: .artefact(reader))
        guard try reader.rowGroupCount(of: Self.table.name) == rowGroupCount else {
            throw .damaged(path: path, member: Self.table.name, reason: "its row groups are not of the size written")
        }
    }
}
