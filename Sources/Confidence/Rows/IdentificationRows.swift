import PeptideSearch

/// Rows of identifications in memory, in the order they came, and how they are brought into the order of tables.
struct IdentificationRows: IdentificationSink {
    var psms: [IdentifiedPSM] = []
    var peptides: [IdentifiedPeptide] = []
    var proteinGroups: [IdentifiedProteinGroup] = []
    var explainedProteins: [ExplainedProteins] = []

    mutating func append(_ psms: [IdentifiedPSM]) { self.psms += psms }

    mutating func append(_ peptides: [IdentifiedPeptide]) { self.peptides += peptides }

    /// Peptides have the form of their best match, which is the first of all.
    mutating func append(_ forms: [PeptideForm]) {
        for form in forms where form.peptidoform != peptides[form.peptide].peptidoforms.first {
            peptides[form.peptide].peptidoforms.append(form.peptidoform)
        }
    }

    mutating func append(_ groups: [IdentifiedProteinGroup]) { proteinGroups += groups }

    mutating func append(_ explained: [ExplainedProteins]) { explainedProteins += explained }

    /// The rows in the order of ``Identifications``, with the matches of peptides counted.
    consuming func identifications(
        parameters: ConfidenceParameters, runs: [String], proteins: [MatchedProtein], summaries: [LevelSummary],
        notes: [String]
    ) -> Identifications {
        for psm in psms where psm.qValue <= parameters.falseDiscoveryRate { peptides[psm.peptide].psmCount += 1 }
        orderPSMs()
        orderPeptides()
        return Identifications(
            parameters: parameters, runs: runs, proteins: proteins, psms: psms, peptides: peptides,
            proteinGroups: proteinGroups, explainedProteins: explainedProteins, summaries: summaries, notes: notes)
    }

    /// By falling score, then run, then spectrum.
    private mutating func orderPSMs() {
        let order = psms.indices.sorted { left, right in
            let (left, right) = (psms[left], psms[right])
            if left.score != right.score { return left.score > right.score }
            return (left.run, left.spectrumIndex) < (right.run, right.spectrumIndex)
        }
        let places = Self.places(order)
        psms = order.map { psms[$0] }
        for index in peptides.indices { peptides[index].bestPSM = places[peptides[index].bestPSM] }
    }

    /// By falling score, then sequence, then targets before decoys, then best match.
    private mutating func orderPeptides() {
        let order = peptides.indices.sorted { left, right in
            let (left, right) = (peptides[left], peptides[right])
            if left.score != right.score { return left.score > right.score }
            if left.sequence != right.sequence {
                return left.sequence.utf8.lexicographicallyPrecedes(right.sequence.utf8)
            }
            return left.isDecoy != right.isDecoy ? right.isDecoy : left.bestPSM < right.bestPSM
        }
        let places = Self.places(order)
        peptides = order.map { peptides[$0] }
        for index in psms.indices { psms[index].peptide = places[psms[index].peptide] }
        for index in proteinGroups.indices {
            proteinGroups[index].peptides = proteinGroups[index].peptides.map { places[$0] }.sorted()
            proteinGroups[index].razorPeptides = proteinGroups[index].razorPeptides.map { places[$0] }.sorted()
        }
    }

    /// Where each row went.
    private static func places(_ order: [Int]) -> [Int] {
        var places = [Int](repeating: 0, count: order.count)
        for (place, row) in order.enumerated() { places[row] = place }
        return places
    }
}
