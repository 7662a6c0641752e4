public import Foundations

/// The matches of a run as ``RunMatches/write(to:)`` stored them, read when they are asked for.
///
/// The file is opened for each question and closed after it: hundreds of runs need neither memory nor open files.
public struct StoredMatches: MatchSource, Hashable {
    /// Where the artefact is.
    public let path: String
    /// Name of the run.
    public let run: String

    /// Looks what is stored, without reading it.
    ///
    /// - Throws: `ArtefactError` where the file is not there, is cut off or holds something else.
    public init(artefact path: String) throws(ArtefactError) {
        self.path = path
        guard let run = try Self.open(path).schema.metadata["run"] else {
            throw .missing(path: path, what: "name of its run")
        }
        self.run = run
    }

    /// All matches at once, checked.
    ///
    /// - Throws: `ArtefactError` where the file is damaged.
    public func load(ions: Bool) throws(ArtefactError) -> RunMatches { try RunMatches(artefact: path, ions: ions) }

    /// The proteins of the run.
    ///
    /// - Throws: `ArtefactError` where the file is damaged.
    public func readProteins() throws(ArtefactError) -> [MatchedProtein] {
        try MatchTables.proteins.rows(of: try Self.open(path), RunMatches.proteins)
    }

    /// Numbers of matches and peptides.
    ///
    /// - Throws: `ArtefactError` where the file cannot be read.
    public func readSize() throws(ArtefactError) -> MatchSourceSize {
        let reader = try Self.open(path)
        return MatchSourceSize(
            matches: try reader.rowCount(of: MatchTables.matches.name),
            peptides: try reader.rowCount(of: MatchTables.peptides.name))
    }

    /// What the entrapments among the candidates were.
    ///
    /// - Throws: `ArtefactError` where the file cannot be read.
    public func readEntrapment() throws(ArtefactError) -> EntrapmentCensus? {
        EntrapmentCensus(metadata: try Self.open(path).schema.metadata)
    }

    /// The matches of rank 1.
    ///
    /// - Throws: `ArtefactError` where the file is damaged.
    public func readBestMatches() throws(ArtefactError) -> [BestMatch] {
        var found: [BestMatch] = []
        var first = 0
        let columns = ["spectrum_index", "rank", "peptide", "score"]
        let reader = try Self.open(path)
        for number in 0..<(try reader.rowGroupCount(of: MatchTables.matches.name)) {
            let group = try reader.rowGroup(number, of: MatchTables.matches.name, columns: columns)
            let (spectra, ranks) = (try group.int64("spectrum_index"), try group.int64("rank"))
            let (peptides, scores) = (try group.int64("peptide"), try group.float64("score"))
            for row in 0..<group.rowCount where ranks[row] == 1 {
                found.append(
                    BestMatch(
                        match: first + row, spectrumIndex: Int(spectra[row]), peptide: Int(peptides[row]),
                        score: scores[row]))
            }
            first += group.rowCount
        }
        return found
    }

    /// The peptides, some at a time.
    ///
    /// - Throws: `ArtefactError` where the file is damaged; what `use` throws.
    public func readPeptides(_ use: (_ firstRow: Int, _ peptides: [PeptideEvidence]) throws -> Void) throws {
        var first = 0
        let columns = [
            "peptidoform", "sequence", "proteins", "is_decoy", "pair_key", "origin_key", "is_paired", "mass",
        ]
        let reader = try Self.open(path)
        for number in 0..<(try reader.rowGroupCount(of: MatchTables.peptides.name)) {
            let group = try reader.rowGroup(number, of: MatchTables.peptides.name, columns: columns)
            try use(first, try Self.peptides(group))
            first += group.rowCount
        }
    }

    private static func peptides(_ group: ArtefactRowGroup) throws(ArtefactError) -> [PeptideEvidence] {
        let (forms, sequences) = (try group.strings("peptidoform"), try group.strings("sequence"))
        let (proteins, decoys) = (try group.intLists("proteins"), try group.bool("is_decoy"))
        let (keys, paired) = (try group.uint64("pair_key"), try group.bool("is_paired"))
        let (origins, masses) = (try group.uint64("origin_key"), try group.float64("mass"))
        return (0..<group.rowCount).map { row in
            PeptideEvidence(
                peptidoform: forms[row], sequence: sequences[row], proteins: proteins[row], isDecoy: decoys[row],
                pairKey: keys[row], originKey: origins[row], isPaired: paired[row], massDaltons: masses[row])
        }
    }

    private static func open(_ path: String) throws(ArtefactError) -> ArtefactReader {
        try ArtefactReader(path: path, kind: MatchTables.kind, version: MatchTables.version)
    }
}
