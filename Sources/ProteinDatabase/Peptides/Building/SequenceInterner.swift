/// Gives every distinct sequence a number, I, L and J taken as the same residue.
///
/// An open-addressing table of numbers; the sequences themselves stay where they are, as stretches of one residue array.
struct SequenceInterner {
    /// Start and length of each known sequence, by its number.
    private(set) var stretches: [(start: UInt32, length: UInt8)] = []
    private var slots: [UInt32]
    private var mask: Int

    init(expectedCount: Int) {
        var capacity = 1024
        while capacity < expectedCount * 2 { capacity *= 2 }
        slots = [UInt32](repeating: .max, count: capacity)
        mask = capacity - 1
    }

    /// Number of the sequence, which is added where it is new.
    mutating func intern(start: Int, length: Int, in residues: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool)
    {
        if stretches.count * 2 > slots.count { grow(residues) }
        var slot = Int(truncatingIfNeeded: Self.hash(start: start, length: length, in: residues)) & mask
        while slots[slot] != .max {
            let number = Int(slots[slot])
            if isEqual(stretches[number], start: start, length: length, in: residues) { return (number, false) }
            slot = (slot + 1) & mask
        }
        slots[slot] = UInt32(stretches.count)
        stretches.append((UInt32(start), UInt8(length)))
        return (stretches.count - 1, true)
    }

    /// Number of a sequence that may stand elsewhere than in the residue array; `nil` where it is not known.
    func find(_ sequence: [UInt8], in residues: UnsafeBufferPointer<UInt8>) -> Int? {
        sequence.withUnsafeBufferPointer { candidate in
            var slot =
                Int(truncatingIfNeeded: Self.hash(start: 0, length: candidate.count, in: candidate)) & mask
            while slots[slot] != .max {
                let known = stretches[Int(slots[slot])]
                if Int(known.length) == candidate.count,
                    (0..<candidate.count).allSatisfy({
                        ResidueIdentity.same(residues[Int(known.start) + $0], candidate[$0])
                    })
                {
                    return Int(slots[slot])
                }
                slot = (slot + 1) & mask
            }
            return nil
        }
    }

    private mutating func grow(_ residues: UnsafeBufferPointer<UInt8>) {
        slots = [UInt32](repeating: .max, count: slots.count * 2)
        mask = slots.count - 1
        for (number, stretch) in stretches.enumerated() {
            var slot =
                Int(truncatingIfNeeded: Self.hash(start: Int(stretch.start), length: Int(stretch.length), in: residues))
                & mask
            while slots[slot] != .max { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number)
        }
    }

    private func isEqual(
        _ known: (start: UInt32, length: UInt8), start: Int, length: Int, in residues: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard Int(known.length) == length else { return false }
        for i in 0..<length where !ResidueIdentity.same(residues[Int(known.start) + i], residues[start + i]) {
            return false
        }
        return true
    }

    /// FNV-1a over the residues with I, J and L as one, then mixed so that the low bits depend on all of them.
    private static func hash(start: Int, length: Int, in residues: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for i in start..<start + length {
            hash = (hash ^ UInt64(ResidueIdentity.normalised(residues[i]))) &* 0x0000_0100_0000_01B3
        }
        return hash ^ (hash >> 29)
    }
}
