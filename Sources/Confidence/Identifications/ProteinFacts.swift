/// What the report of proteins needs to know about one protein beyond its accession.
public struct ProteinFacts: Sendable, Hashable {
    /// Name of the gene, where the database states it.
    public var gene: String?
    /// Description, without the accession and without key-value pairs of the header.
    public var description: String?
    /// The whole sequence, one letter a residue, upper case; `nil` where it is not at hand, and coverage then has no
    /// value.
    public var sequence: String?

    /// Creates facts from what a database states; an empty text counts as none.
    public init(gene: String? = nil, description: String? = nil, sequence: String? = nil) {
        self.gene = gene?.isEmpty == true ? nil : gene
        self.description = description?.isEmpty == true ? nil : description
        self.sequence = sequence
    }
}
