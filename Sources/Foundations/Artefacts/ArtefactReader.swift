/// Reads an artefact that ``ArtefactWriter`` wrote.
///
/// Opening reads the directory and the schema and checks them and the size of the file; the checksum of an array is
/// checked when it is read. Safe to use from several tasks at once.
public final class ArtefactReader: Sendable {
    /// The path the artefact was opened by.
    public var path: String { archive.path }
    /// What is in the artefact.
    public var schema: ArtefactSchema { manifest.schema }

    private let archive: ArtefactArchive
    private let manifest: ArtefactManifest

    /// Opens an artefact.
    /// - Parameters:
    ///   - path: where it is.
    ///   - kind: the kind it must have; any where nil.
    ///   - version: the version of its kind it must have; any where nil.
    /// - Throws: ``ArtefactError/notAnArtefact(path:reason:)`` where it is none or cut off,
    ///   ``ArtefactError/wrongKind(path:expected:found:)``, ``ArtefactError/damaged(path:member:reason:)`` where the
    ///   schema is damaged, ``ArtefactError/file(_:)``.
    public convenience init(path: String, kind: String? = nil, version: Int? = nil) throws(ArtefactError) {
        try self.init(path: path, limits: .standard)
        let found = "\(schema.kind) version \(schema.version)"
        let expected = "\(kind ?? schema.kind) version \(version ?? schema.version)"
        if found != expected { throw .wrongKind(path: path, expected: expected, found: found) }
    }

    package init(path: String, limits: ZipLimits) throws(ArtefactError) {
        archive = try ArtefactArchive(path: path, limits: limits)
        manifest = try archive.readManifest()
    }

    /// Number of row groups of a table.
    /// - Throws: ``ArtefactError/missing(path:what:)`` where there is no such table.
    public func rowGroupCount(of table: String) throws(ArtefactError) -> Int {
        manifest.rowCounts[try index(of: table)].count
    }

    /// Number of rows of a table, all row groups together.
    /// - Throws: ``ArtefactError/missing(path:what:)`` where there is no such table.
    public func rowCount(of table: String) throws(ArtefactError) -> Int {
        manifest.rowCounts[try index(of: table)].reduce(0, +)
    }

    /// Reads a row group of a table.
    /// - Parameters:
    ///   - rowGroup: number of the row group, from 0.
    ///   - table: name of the table.
    ///   - columns: names of the columns that are wanted; all where nil.
    /// - Throws: ``ArtefactError/missing(path:what:)`` where there is no such table, row group or column,
    ///   ``ArtefactError/damaged(path:member:reason:)``, ``ArtefactError/file(_:)``.
    public func rowGroup(
        _ rowGroup: Int, of table: String, columns: [String]? = nil
    ) throws(ArtefactError) -> ArtefactRowGroup {
        let (description, rowCount) = try place(table, rowGroup)
        var values: [String: ArtefactValues] = [:]
        for name in columns ?? description.columns.map(\.name) {
            guard let column = description.columns.first(where: { $0.name == name }) else {
                throw .missing(path: path, what: "column '\(table)/\(name)'")
            }
            values[name] = try archive.values(of: column, table: table, rowGroup: rowGroup, rowCount: rowCount)
        }
        return ArtefactRowGroup(values, rowCount: rowCount, path: path, place: "\(table)/\(rowGroup)/")
    }

    /// Reads every member and checks everything that can be checked: no byte of the file goes unseen.
    /// - Throws: ``ArtefactError/damaged(path:member:reason:)``, ``ArtefactError/file(_:)``.
    public func verify() throws(ArtefactError) {
        try archive.verify()
        for (table, counts) in zip(schema.tables, manifest.rowCounts) {
            for rowGroup in counts.indices { _ = try self.rowGroup(rowGroup, of: table.name) }
        }
    }

    private func index(of table: String) throws(ArtefactError) -> Int {
        guard let index = schema.tables.firstIndex(where: { $0.name == table }) else {
            throw .missing(path: path, what: "table '\(table)'")
        }
        return index
    }

    private func place(_ table: String, _ rowGroup: Int) throws(ArtefactError) -> (ArtefactTable, rowCount: Int) {
        let index = try index(of: table)
        guard manifest.rowCounts[index].indices.contains(rowGroup) else {
            throw .missing(path: path, what: "row group '\(table)/\(rowGroup)'")
        }
        return (schema.tables[index], manifest.rowCounts[index][rowGroup])
    }
}
