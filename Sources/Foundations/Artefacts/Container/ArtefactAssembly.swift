/// An artefact in the making: where its arrays go, and what the directory will say.
struct ArtefactAssembly {
    /// What is known of a table so far.
    private struct Table {
        var members: [ZipMember] = []
        var rowCounts: [Int] = []
    }

    /// Where arrays go.
    private enum Target {
        /// A scratch file for each table, until all rows are there.
        case scratch([ScratchFile])
        /// The artefact itself, since it was promised which rows will come.
        case artefact(AtomicFile, promised: [[Int]])
    }

    private let path: String
    private let schema: ArtefactSchema
    private let encoder: ZipRecordEncoder
    private let target: Target
    private var tables: [Table]
    private var isFinished = false

    /// Begins an artefact; with `rowCounts`, the rows of each row group of each table, it is written straight to its place.
    init(
        path: String, schema: ArtefactSchema, rowCounts: [[Int]]? = nil, limits: ZipLimits
    ) throws(ArtefactError) {
        if let flaw = schema.flaw { throw .rejected(path: path, reason: flaw) }
        self.path = path
        self.schema = schema
        encoder = ZipRecordEncoder(limits: limits)
        tables = schema.tables.map { _ in Table() }
        do throws(FileError) {
            if let rowCounts {
                target = .artefact(try AtomicFile(path: path), promised: rowCounts)
            } else {
                var files: [ScratchFile] = []
                for _ in schema.tables { files.append(try ScratchFile(beside: path)) }
                target = .scratch(files)
            }
        } catch {
            throw .file(error)
        }
        if case .artefact(let file, let promised) = target { try begin(file, rowCounts: promised) }
    }

    mutating func append(_ rowGroup: ArtefactRowGroup, to name: String) throws(ArtefactError) {
        precondition(!isFinished, "an artefact cannot be appended to after finish(): \(path)")
        guard let index = schema.tables.firstIndex(where: { $0.name == name }) else {
            throw .rejected(path: path, reason: "its schema has no table '\(name)'")
        }
        let table = schema.tables[index]
        if let flaw = Self.misfit(of: rowGroup, to: table) ?? breach(by: rowGroup, ofTable: index) {
            throw .rejected(path: path, reason: flaw)
        }
        do throws(FileError) {
            for column in table.columns {
                guard let values = rowGroup[column.name] else { continue }
                try write(values, of: column, toTable: index)
            }
        } catch {
            throw .file(error)
        }
        tables[index].rowCounts.append(rowGroup.rowCount)
    }

    mutating func finish() throws(ArtefactError) {
        precondition(!isFinished, "finish() was called twice: \(path)")
        isFinished = true
        let rowCounts = tables.map(\.rowCounts)
        switch target {
        case .scratch(let files):
            let manifest = try manifest(rowCounts)
            do throws(FileError) {
                let file = try AtomicFile(path: path)
                try write(manifest, to: file)
                for scratch in files { try scratch.copy(to: file) }
                try writeDirectory(manifest, to: file)
            } catch {
                throw .file(error)
            }
        case .artefact(let file, let promised):
            guard rowCounts == promised else {
                throw .rejected(path: path, reason: "it has the rows \(rowCounts) where \(promised) were promised")
            }
            let manifest = try manifest(rowCounts)
            do throws(FileError) { try writeDirectory(manifest, to: file) } catch { throw .file(error) }
        }
    }

    // MARK: Parts of the file

    private func begin(_ file: AtomicFile, rowCounts: [[Int]]) throws(ArtefactError) {
        let manifest = try manifest(rowCounts)
        do throws(FileError) { try write(manifest, to: file) } catch { throw .file(error) }
    }

    private func manifest(_ rowCounts: [[Int]]) throws(ArtefactError) -> [UInt8] {
        do {
            return try ArtefactManifest(schema: schema, rowCounts: rowCounts).json()
        } catch {
            throw .rejected(path: path, reason: "its schema cannot be written as JSON (\(error))")
        }
    }

    private func member(of manifest: [UInt8]) -> ZipMember {
        ZipMember(name: ArtefactManifest.memberName, crc32: CRC32.checksum(manifest), byteCount: manifest.count)
    }

    private func write(_ manifest: [UInt8], to file: AtomicFile) throws(FileError) {
        try file.write(encoder.localHeader(member(of: manifest)))
        try file.write(manifest)
    }

    /// Writes the arrays of a column, each with its local header.
    private mutating func write(
        _ values: ArtefactValues, of column: ArtefactColumn, toTable index: Int
    ) throws(FileError) {
        let (table, rowGroup) = (schema.tables[index].name, tables[index].rowCounts.count)
        for part in column.type.parts {
            let name = part.memberName(table: table, rowGroup: rowGroup, column: column.name)
            try values.withBytes(of: part) { (bytes, count) throws(FileError) in
                let header = NumPyFormat.header(part.element, count: count)
                let crc32 = CRC32.continued(CRC32.checksum(header), bytes)
                let member = ZipMember(name: name, crc32: crc32, byteCount: header.count + bytes.count)
                switch target {
                case .scratch(let files):
                    try files[index].append(encoder.localHeader(member) + header)
                    try files[index].append(bytes)
                case .artefact(let file, _):
                    try file.write(encoder.localHeader(member) + header)
                    try file.write(bytes)
                }
                tables[index].members.append(member)
            }
        }
    }

    /// Writes the directory behind everything else, and puts the file in its place.
    private func writeDirectory(_ manifest: [UInt8], to file: AtomicFile) throws(FileError) {
        let directoryOffset = file.byteCount
        let members = [member(of: manifest)] + tables.flatMap(\.members)
        var position = 0
        for var member in members {
            member.offset = position
            position += encoder.localHeader(member).count + member.byteCount
            try file.write(encoder.directoryEntry(member))
        }
        try file.write(
            encoder.directoryEnd(
                memberCount: members.count, directoryOffset: directoryOffset,
                directoryByteCount: file.byteCount - directoryOffset))
        try file.commit()
    }

    // MARK: Checks

    /// How rows break what was promised; nil where they do not, or nothing was.
    private func breach(by rowGroup: ArtefactRowGroup, ofTable index: Int) -> String? {
        guard case .artefact(_, let promised) = target else { return nil }
        let number = tables[index].rowCounts.count
        let isNext =
            tables[..<index].map(\.rowCounts) == Array(promised[..<index])
            && number < promised[index].count && promised[index][number] == rowGroup.rowCount
            && tables[(index + 1)...].allSatisfy(\.rowCounts.isEmpty)
        return isNext
            ? nil : "\(rowGroup.rowCount) rows of '\(schema.tables[index].name)' are not what was promised to come next"
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
