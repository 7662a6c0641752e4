public import Chemistry

/// A protease, described by where it cuts.
///
/// A bond between two residues is a cleavage site where the residue before it is in `cutsAfter` and the residue behind it
/// is not in `unlessBefore`, or where the residue behind it is in `cutsBefore`.
///
/// > Source: PSI-MS controlled vocabulary, children of MS:1001045 (cleavage agent name) and their regular expressions.
public struct Enzyme: Sendable, Hashable {
    /// Name as written in workflow files.
    public let name: String
    /// Residues the enzyme cuts behind (towards the C-terminus).
    public let cutsAfter: ResidueSet
    /// Residues that protect a bond in front of them.
    public let unlessBefore: ResidueSet
    /// Residues the enzyme cuts in front of (towards the N-terminus).
    public let cutsBefore: ResidueSet
    /// One line for people: what it cuts, and its PSI-MS accession where it has one.
    public let summary: String

    init(
        _ name: String, after: String = "", unlessBefore: String = "", before: String = "", _ summary: String
    ) {
        self.name = name
        self.cutsAfter = Self.residues(after)
        self.unlessBefore = Self.residues(unlessBefore)
        self.cutsBefore = Self.residues(before)
        self.summary = summary
    }

    private static func residues(_ letters: String) -> ResidueSet {
        ResidueSet(letters.utf8.compactMap { AminoAcid(rawValue: $0) })
    }

    /// Whether the enzyme cuts the bond between two residues.
    @inline(__always) func cuts(between left: UInt8, and right: UInt8) -> Bool {
        (cutsAfter.contains(left) && !unlessBefore.contains(right)) || cutsBefore.contains(right)
    }

    /// Whether the enzyme cuts nowhere, so that only whole proteins are its products.
    public var cutsNothing: Bool { cutsAfter.isEmpty && cutsBefore.isEmpty }
}

extension Enzyme {
    /// Every enzyme a workflow can name, in the order help shows them.
    public static let all: [Enzyme] = [
        trypsin,
        Enzyme("trypsin/p", after: "KR", "after K or R, also before P (MS:1001313)"),
        Enzyme("lys-c", after: "K", unlessBefore: "P", "after K, not before P (MS:1001309)"),
        Enzyme("lys-c/p", after: "K", "after K, also before P (MS:1001310)"),
        Enzyme("lys-n", before: "K", "before K (MS:1003093)"),
        Enzyme("arg-c", after: "R", unlessBefore: "P", "after R, not before P (MS:1001303)"),
        Enzyme("asp-n", before: "D", "before D (MS:1001304)"),
        Enzyme("glu-c", after: "E", unlessBefore: "P", "after E, not before P (MS:1001917)"),
        Enzyme("glu-c/de", after: "DE", unlessBefore: "P", "after D or E, not before P (phosphate buffer)"),
        Enzyme("chymotrypsin", after: "FYWL", unlessBefore: "P", "after F, Y, W or L, not before P (MS:1001306)"),
        Enzyme("elastase", after: "ALIV", unlessBefore: "P", "after A, L, I or V, not before P (MS:1001915)"),
        Enzyme("cnbr", after: "M", "after M, cyanogen bromide (MS:1001307)"),
        Enzyme("formic-acid", after: "D", before: "D", "on both sides of D (MS:1001308)"),
        Enzyme("none", "no cleavage: whole proteins, for databases of peptides (MS:1001955)"),
    ]

    /// Trypsin with the Keil rule: after K or R, not before P (MS:1001251).
    public static let trypsin = Enzyme(
        "trypsin", after: "KR", unlessBefore: "P", "after K or R, not before P (MS:1001251)")

    /// The enzyme of that name, whatever its case; `nil` where there is none.
    public static func named(_ name: String) -> Enzyme? {
        all.first { $0.name == name.lowercased() }
    }
}
