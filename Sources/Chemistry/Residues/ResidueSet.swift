/// A set of one-letter residue codes, upper-case ASCII.
public struct ResidueSet: Sendable, Hashable, CustomStringConvertible {
    /// Bit n is set where the letter `A` + n is a member.
    private var bits: UInt32 = 0

    /// Letters that may be in a set: those of ``AminoAcid``, in alphabetical order.
    public static let allowedLetters = "ACDEFGHIKLMNOPQRSTUVWY"
    /// A set without letters.
    public static let empty = ResidueSet()

    /// Creates an empty set.
    public init() {}

    /// Creates a set of amino acids.
    public init(_ aminoAcids: some Sequence<AminoAcid>) {
        for aminoAcid in aminoAcids { bits |= Self.bit(aminoAcid.letter) }
    }

    /// Whether there is no letter.
    public var isEmpty: Bool { bits == 0 }

    /// The letters as ASCII bytes, ascending.
    public var letters: [UInt8] { Self.allowedLetters.utf8.filter(contains) }

    /// The letters in alphabetical order: `STY`.
    public var description: String { String(decoding: letters, as: UTF8.self) }

    /// Whether the letter is a member; any byte may be asked.
    public func contains(_ letter: UInt8) -> Bool {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= letter && bits & Self.bit(letter) != 0
    }

    /// The letters that are in both sets.
    public func intersection(_ other: ResidueSet) -> ResidueSet {
        var common = self
        common.bits &= other.bits
        return common
    }

    private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter - UInt8(ascii: "A")) }
}
