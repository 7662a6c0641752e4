/// What is in a FASTA file.
public struct FASTAInspection: Sendable, Hashable, Codable {
    /// Path the file was opened by.
    public var path: String
    /// Proteins with a distinct accession.
    public var proteins: Int
    /// Residues in all of them.
    public var residues: Int
    /// Residues of the shortest, the middle and the longest protein.
    public var lengths: [Int]
    /// Residues that stand for no single composition (B, X, Z, stops inside), by letter.
    public var ambiguous: [String: Int]
    /// Proteins with a gene name.
    public var withGene: Int
    /// Proteins whose accession looks like that of a decoy, and the prefix most of them have.
    public var decoyLike: Int
    /// The prefix of decoy-like accessions, where there are any.
    public var decoyPrefix: String?
    /// What was noticed, one sentence each.
    public var warnings: [String]

    /// Reads a file, plain or gzip.
    ///
    /// - Throws: ``FASTAError``.
    public init(path: String) throws(FASTAError) {
        let database = try ProteinDatabase(paths: [path], decoys: .unknown)
        let lengths = database.proteins.map(\.residues.count).sorted()
        let decoys = DecoyNames.find(in: database.proteins.lazy.map(\.accession))
        self.path = path
        proteins = database.proteins.count
        residues = lengths.reduce(0, +)
        self.lengths =
            lengths.isEmpty ? [] : [lengths[0], lengths[(lengths.count - 1) / 2], lengths[lengths.count - 1]]
        withGene = database.proteins.count { $0.gene != nil }
        decoyLike = decoys?.count ?? 0
        decoyPrefix = decoys?.prefix
        warnings = database.warnings
        ambiguous = [:]
        for protein in database.proteins {
            for residue in protein.residues where "BXZ*".utf8.contains(residue) {
                ambiguous[String(UnicodeScalar(residue)), default: 0] += 1
            }
        }
    }
}
