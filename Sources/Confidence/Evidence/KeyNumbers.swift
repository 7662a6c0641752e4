import Foundations

/// Numbers for 64-bit keys, in the order they are first seen: a table of open addresses, 8 bytes a key and 6 to 12 a slot.
///
/// `Dictionary` would need two to three times the memory, which counts where tens of millions of matches name millions of
/// peptides.
struct KeyNumbers {
    /// The keys by number.
    private(set) var keys = PiecewiseArray<UInt64>()
    /// For each slot the number in it and 1; 0 where it is empty. Their count is a power of two.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    /// Memory in use, in bytes.
    var byteCount: Int { keys.byteCount + slots.count * MemoryLayout<UInt32>.stride }

    /// The number of a key; `nil` where it was never seen.
    func find(_ key: UInt64) -> Int? {
        let number = Int(slots[slot(of: key)]) - 1
        return number < 0 ? nil : number
    }

    /// The number of a key, which is given one where it has none.
    mutating func number(of key: UInt64) -> Int {
        let place = slot(of: key)
        if slots[place] != 0 { return Int(slots[place]) - 1 }
        keys.append(key)
        slots[place] = UInt32(keys.count)
        // Three quarters full: longer chains would cost more time than the memory is worth.
        if keys.count * 4 > slots.count * 3 { grow() }
        return keys.count - 1
    }

    /// Where a key is, or the empty slot where it belongs.
    private func slot(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: StableHash.combine(key, 0)) & mask
        while slots[place] != 0, keys[Int(slots[place]) - 1] != key { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let count = slots.count * 2
        slots = []
        slots = [UInt32](repeating: 0, count: count)
        for number in 0..<keys.count { slots[slot(of: keys[number])] = UInt32(number + 1) }
    }
}
