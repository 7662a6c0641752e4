/// The records of a ZIP archive whose members are stored as they are, with a fixed time stamp.
///
/// > Source: PKWARE, ".ZIP File Format Specification" (APPNOTE.TXT) 6.3.10, sections 4.3.7 (local header), 4.3.12
/// > (directory), 4.3.14 to 4.3.16 (ends of the directory) and 4.5.3 (zip64 field).
struct ZipMember: Hashable, Sendable {
    var name: String
    var crc32: UInt32
    var byteCount: Int
    /// Where its local header begins.
    var offset = 0
}

/// From which size on a number moves to a 64-bit field. Tests lower it, so that no file of 4 GB is needed.
package struct ZipLimits: Hashable, Sendable {
    /// Sizes and offsets from here on take a zip64 field.
    package var size: Int
    /// Numbers of members from here on take a zip64 record.
    package var count: Int

    package init(size: Int, count: Int) {
        self.size = size
        self.count = count
    }

    /// What the specification has: the largest values are the marks for "see the zip64 field".
    package static let standard = ZipLimits(size: 0xffff_ffff, count: 0xffff)
}

/// Writes the records, always in the same way: equal members give equal bytes.
struct ZipRecordEncoder {
    let limits: ZipLimits

    private static let versionPlain: UInt16 = 20
    private static let versionZip64: UInt16 = 45
    /// 1980-01-01 as MS-DOS has it, the earliest day there is: year 0, month 1, day 1.
    private static let date: UInt16 = 1 << 5 | 1

    func localHeader(_ member: ZipMember) -> [UInt8] {
        let isLarge = member.byteCount >= limits.size
        var record: [UInt8] = []
        record.append(little: 0x0403_4b50 as UInt32)
        appendCommonFields(member, needsZip64: isLarge, to: &record)
        record.append(little: UInt16(member.name.utf8.count))
        record.append(little: UInt16(isLarge ? 20 : 0))
        record.append(contentsOf: member.name.utf8)
        if isLarge { appendZip64Field([member.byteCount, member.byteCount], to: &record) }
        return record
    }

    func directoryEntry(_ member: ZipMember) -> [UInt8] {
        let isLarge = member.byteCount >= limits.size
        let isFar = member.offset >= limits.size
        let wide = (isLarge ? [member.byteCount, member.byteCount] : []) + (isFar ? [member.offset] : [])
        var record: [UInt8] = []
        record.append(little: 0x0201_4b50 as UInt32)
        record.append(little: wide.isEmpty ? Self.versionPlain : Self.versionZip64)
        appendCommonFields(member, needsZip64: !wide.isEmpty, to: &record)
        record.append(little: UInt16(member.name.utf8.count))
        record.append(little: UInt16(wide.isEmpty ? 0 : 4 + 8 * wide.count))
        // No comment, first disk, no attributes.
        record.append(contentsOf: [UInt8](repeating: 0, count: 10))
        record.append(little: isFar ? UInt32.max : UInt32(member.offset))
        record.append(contentsOf: member.name.utf8)
        if !wide.isEmpty { appendZip64Field(wide, to: &record) }
        return record
    }

    func directoryEnd(memberCount: Int, directoryOffset: Int, directoryByteCount: Int) -> [UInt8] {
        let isMany = memberCount >= limits.count
        let isFar = directoryOffset >= limits.size
        let isLong = directoryByteCount >= limits.size
        var record: [UInt8] = []
        if isMany || isFar || isLong {
            appendZip64End(
                memberCount: memberCount, directoryOffset: directoryOffset, directoryByteCount: directoryByteCount,
                to: &record)
        }
        record.append(little: 0x0605_4b50 as UInt32)
        record.append(little: 0 as UInt32)
        record.append(little: isMany ? UInt16.max : UInt16(memberCount))
        record.append(little: isMany ? UInt16.max : UInt16(memberCount))
        record.append(little: isLong ? UInt32.max : UInt32(directoryByteCount))
        record.append(little: isFar ? UInt32.max : UInt32(directoryOffset))
        record.append(little: 0 as UInt16)
        return record
    }

    /// Version, flags, method (0: stored), time, date, CRC-32, and the size twice, for stored and original bytes.
    private func appendCommonFields(_ member: ZipMember, needsZip64: Bool, to record: inout [UInt8]) {
        let size = member.byteCount >= limits.size ? UInt32.max : UInt32(member.byteCount)
        record.append(little: needsZip64 ? Self.versionZip64 : Self.versionPlain)
        record.append(little: 0 as UInt32)
        record.append(little: 0 as UInt16)
        record.append(little: Self.date)
        record.append(little: member.crc32)
        record.append(little: size)
        record.append(little: size)
    }

    private func appendZip64Field(_ numbers: [Int], to record: inout [UInt8]) {
        record.append(little: 1 as UInt16)
        record.append(little: UInt16(8 * numbers.count))
        for number in numbers { record.append(little: UInt64(number)) }
    }

    private func appendZip64End(
        memberCount: Int, directoryOffset: Int, directoryByteCount: Int, to record: inout [UInt8]
    ) {
        record.append(little: 0x0606_4b50 as UInt32)
        record.append(little: 44 as UInt64)
        record.append(little: Self.versionZip64)
        record.append(little: Self.versionZip64)
        record.append(little: 0 as UInt64)
        record.append(little: UInt64(memberCount))
        record.append(little: UInt64(memberCount))
        record.append(little: UInt64(directoryByteCount))
        record.append(little: UInt64(directoryOffset))
        record.append(little: 0x0706_4b50 as UInt32)
        record.append(little: 0 as UInt32)
        record.append(little: UInt64(directoryOffset + directoryByteCount))
        record.append(little: 1 as UInt32)
    }
}

extension [UInt8] {
    /// Appends a number, lowest byte first.
    fileprivate mutating func append(little number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
