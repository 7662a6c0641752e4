/// Puts right checksums into an archive whose members were damaged.
enum ZipRepair {
    /// The bytes with the CRC-32 of each member, as far as the directory can be followed, in both of its places.
    static func withRightChecksums(_ bytes: [UInt8]) -> [UInt8] {
        var repaired = bytes
        guard bytes.count >= 22 else { return bytes }
        var entry = number(bytes, bytes.count - 6, 4)
        while entry + 46 <= bytes.count, number(bytes, entry, 4) == 0x0201_4b50 {
            let nameCount = number(bytes, entry + 28, 2)
            let size = number(bytes, entry + 24, 4)
            let header = number(bytes, entry + 42, 4)
            if header + 30 <= bytes.count {
                let start = header + 30 + number(bytes, header + 26, 2) + number(bytes, header + 28, 2)
                if start + size <= bytes.count {
                    let checksum = crc32(bytes[start..<start + size])
                    for offset in 0..<4 {
                        let byte = UInt8(truncatingIfNeeded: checksum >> (8 * UInt32(offset)))
                        repaired[entry + 16 + offset] = byte
                        repaired[header + 14 + offset] = byte
                    }
                }
            }
            entry += 46 + nameCount + number(bytes, entry + 30, 2)
        }
        return repaired
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    }

    /// CRC-32 bit by bit, independent of the one under test.
    ///
    /// > Source: ISO 3309, with the reflected polynomial edb88320, as PKWARE's APPNOTE.TXT section 4.4.7 has it.
    private static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var checksum = ~(0 as UInt32)
        for byte in bytes {
            checksum ^= UInt32(byte)
            for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~checksum
    }
}
