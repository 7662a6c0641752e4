/// Compares two sequences of the same residues by the fragments they can be told apart by.
///
/// Where the residues in front of a bond are the same in both, whatever their order, so are the masses of both fragments
/// of the bond. An entrapment that shares most of them with its partner takes the partner's spectra, which are then no
/// false matches.
struct BondComparison {
    /// How often each letter came more in one than in the other, by normalised ASCII byte.
    private var surplus = [Int32](repeating: 0, count: 256)

    /// Largest part of the bonds that an entrapment may share with its partner.
    private static let sharedPart = 1.0 / 3

    /// Number of bonds at which both have the same residues in front. Both have equally many residues.
    mutating func sharedBonds(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
        for letter in surplus.indices { surplus[letter] = 0 }
        var unequal = 0
        var shared = 0
        for (left, right) in zip(one.dropLast(), other) {
            unequal += change(ResidueIdentity.normalised(left), by: 1)
            unequal += change(ResidueIdentity.normalised(right), by: -1)
            if unequal == 0 { shared += 1 }
        }
        return shared
    }

    /// Whether an entrapment is too much like its partner to tell which of them a spectrum shows.
    mutating func areAlike(_ entrapment: ArraySlice<UInt8>, _ partner: ArraySlice<UInt8>) -> Bool {
        Double(sharedBonds(entrapment, partner)) > Double(entrapment.count - 1) * Self.sharedPart
    }

    /// Returns by how many the letters that are unequal became more.
    private mutating func change(_ letter: UInt8, by step: Int32) -> Int {
        let before = surplus[Int(letter)]
        surplus[Int(letter)] = before + step
        return before == 0 ? 1 : before + step == 0 ? -1 : 0
    }
}
