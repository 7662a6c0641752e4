/// Bytes read as numbers whose lowest byte comes first.
struct LittleEndianBytes {
    /// A place that moves on with every number.
    struct Cursor {
        var position: Int
        let limit: Int
    }

    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func uint16(_ position: Int) -> Int { number(position, byteCount: 2) }

    func uint32(_ position: Int) -> Int { number(position, byteCount: 4) }

    /// Nil where the number is larger than any size in a file.
    func uint64(_ position: Int) -> Int? {
        bytes[position + 7] < 0x80 ? number(position, byteCount: 8) : nil
    }

    /// Nil where the number is not there, or larger than any size in a file.
    func uint64(_ cursor: inout Cursor) -> Int? {
        guard cursor.position + 8 <= cursor.limit else { return nil }
        defer { cursor.position += 8 }
        return uint64(cursor.position)
    }

    private func number(_ position: Int, byteCount: Int) -> Int {
        var number = 0
        for place in (position..<position + byteCount).reversed() { number = number << 8 | Int(bytes[place]) }
        return number
    }
}
