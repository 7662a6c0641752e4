import ProteinDatabase
import TestSupport

/// Digestion by its definition: every stretch of a protein is looked at on its own.
enum StretchOracle {
    /// Random proteins rich in cleavage sites, some that begin with methionine, and some extreme ones.
    static let proteins: [String] = {
        var generator = SplitMix64(seed: 11)
        let random = (0..<12).map { number in
            (number % 3 == 0 ? "M" : "") + randomProtein(letters: "KRPDMAG", length: 30 + number, using: &generator)
        }
        return random + ["M", "MM", "K", "KKKKKK", "MKPKPK", "DDDD", "AAAAAAAA"]
    }()

    /// All stretches that the rules allow, by start, then end.
    static func stretches(of protein: [UInt8], _ rules: DigestionRules) -> [PeptideSpan] {
        var found: [PeptideSpan] = []
        for start in protein.indices {
            for end in start + 1...protein.count where rules.lengths.contains(end - start) {
                if let span = span(start, end, of: protein, rules) { found.append(span) }
            }
        }
        return found
    }

    private static func span(_ start: Int, _ end: Int, of protein: [UInt8], _ rules: DigestionRules) -> PeptideSpan? {
        let beginsProtein =
            start == 0 || (start == 1 && rules.losesInitiatorMethionine && protein[0] == UInt8(ascii: "M"))
        let startIsMade = beginsProtein || isSite(start, protein, rules.enzyme.name)
        let endIsMade = end == protein.count || isSite(end, protein, rules.enzyme.name)
        let missed = (start + 1..<max(start + 1, end)).count { isSite($0, protein, rules.enzyme.name) }
        switch rules.specificity {
        case .full: guard startIsMade && endIsMade && missed <= rules.missedCleavages else { return nil }
        case .semi: guard (startIsMade || endIsMade) && missed <= rules.missedCleavages else { return nil }
        case .none: break
        }
        return PeptideSpan(
            residues: start..<end, missedCleavages: missed, isProteinNTerminal: beginsProtein,
            isProteinCTerminal: end == protein.count)
    }

    /// Whether the bond in front of a residue is cut, written down once more for the enzymes used here.
    private static func isSite(_ position: Int, _ protein: [UInt8], _ enzyme: String) -> Bool {
        guard position > 0, position < protein.count else { return false }
        let (left, right) = (
            Character(UnicodeScalar(protein[position - 1])), Character(UnicodeScalar(protein[position]))
        )
        switch enzyme {
        case "trypsin": return (left == "K" || left == "R") && right != "P"
        case "lys-n": return right == "K"
        case "formic-acid": return left == "D" || right == "D"
        default: return false
        }
    }
}
