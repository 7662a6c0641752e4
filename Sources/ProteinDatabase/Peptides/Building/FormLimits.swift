import Chemistry

/// Which variable modifications a peptidoform may carry together, laid out for looking up by index.
struct FormLimits: Sendable {
    /// Number of variable modifications.
    private let count: Int
    /// Largest number of each in one peptidoform.
    private let maxima: [UInt8]
    /// Whether the first excludes the second: `count` rows of `count`.
    private let excludes: [Bool]

    /// Lays limits out; `nil` where there are none.
    init?(_ limits: VariableLimits, count: Int) {
        guard limits != .none else { return nil }
        self.count = count
        maxima = (0..<count).map { UInt8(min(limits.maxima[$0] ?? FormTag.maximumPlacements, 255)) }
        excludes = (0..<count * count).map { limits.excludes($0 / count, $0 % count) }
    }

    /// Whether a modification may be added to those chosen for a peptidoform.
    func allow(_ modification: UInt8, beside chosen: [Placement]) -> Bool {
        var free = maxima[Int(modification)]
        for placement in chosen {
            if excludes[Int(modification) * count + Int(placement.modification)] { return false }
            if placement.modification == modification { free &-= 1 }
        }
        return free > 0
    }
}
