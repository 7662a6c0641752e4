/// Where rows of identifications go as they are made.
///
/// Rows name one another by the order in which they come. Matches come by run and spectrum; peptides by their best
/// match, with its form and without a count of matches; then forms of peptides, then protein groups, then what these explain.
protocol IdentificationSink {
    mutating func append(_ psms: [IdentifiedPSM]) throws
    mutating func append(_ peptides: [IdentifiedPeptide]) throws
    mutating func append(_ forms: [PeptideForm]) throws
    mutating func append(_ groups: [IdentifiedProteinGroup]) throws
    mutating func append(_ explained: [ExplainedProteins]) throws
}
