/// The directory of an archive that ``ZipRecordEncoder`` wrote.
///
/// The directory is read and then written again: where that does not give the same bytes, the file is damaged, or not one
/// of ours. So every byte of it is checked.
struct ZipDirectory {
    let members: [ZipMember]
    /// Where the directory begins: the end of the last member.
    let offset: Int

    private static let endByteCount = 22
    private static let zip64EndByteCount = 56 + 20
    private static let entryByteCount = 46

    /// Reads the directory at the end of a file.
    /// - Throws: ``ArtefactError/notAnArtefact(path:reason:)``, ``ArtefactError/file(_:)``.
    init(of file: ReadableFile, limits: ZipLimits) throws(ArtefactError) {
        let end = try Self.readEnd(of: file)
        let bytes = try file.artefactBytes(at: end.offset, count: end.byteCount)
        guard let members = Self.parse(bytes, count: end.count) else { throw Self.flawed(file) }
        let encoder = ZipRecordEncoder(limits: limits)
        var again: [UInt8] = []
        for member in members { again += encoder.directoryEntry(member) }
        guard again == bytes else { throw Self.flawed(file) }
        let tail = encoder.directoryEnd(
            memberCount: members.count, directoryOffset: end.offset, directoryByteCount: end.byteCount)
        let tailOffset = end.offset + end.byteCount
        guard tailOffset + tail.count == file.byteCount,
            try file.artefactBytes(at: tailOffset, count: tail.count) == tail
        else { throw Self.flawed(file) }
        self.members = members
        offset = end.offset
        try checkPlaces(of: file, encoder: encoder)
    }

    /// The members must lie end to end, from the start of the file to the directory.
    private func checkPlaces(of file: ReadableFile, encoder: ZipRecordEncoder) throws(ArtefactError) {
        var position = 0
        for member in members {
            guard member.offset == position, member.byteCount <= offset - position else { throw Self.flawed(file) }
            position += encoder.localHeader(member).count + member.byteCount
        }
        guard position == offset else { throw Self.flawed(file) }
    }

    private static func flawed(_ file: ReadableFile) -> ArtefactError {
        .notAnArtefact(path: file.path, reason: "its directory is damaged or was written by another program")
    }

    private static func readEnd(
        of file: ReadableFile
    ) throws(ArtefactError) -> (count: Int, offset: Int, byteCount: Int) {
        guard file.byteCount >= endByteCount else {
            throw .notAnArtefact(path: file.path, reason: "it has only \(file.byteCount) bytes")
        }
        let tailByteCount = min(file.byteCount, zip64EndByteCount + endByteCount)
        let tail = LittleEndianBytes(try file.artefactBytes(at: file.byteCount - tailByteCount, count: tailByteCount))
        let plain = tailByteCount - endByteCount
        guard tail.uint32(plain) == 0x0605_4b50 else {
            let start = LittleEndianBytes(try file.artefactBytes(at: 0, count: 4))
            guard start.uint32(0) == 0x0403_4b50 else {
                throw .wrongKind(path: file.path, expected: "an artefact (.npz)", found: "something else")
            }
            throw .notAnArtefact(path: file.path, reason: "its end is missing")
        }
        var end = (
            count: tail.uint16(plain + 10), offset: tail.uint32(plain + 16), byteCount: tail.uint32(plain + 12)
        )
        if end.count == 0xffff || end.offset == 0xffff_ffff || end.byteCount == 0xffff_ffff {
            guard plain == zip64EndByteCount, tail.uint32(0) == 0x0606_4b50,
                let count = tail.uint64(32), let byteCount = tail.uint64(40), let offset = tail.uint64(48)
            else { throw flawed(file) }
            end = (count, offset, byteCount)
        }
        guard end.offset <= file.byteCount, end.byteCount <= file.byteCount - end.offset else { throw flawed(file) }
        return end
    }

    private static func parse(_ raw: [UInt8], count: Int) -> [ZipMember]? {
        let bytes = LittleEndianBytes(raw)
        guard count <= raw.count / entryByteCount else { return nil }
        var members: [ZipMember] = []
        members.reserveCapacity(count)
        var position = 0
        for _ in 0..<count {
            guard position + entryByteCount <= raw.count else { return nil }
            let nameByteCount = bytes.uint16(position + 28)
            let fieldByteCount = bytes.uint16(position + 30)
            let nameStart = position + entryByteCount
            let following = nameStart + nameByteCount + fieldByteCount
            guard following <= raw.count else { return nil }
            var wide = LittleEndianBytes.Cursor(position: nameStart + nameByteCount + 4, limit: following)
            let size = bytes.uint32(position + 24)
            let offset = bytes.uint32(position + 42)
            let wideSize = size == 0xffff_ffff ? bytes.uint64(&wide) : size
            if size == 0xffff_ffff { _ = bytes.uint64(&wide) }
            let wideOffset = offset == 0xffff_ffff ? bytes.uint64(&wide) : offset
            guard let wideSize, let wideOffset else { return nil }
            members.append(
                ZipMember(
                    name: String(decoding: raw[nameStart..<nameStart + nameByteCount], as: UTF8.self),
                    crc32: UInt32(bytes.uint32(position + 16)), byteCount: wideSize, offset: wideOffset))
            position = following
        }
        return position == raw.count ? members : nil
    }
}

extension ReadableFile {
    /// Bytes of an artefact; a file that ends early is no artefact.
    func artefactBytes(at offset: Int, count: Int) throws(ArtefactError) -> [UInt8] {
        do {
            return try bytes(at: offset, count: count)
        } catch {
            throw .file(error)
        }
    }
}
