/// Sorting of masses.
package enum MassOrder {
    /// Positions of positive numbers in ascending order; equal numbers keep their order.
    ///
    /// A radix sort on the bit patterns, which order positive doubles as the numbers themselves.
    ///
    /// - Complexity: linear in the count.
    package static func ascending(_ masses: [Double]) -> [UInt32] {
        var keys = masses.map(\.bitPattern)
        var order = (0..<UInt32(masses.count)).map { $0 }
        var nextKeys = keys
        var nextOrder = order
        for shift in stride(from: 0, to: 64, by: 16) {
            var counts = [Int](repeating: 0, count: 65_537)
            for key in keys { counts[Int((key >> UInt64(shift)) & 0xFFFF) + 1] += 1 }
            if counts.contains(masses.count) { continue }
            for digit in 1..<counts.count { counts[digit] += counts[digit - 1] }
            for (key, position) in zip(keys, order) {
                let digit = Int((key >> UInt64(shift)) & 0xFFFF)
                nextKeys[counts[digit]] = key
                nextOrder[counts[digit]] = position
                counts[digit] += 1
            }
            swap(&keys, &nextKeys)
            swap(&order, &nextOrder)
        }
        return order
    }
}
