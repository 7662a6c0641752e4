import Foundations

/// What the header line of a FASTA entry says about its protein.
///
/// Three dialects are told apart by their first word: UniProt (`sp|P02768|ALBU_HUMAN Albumin OS=... GN=ALB`), NCBI
/// (`gi|4502027|ref|NP_000468.1| albumin [Homo sapiens]`, `ref|NP_000468.1|`), and anything else, where the first word is
/// the accession and the rest the description.
///
/// > Source: UniProtKB help page "FASTA headers"; NCBI "FASTA format: sequence identifiers".
public struct FASTAHeader: Sendable, Hashable {
    /// Accession of the protein.
    public var accession: String
    /// Entry name of UniProt (`ALBU_HUMAN`), where stated.
    public var entryName: String?
    /// Gene name, where stated.
    public var gene: String?
    /// Free description.
    public var description: String

    /// Understands a header line without its leading `>`. The accession is empty where the line has no first word.
    public init(parsing line: String) {
        let bytes = Array(line.utf8)
        let word = bytes.prefix { !$0.isASCIIBlank }
        let rest = bytes.dropFirst(word.count).drop(while: \.isASCIIBlank)
        let parts = word.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        accession = Self.accession(inParts: parts) ?? String(decoding: word, as: UTF8.self)
        entryName = Self.entryName(inParts: parts)
        let fields = Self.fieldStarts(in: rest)
        gene = fields.first { rest[$0...].starts(with: "GN=".utf8) }
            .map { String(decoding: rest[($0 + 3)...].prefix { !$0.isASCIIBlank }, as: UTF8.self) }
            .flatMap { $0.isEmpty ? nil : $0 }
        var text = rest[..<(fields.first ?? rest.endIndex)]
        while let last = text.last, last.isASCIIBlank { text.removeLast() }
        description = String(decoding: text.map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    /// Where UniProt's `KEY=value` fields begin.
    private static func fieldStarts(in rest: ArraySlice<UInt8>) -> [Int] {
        rest.indices.filter { index in
            (index == rest.startIndex || rest[index - 1].isASCIIBlank) && index + 3 <= rest.endIndex
                && rest[index + 2] == UInt8(ascii: "=") && isKey(rest[index], rest[index + 1])
        }
    }

    private static func isKey(_ first: UInt8, _ second: UInt8) -> Bool {
        switch (UnicodeScalar(first), UnicodeScalar(second)) {
        case ("O", "S"), ("O", "X"), ("G", "N"), ("P", "E"), ("S", "V"): true
        default: false
        }
    }

    /// Understands the header line of a decoy, whose prefix stands in front of the first word or of the accession inside
    /// it; `nil` where there is no such prefix. `rev_sp|P02768|ALBU_HUMAN` and `sp|rev_P02768|ALBU_HUMAN` both name P02768.
    init?(parsing line: String, removingDecoyPrefix prefix: String) {
        if line.hasPrefix(prefix) {
            self.init(parsing: String(line.dropFirst(prefix.count)))
        } else {
            self.init(parsing: line)
            guard accession.hasPrefix(prefix) else { return nil }
            accession.removeFirst(prefix.count)
        }
    }

    /// The entry name among the parts of a first word that `|` divides.
    private static func entryName(inParts parts: [String]) -> String? {
        guard parts.count == 3, ["sp", "tr"].contains(parts[0].lowercased()), !parts[2].isEmpty else { return nil }
        return parts[2]
    }

    /// The accession among the parts of a first word that `|` divides; `nil` where it is the whole word.
    private static func accession(inParts parts: [String]) -> String? {
        guard parts.count >= 2, !parts[1].isEmpty else { return nil }
        switch parts[0].lowercased() {
        case "sp", "tr", "ref", "gb", "emb", "dbj", "lcl", "bbs":
            return parts[1]
        case "gi":
            // `gi|number|pdb|entry|chain`: the entry alone would be the same for every chain.
            return parts.count >= 4 && !parts[3].isEmpty && parts[2].lowercased() != "pdb" ? parts[3] : parts[1]
        default:
            // Among them `pdb|entry|chain` and `gnl|database|identifier`, which only the whole word tells apart.
            return nil
        }
    }
}
