/// Sorting of masses.
package enum MassOrder {
    private static let digitBits: UInt64 = 11

    /// Positions of numbers in ascending order; equal numbers keep their order.
    ///
    /// A radix sort on bit patterns. Only bits in which the numbers differ are looked at, so that the nearer they are the
    /// less it costs.
    ///
    /// - Complexity: linear in the count.
    package static func ascending(_ masses: [Double]) -> [UInt32] {
        let least = masses.reduce(UInt64.max) { min($0, sortKey(of: $1)) }
        var keys = masses.map { sortKey(of: $0) - least }
        let used = UInt64(64 - keys.reduce(0, |).leadingZeroBitCount)
        var order = (0..<UInt32(masses.count)).map { $0 }
        var nextKeys = keys
        var nextOrder = order
        var counts = [Int](repeating: 0, count: 1 << Int(digitBits) + 1)
        for shift in stride(from: 0, to: used, by: Int(digitBits)) {
            for digit in counts.indices { counts[digit] = 0 }
            for key in keys { counts[digit(of: key, shift) + 1] += 1 }
            for digit in 1..<counts.count { counts[digit] += counts[digit - 1] }
            for (key, position) in zip(keys, order) {
                let digit = digit(of: key, shift)
                nextKeys[counts[digit]] = key
                nextOrder[counts[digit]] = position
                counts[digit] += 1
            }
            swap(&keys, &nextKeys)
            swap(&order, &nextOrder)
        }
        return order
    }

    /// A whole number that is the greater the greater the mass is. Bit patterns of positive doubles already are; those of
    /// negative ones, which fixed modifications that take away more than a peptide weighs can lead to, run the other way.
    @inline(__always) private static func sortKey(of mass: Double) -> UInt64 {
        let bits = mass.bitPattern
        return mass.sign == .minus ? ~bits : bits | 1 << 63
    }

    @inline(__always) private static func digit(of key: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: key >> shift & ((1 << digitBits) - 1))
    }
}
