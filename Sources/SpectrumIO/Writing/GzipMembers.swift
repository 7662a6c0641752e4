internal import Foundations

/// Cuts a stream into gzip members of about a megabyte: a gzip file is any number of them, one after the other (RFC 1952,
/// section 2.2), so that no more than one is in memory.
struct GzipMembers {
    private let deflater = Deflater()
    private var pending: [UInt8] = []

    private static let memberByteCount = 1 << 20

    /// Adds bytes; returns a member once there are enough for one.
    mutating func add(_ bytes: [UInt8]) -> [UInt8]? {
        pending += bytes
        return pending.count >= Self.memberByteCount ? last() : nil
    }

    /// What is left, as a member; `nil` where nothing is left.
    mutating func last() -> [UInt8]? {
        guard !pending.isEmpty else { return nil }
        defer { pending.removeAll(keepingCapacity: true) }
        return deflater.gzip(pending)
    }
}
