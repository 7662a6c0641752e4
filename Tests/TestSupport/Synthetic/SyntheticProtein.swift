/// A protein made up for tests: plausible to a parser and to an enzyme, and in no database.
public struct SyntheticProtein: Sendable, Hashable {
    /// Accession in the form of UniProt (`Q9X` and three more characters), unique within a set.
    public var accession: String
    /// The header of its FASTA entry without the leading `>`.
    public var header: String
    /// Residues, one letter each.
    public var sequence: String

    /// Creates a protein from its parts.
    public init(accession: String, header: String, sequence: String) {
        self.accession = accession
        self.header = header
        self.sequence = sequence
    }

    /// Makes proteins of 200 to 600 residues that begin with methionine and are composed like human ones.
    ///
    /// - Parameters:
    ///   - count: Number of proteins, at most 12,960.
    ///   - paralogueShare: Share of proteins that are copies of an earlier one with 2 % of the residues exchanged, so
    ///     that peptides are shared between proteins.
    ///   - seed: The same seed gives the same proteins; a larger count only adds to them.
    public static func make(count: Int, paralogueShare: Double = 0.05, seed: UInt64) -> [SyntheticProtein] {
        precondition((0...12_960).contains(count), "There are accessions for up to 12,960 synthetic proteins.")
        var generator = SplitMix64(seed: seed)
        var sequences: [[UInt8]] = []
        for number in 0..<count {
            let isParalogue = number > 0 && generator.happens(withProbability: paralogueShare)
            let sequence =
                isParalogue
                ? mutated(sequences[generator.integer(0..<number)], using: &generator)
                : random(length: generator.integer(200..<601), using: &generator)
            sequences.append(sequence)
        }
        return sequences.enumerated().map { number, sequence in named(number, sequence) }
    }

    /// The proteins as a FASTA file with 60 residues a line.
    public static func fasta(_ proteins: [SyntheticProtein]) -> String {
        var text = ""
        for protein in proteins {
            text += ">\(protein.header)\n"
            var rest = protein.sequence[...]
            while !rest.isEmpty {
                text += rest.prefix(60) + "\n"
                rest = rest.dropFirst(60)
            }
        }
        return text
    }

    private static func named(_ number: Int, _ sequence: [UInt8]) -> SyntheticProtein {
        let accession = accession(number)
        let header =
            "sp|\(accession)|SYN\(number + 1)_SYNTH Synthetic protein \(number + 1) OS=Synthetic "
            + "GN=SYN\(number + 1) PE=1 SV=1"
        return SyntheticProtein(
            accession: accession, header: header, sequence: String(decoding: sequence, as: UTF8.self))
    }

    /// `Q9X`, two letters or digits and a digit, which is a form UniProt accessions have.
    private static func accession(_ number: Int) -> String {
        let symbols = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        return "Q9X\(symbols[number / 360])\(symbols[number / 10 % 36])\(number % 10)"
    }

    private static func random(length: Int, using generator: inout SplitMix64) -> [UInt8] {
        [UInt8(ascii: "M")] + (1..<length).map { _ in randomResidue(using: &generator) }
    }

    private static func mutated(_ sequence: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
        var copy = sequence
        for position in copy.indices.dropFirst() where generator.happens(withProbability: 0.02) {
            copy[position] = randomResidue(using: &generator)
        }
        return copy
    }

    /// A residue as often as human proteins have it.
    static func randomResidue(using generator: inout SplitMix64) -> UInt8 {
        var rest = generator.integer(0..<frequencyTotal)
        for (residue, frequency) in frequencies {
            rest -= frequency
            if rest < 0 { return residue }
        }
        return UInt8(ascii: "L")
    }

    /// Residues of reviewed human proteins in tenths of a percent, rounded (UniProtKB/Swiss-Prot statistics).
    private static let frequencies: [(residue: UInt8, tenthsOfPercent: Int)] = zip(
        "ARNDCQEGHILKMFPSTWYV".utf8,
        [70, 56, 36, 47, 23, 48, 71, 66, 26, 43, 100, 57, 21, 36, 63, 83, 54, 12, 27, 60]
    ).map { ($0, $1) }

    private static let frequencyTotal = frequencies.reduce(0) { $0 + $1.tenthsOfPercent }
}
