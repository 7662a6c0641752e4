/// Recognises accessions that look like decoys, so that a FASTA with undeclared decoys is not searched as targets.
enum DecoyNames {
    /// What was found among the accessions of a database.
    struct Finding {
        /// The decoy mark most accessions carry.
        var prefix: String
        /// Number of accessions that carry it.
        var count: Int
        /// Number of accessions looked at.
        var total: Int
        /// The first accession that carries it.
        var example: String

        /// Whether so many carry the mark that chance names are ruled out: one in twenty.
        var isSubstantial: Bool { count * 20 >= total }
    }

    /// Marks in use, each as the tool that writes it spells it: MSFragger and Sage `rev_`, Comet and OpenMS `DECOY_`,
    /// MS-GF+ `XXX_`, MaxQuant `REV__`, Mascot `###REV###`, PLGS `RANDOM_`, and the spellings of scripts.
    static let prefixes = [
        "rev_", "reverse_", "reversed_", "decoy_", "decoy-", "xxx_", "###rev###", "###rnd###", "random_", "rnd_",
        "shuffle_", "shuffled_", "shuf_", "sw_",
    ]

    /// The most frequent mark, or `nil` where no accession carries one.
    static func find(in accessions: some Sequence<String>) -> Finding? {
        var findings: [String: Finding] = [:]
        var total = 0
        for accession in accessions {
            total += 1
            guard let mark = prefixes.first(where: { begins(accession, with: $0) }) else { continue }
            let spelled = String(accession.prefix(mark.count))
            findings[spelled, default: Finding(prefix: spelled, count: 0, total: 0, example: accession)].count += 1
        }
        let most = findings.values.max { ($0.count, $1.prefix) < ($1.count, $0.prefix) }
        return most.map { Finding(prefix: $0.prefix, count: $0.count, total: total, example: $0.example) }
    }

    /// Whether an accession begins with a mark, whatever its case.
    private static func begins(_ accession: String, with mark: String) -> Bool {
        var letters = accession.utf8.makeIterator()
        return mark.utf8.allSatisfy { letter in
            guard let next = letters.next() else { return false }
            return next == letter || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(next) && next | 0x20 == letter
        }
    }
}
