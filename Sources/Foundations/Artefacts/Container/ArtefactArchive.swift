/// The file of an artefact: its directory, and its members read with their checksums checked.
struct ArtefactArchive: Sendable {
    let path: String
    private let file: ReadableFile
    private let encoder: ZipRecordEncoder
    /// The members in the order they lie in the file.
    private let members: [ZipMember]
    private let memberByName: [String: Int]

    init(path: String, limits: ZipLimits) throws(ArtefactError) {
        self.path = path
        do {
            file = try ReadableFile(path: path)
        } catch {
            throw .file(error)
        }
        encoder = ZipRecordEncoder(limits: limits)
        members = try ZipDirectory(of: file, limits: limits).members
        memberByName = Dictionary(members.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads the schema and checks that the members are those it tells of, with the sizes it tells of.
    func readManifest() throws(ArtefactError) -> ArtefactManifest {
        guard let first = members.first, first.name == ArtefactManifest.memberName else {
            throw .notAnArtefact(path: path, reason: "it does not begin with \(ArtefactManifest.memberName)")
        }
        let manifest: ArtefactManifest
        do {
            manifest = try ArtefactManifest(json: try bytes(of: first))
        } catch let error as ArtefactError {
            throw error
        } catch {
            throw .damaged(path: path, member: first.name, reason: "it is not the schema of an artefact: \(error)")
        }
        if let flaw = manifest.schema.flaw { throw .damaged(path: path, member: first.name, reason: flaw) }
        try checkMembers(manifest)
        return manifest
    }

    private func checkMembers(_ manifest: ArtefactManifest) throws(ArtefactError) {
        var index = 1
        // Every row takes a byte somewhere in the file. A larger number is damage, and not to be calculated with. A single
        // member can be smaller than its rows are many: lists that are all empty have no values.
        try manifest.forEachMember { (expected) throws(ArtefactError) in
            guard index < members.count, members[index].name == expected.name,
                (0...file.byteCount).contains(expected.rowCount)
            else {
                throw .damaged(path: path, member: expected.name, reason: "it is not where the schema has it")
            }
            let count = (members[index].byteCount - NumPyFormat.headerByteCount) / expected.part.element.byteCount
            guard members[index].byteCount >= NumPyFormat.headerByteCount,
                members[index].byteCount == size(of: expected.part, count: count),
                count == expected.part.count(rowCount: expected.rowCount) ?? count
            else {
                let reason = "its size of \(members[index].byteCount) bytes is not that of \(expected.rowCount) rows"
                throw .damaged(path: path, member: expected.name, reason: reason)
            }
            index += 1
        }
        guard index == members.count else {
            throw .damaged(path: path, member: members[index].name, reason: "the schema does not tell of it")
        }
    }

    private func size(of part: ColumnPart, count: Int) -> Int {
        NumPyFormat.headerByteCount + count * part.element.byteCount
    }

    /// The bytes of a small member, checked.
    private func bytes(of member: ZipMember) throws(ArtefactError) -> [UInt8] {
        let start = try checkLocalHeader(of: member)
        let bytes = try file.artefactBytes(at: start, count: member.byteCount)
        try check(CRC32.checksum(bytes), of: member)
        return bytes
    }

    /// Reads an array of numbers, checked.
    func array<Element: BitwiseCopyable>(
        _ name: String, of element: NumPyFormat.Element, zero: Element
    ) throws(ArtefactError) -> [Element] {
        guard let index = memberByName[name] else { throw .missing(path: path, what: "array '\(name)'") }
        let member = members[index]
        let start = try checkLocalHeader(of: member)
        let header = try file.artefactBytes(at: start, count: NumPyFormat.headerByteCount)
        let count = (member.byteCount - header.count) / element.byteCount
        guard header == NumPyFormat.header(element, count: count) else {
            throw .damaged(path: path, member: name, reason: "its header is not that of \(count) \(element) values")
        }
        var values = [Element](repeating: zero, count: count)
        var crc32 = CRC32.checksum(header)
        do throws(FileError) {
            try values.withUnsafeMutableBufferPointer { (buffer) throws(FileError) in
                try file.read(at: start + header.count, into: UnsafeMutableRawBufferPointer(buffer))
                crc32 = CRC32.continued(crc32, UnsafeRawBufferPointer(buffer))
            }
        } catch {
            throw .file(error)
        }
        try check(crc32, of: member)
        return values
    }

    /// Checks the header before every member. The arrays themselves are checked as they are read.
    func verify() throws(ArtefactError) {
        for member in members { _ = try checkLocalHeader(of: member) }
    }

    /// - Returns: where the bytes of the member begin.
    private func checkLocalHeader(of member: ZipMember) throws(ArtefactError) -> Int {
        let header = encoder.localHeader(member)
        guard try file.artefactBytes(at: member.offset, count: header.count) == header else {
            let reason = "the header at byte \(member.offset) is not its own"
            throw .damaged(path: path, member: member.name, reason: reason)
        }
        return member.offset + header.count
    }

    private func check(_ crc32: UInt32, of member: ZipMember) throws(ArtefactError) {
        guard crc32 == member.crc32 else {
            throw .damaged(path: path, member: member.name, reason: "its CRC-32 does not fit")
        }
    }
}
