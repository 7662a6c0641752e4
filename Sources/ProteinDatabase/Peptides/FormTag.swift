/// How many variable modifications a row has, and its channel of labels, in one byte.
struct FormTag: Sendable {
    private let bits: UInt8

    /// Largest number of variable modifications a row can have.
    static let maximumPlacements = 15

    init(placements: Int, channel: Int) {
        bits = UInt8(channel) << 4 | UInt8(placements)
    }

    /// Number of variable modifications.
    @inline(__always) var placements: Int { Int(bits & 0x0F) }

    /// Channel in ``ChannelMasses``; 0 is without label.
    @inline(__always) var channel: Int { Int(bits >> 4) }
}
