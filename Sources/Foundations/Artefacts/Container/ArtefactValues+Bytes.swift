#if _endian(big)
    #error("Artefacts hold numbers as this machine has them in memory, which must be lowest byte first.")
#endif

extension ArtefactValues {
    /// Gives the bytes of one of the arrays the values are kept as, and the number of its elements.
    func withBytes(
        of part: ColumnPart, _ body: (UnsafeRawBufferPointer, Int) throws(FileError) -> Void
    ) throws(FileError) {
        switch self {
        case .int64(let values): try Self.withBytes(values, body)
        case .int32(let values): try Self.withBytes(values, body)
        case .uint64(let values): try Self.withBytes(values, body)
        case .uint8(let values): try Self.withBytes(values, body)
        case .bool(let values): try Self.withBytes(values.map { $0 ? 1 as UInt8 : 0 }, body)
        case .float64(let values): try Self.withBytes(values, body)
        case .float32(let values): try Self.withBytes(values, body)
        case .string(let texts):
            if case .offsets = part {
                try Self.withBytes(Self.offsets(of: texts), body)
            } else {
                try Self.withBytes(Self.utf8(of: texts), body)
            }
        case .int64List(let lists):
            if case .offsets = part {
                try Self.withBytes(lists.offsets, body)
            } else {
                try Self.withBytes(lists.values, body)
            }
        }
    }

    private static func withBytes<Element: BitwiseCopyable>(
        _ values: [Element], _ body: (UnsafeRawBufferPointer, Int) throws(FileError) -> Void
    ) throws(FileError) {
        try values.withUnsafeBufferPointer { (buffer) throws(FileError) in
            try body(UnsafeRawBufferPointer(buffer), buffer.count)
        }
    }

    private static func offsets(of texts: [String]) -> [UInt64] {
        var offsets: [UInt64] = [0]
        offsets.reserveCapacity(texts.count + 1)
        var total: UInt64 = 0
        for text in texts {
            total += UInt64(text.utf8.count)
            offsets.append(total)
        }
        return offsets
    }

    private static func utf8(of texts: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count })
        for text in texts { bytes.append(contentsOf: text.utf8) }
        return bytes
    }
}
