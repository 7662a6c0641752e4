internal import Synchronization

/// Writes an artefact: an uncompressed ZIP archive of NumPy arrays that `numpy.load` opens.
///
/// The first member is `schema.json` (keys sorted): kind, version, metadata, and for each table its columns and the rows of
/// each of its row groups. Then come, for each table `t`, row group `k` and column `c`, `t/k/c.npy`; a column of strings is
/// `t/k/c.offsets.npy` (n + 1 offsets) and `t/k/c.bytes.npy` (UTF-8), one of lists `t/k/c.offsets.npy` and
/// `t/k/c.values.npy`. Order and time stamps (1980-01-01) are fixed: equal content gives equal bytes, also where row groups
/// of different tables were appended in another turn. Each member has its CRC-32; zip64 fields stand only where a size
/// needs them.
///
/// The schema stands first but the row counts are known last, and tables may be appended to in turn. So each table goes
/// to a nameless scratch file, and ``finish()`` lays schema, tables and directory end to end. That writes the data twice,
/// mostly into the page cache, and in return needs no memory beyond one row group, no guess at the size of the schema,
/// and one rule for the order. In memory stay 60 or so bytes for each member. Who knows the row counts beforehand promises
/// them, and the data is written once, straight to where it will stand; the bytes are the same.
///
/// It may be handed to any task; calls wait for one another.
public final class ArtefactWriter: Sendable {
    private let assembly: Mutex<ArtefactAssembly>

    /// Begins an artefact; nothing is seen at the path before ``finish()``.
    /// - Throws: ``ArtefactError/rejected(path:reason:)`` where the schema has a flaw, ``ArtefactError/file(_:)``.
    public convenience init(path: String, schema: ArtefactSchema) throws(ArtefactError) {
        try self.init(path: path, schema: schema, limits: .standard)
    }

    /// Begins an artefact whose row counts are known; nothing is seen at the path before ``finish()``. Row groups have to
    /// come in the order of the tables.
    /// - Parameter rowCounts: the rows of each row group, for each table in the order of the schema.
    /// - Throws: as ``init(path:schema:)``; ``ArtefactError/rejected(path:reason:)`` comes from appending and finishing too
    ///   where other row groups come than were promised.
    /// - Precondition: there is an entry for each table.
    public init(path: String, schema: ArtefactSchema, rowCounts: [[Int]]) throws(ArtefactError) {
        precondition(rowCounts.count == schema.tables.count, "row counts of \(rowCounts.count) tables: \(path)")
        assembly = Mutex(
            try ArtefactAssembly(path: path, schema: schema, rowCounts: rowCounts, limits: .standard))
    }

    package init(path: String, schema: ArtefactSchema, limits: ZipLimits) throws(ArtefactError) {
        assembly = Mutex(try ArtefactAssembly(path: path, schema: schema, limits: limits))
    }

    /// Adds rows to a table.
    /// - Throws: ``ArtefactError/rejected(path:reason:)`` where they do not fit the schema; nothing was written then.
    ///   ``ArtefactError/file(_:)`` where they cannot be written; give the artefact up then.
    /// - Precondition: ``finish()`` was not called.
    public func append(_ rowGroup: ArtefactRowGroup, to table: String) throws(ArtefactError) {
        try assembly.withLock { (assembly) throws(ArtefactError) in try assembly.append(rowGroup, to: table) }
    }

    /// Puts the artefact in its place, whole and on disk.
    /// - Throws: ``ArtefactError/file(_:)``; what stood at the path before is untouched then.
    /// - Precondition: called once.
    public func finish() throws(ArtefactError) {
        try assembly.withLock { (assembly) throws(ArtefactError) in try assembly.finish() }
    }
}
