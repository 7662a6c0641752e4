/// A share of the memory budget that somebody holds.
public struct MemoryHolding: Hashable, Sendable {
    /// What the memory is for.
    public let purpose: String
    /// How much, in bytes.
    public let bytes: Int
}

/// Why memory was not given.
public enum MemoryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// More than the whole budget was asked for: waiting cannot help.
    case exceedsBudget(purpose: String, requestedBytes: Int, budgetBytes: Int)
    /// Too much is held by others at present; the largest holdings come first.
    case exhausted(
        purpose: String, requestedBytes: Int, availableBytes: Int, budgetBytes: Int, holdings: [MemoryHolding])

    /// One sentence: who asked for what, who holds what, and what to do.
    public var description: String {
        switch self {
        case .exceedsBudget(let purpose, let requested, let budget):
            """
            \(purpose) needs \(ByteSize(bytes: requested)), more than the whole memory budget of \
            \(ByteSize(bytes: budget)); give a larger --memory
            """
        case .exhausted(let purpose, let requested, let available, let budget, let holdings):
            """
            \(purpose) needs \(ByteSize(bytes: requested)), but only \(ByteSize(bytes: available)) of the memory budget \
            of \(ByteSize(bytes: budget)) are free (\(Self.list(holdings))); give a larger --memory or fewer --jobs
            """
        }
    }

    private static func list(_ holdings: [MemoryHolding]) -> String {
        let shown = holdings.prefix(5).map { "\($0.purpose) holds \(ByteSize(bytes: $0.bytes))" }
        let rest = holdings.count - shown.count
        return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: ", ")
    }
}
