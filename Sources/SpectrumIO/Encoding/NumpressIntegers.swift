/// The 32-bit integers of MS-Numpress: half bytes, the upper half of a byte first.
///
/// The first half byte says how many of the eight hexadecimal digits are left out at the top: 0 to 8 zeros, or, for 9 to
/// 15, one to seven `f`. The other digits follow, the lowest first. A single half byte 0 at the end is padding.
///
/// > Source: J. Teleman et al., Mol Cell Proteomics 13, 1537 (2014), doi:10.1074/mcp.O114.037879.
struct NumpressIntegers {
    private let bytes: UnsafeRawBufferPointer
    /// Half bytes that were read, and those there are.
    private var position: Int
    private let end: Int

    /// Reads from a byte on; there is nothing to read where the bytes end before it.
    init(_ bytes: UnsafeRawBufferPointer, firstByte: Int) {
        self.bytes = bytes
        position = 2 * firstByte
        end = 2 * bytes.count
    }

    /// Whether anything but padding is left.
    var hasMore: Bool { position &+ 1 < end || (position < end && digit(position) != 0) }

    /// The next integer; `nil` where the bytes end in the middle of it.
    mutating func next() -> UInt32? {
        let head = digit(position)
        let count = Int(head <= 8 ? 8 - head : 16 - head)
        guard count < end &- position else { return nil }
        var value: UInt32 = head <= 8 ? 0 : ~0 << UInt32(4 &* count)
        for index in 0..<count { value |= digit(position &+ 1 &+ index) << UInt32(4 &* index) }
        position &+= count &+ 1
        return value
    }

    /// - Precondition: `index` is less than ``end``.
    @inline(__always) private func digit(_ index: Int) -> UInt32 {
        let byte = UInt32(bytes[index >> 1])
        return index & 1 == 0 ? byte >> 4 : byte & 0xF
    }
}
