import ProteinDatabase
import TestSupport

/// Proteins of random residues in the proportions of nature, so that tryptic peptides are about nine residues long.
enum RandomProteins {
    /// Residues as often as in vertebrate proteins, in percent.
    private static let letters = zip("ARNDCQEGHILKMFPSTWYV".utf8, percentages)
        .flatMap { [UInt8](repeating: $0, count: $1) }
    private static let percentages = [7, 5, 4, 5, 2, 5, 7, 7, 3, 5, 10, 6, 2, 4, 6, 8, 5, 1, 3, 6]

    /// Proteins that begin with methionine, called P1, P2 and on.
    static func make(_ count: Int, length: Int, seed: UInt64 = 1) -> [Protein] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { number in
            let rest = (1..<length).map { _ in letters[random.integer(0..<letters.count)] }
            return Protein(accession: "P\(number + 1)", residues: [UInt8(ascii: "M")] + rest)
        }
    }
}

extension Protein {
    /// A protein given by its sequence.
    init(_ accession: String, _ sequence: String) {
        self.init(accession: accession, residues: Array(sequence.utf8))
    }
}
