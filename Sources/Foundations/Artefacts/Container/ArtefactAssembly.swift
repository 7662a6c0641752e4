/// An artefact in the making: a scratch file for each table, and what the directory will say.
struct ArtefactAssembly {
    fileprivate struct Spool {
        let file: ScratchFile
        var members: [ZipMember] = []
        var rowCounts: [Int] = []
    }

    private let path: String
    private let schema: ArtefactSchema
    private let encoder: ZipRecordEncoder
    private var spools: [Spool] = []
    private var isFinished = false

    init(path: String, schema: ArtefactSchema, limits: ZipLimits) throws(ArtefactError) {
        if let flaw = schema.flaw { throw .rejected(path: path, reason: flaw) }
        self.path = path
        self.schema = schema
        encoder = ZipRecordEncoder(limits: limits)
        do throws(FileError) {
            for _ in schema.tables { spools.append(Spool(file: try ScratchFile(beside: path))) }
        } catch {
            throw .file(error)
        }
    }

    mutating func append(_ rowGroup: ArtefactRowGroup, to name: String) throws(ArtefactError) {
        precondition(!isFinished, "an artefact cannot be appended to after finish(): \(path)")
        guard let index = schema.tables.firstIndex(where: { $0.name == name }) else {
            throw .rejected(path: path, reason: "its schema has no table '\(name)'")
        }
        let table = schema.tables[index]
        if let flaw = Self.misfit(of: rowGroup, to: table) { throw .rejected(path: path, reason: flaw) }
        do throws(FileError) {
            for column in table.columns {
                guard let values = rowGroup[column.name] else { continue }
                try spools[index].write(values, of: column, table: table, encoder: encoder)
            }
        } catch {
            throw .file(error)
        }
        spools[index].rowCounts.append(rowGroup.rowCount)
    }

    mutating func finish() throws(ArtefactError) {
        precondition(!isFinished, "finish() was called twice: \(path)")
        isFinished = true
        let manifest: [UInt8]
        do {
            manifest = try ArtefactManifest(schema: schema, rowCounts: spools.map(\.rowCounts)).json()
        } catch {
            throw .rejected(path: path, reason: "its schema cannot be written as JSON (\(error))")
        }
        do throws(FileError) {
            try layOut(manifest)
        } catch {
            throw .file(error)
        }
        spools.removeAll()
    }

    /// Schema, spools, directory.
    private func layOut(_ manifest: [UInt8]) throws(FileError) {
        let file = try AtomicFile(path: path)
        let schemaMember = ZipMember(
            name: ArtefactManifest.memberName, crc32: CRC32.checksum(manifest), byteCount: manifest.count)
        try file.write(encoder.localHeader(schemaMember))
        try file.write(manifest)
        for spool in spools { try spool.file.copy(to: file) }

        let directoryOffset = file.byteCount
        var position = 0
        for var member in [schemaMember] + spools.flatMap(\.members) {
            member.offset = position
            position += encoder.localHeader(member).count + member.byteCount
            try file.write(encoder.directoryEntry(member))
        }
        let memberCount = 1 + spools.reduce(0) { $0 + $1.members.count }
        try file.write(
            encoder.directoryEnd(
                memberCount: memberCount, directoryOffset: directoryOffset,
                directoryByteCount: file.byteCount - directoryOffset))
        try file.commit()
    }

    /// Why rows do not fit a table; nil where they do.
    private static func misfit(of rowGroup: ArtefactRowGroup, to table: ArtefactTable) -> String? {
        for column in table.columns {
            guard let values = rowGroup[column.name] else {
                return "a row group lacks the column '\(table.name)/\(column.name)'"
            }
            if values.type != column.type {
                let types = "\(values.type.rawValue) values for a column of \(column.type.rawValue)"
                return "'\(table.name)/\(column.name)' was given \(types)"
            }
            if values.count != rowGroup.rowCount {
                let counts = "\(values.count) rows in a row group of \(rowGroup.rowCount)"
                return "'\(table.name)/\(column.name)' was given \(counts)"
            }
        }
        let known = Set(table.columns.map(\.name))
        return rowGroup.columnNames.first { !known.contains($0) }
            .map { "the table '\(table.name)' has no column '\($0)'" }
    }
}

extension ArtefactAssembly.Spool {
    /// Writes the arrays of a column, each with its local header.
    fileprivate mutating func write(
        _ values: ArtefactValues, of column: ArtefactColumn, table: ArtefactTable, encoder: ZipRecordEncoder
    ) throws(FileError) {
        for part in column.type.parts {
            let name = part.memberName(table: table.name, rowGroup: rowCounts.count, column: column.name)
            try values.withBytes(of: part) { (bytes, count) throws(FileError) in
                let header = NumPyFormat.header(part.element, count: count)
                let crc32 = CRC32.continued(CRC32.checksum(header), bytes)
                let member = ZipMember(name: name, crc32: crc32, byteCount: header.count + bytes.count)
                try file.append(encoder.localHeader(member))
                try file.append(header)
                try file.append(bytes)
                members.append(member)
            }
        }
    }
}
