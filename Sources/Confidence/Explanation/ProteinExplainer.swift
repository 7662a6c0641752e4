public import PeptideSearch

/// Says of proteins why they are or are not in the table, from identifications and the stored matches of the runs.
public struct ProteinExplainer {
    /// A protein that is asked about.
    public struct AskedProtein: Sendable, Hashable {
        /// Its accession.
        public var accession: String
        /// Its gene, where known.
        public var gene: String?
        /// Its description, where known.
        public var description: String?
        /// Whether it comes from the FASTA of contaminants.
        public var isContaminant: Bool
        /// Sequences of its peptides by the rules of the search, in the order of the protein; empty where not known.
        public var peptides: [String]

        /// Creates a question from what a database says about the protein.
        public init(
            accession: String, gene: String? = nil, description: String? = nil, isContaminant: Bool = false,
            peptides: [String] = []
        ) {
            self.accession = accession
            self.gene = gene
            self.description = description
            self.isContaminant = isContaminant
            self.peptides = peptides
        }
    }

    private let identifications: Identifications
    private let map: GroupMap
    private var sightings: PeptideSightings
    /// For each protein that is asked about, the rows of its target peptides, by falling score.
    private var rows: [Int: [Int]] = [:]
    /// Row of each matched decoy by its sequence, with I and L as one.
    private var decoyRows: [String: Int] = [:]

    /// Prepares for questions about the proteins of these accessions.
    public init(identifications: Identifications, accessions: Set<String>) {
        self.identifications = identifications
        map = GroupMap(identifications)
        sightings = PeptideSightings(of: accessions)
        let asked = Set(
            identifications.proteins.indices.filter { accessions.contains(identifications.proteins[$0].accession) })
        for (row, peptide) in identifications.peptides.enumerated() {
            let found = peptide.proteins.filter(asked.contains)
            if peptide.isDecoy {
                if !found.isEmpty { decoyRows[ILSequence.normalised(peptide.sequence)] = row }
            } else {
                for protein in found { rows[protein, default: []].append(row) }
            }
        }
    }

    /// Looks through the stored matches of a run; all runs come before the first question.
    public mutating func add(_ run: RunMatches) { sightings.add(run) }

    /// Why a protein, one of those named at the start, is or is not in the table.
    public func explanation(of asked: AskedProtein) -> ProteinExplanation {
        let position = map.position(of: asked.accession)
        let place = position.map { map.place(of: $0) } ?? .none
        let groups = place.groups.map { group($0) }
        let own = place.ownGroup
        return ProteinExplanation(
            accession: asked.accession, gene: asked.gene, description: asked.description,
            isContaminant: asked.isContaminant || position.map { identifications.proteins[$0].isContaminant } ?? false,
            standing: standing(place), groups: groups, bestOwnScore: own.flatMap { bestOwnScore(position, group: $0) },
            peptides: peptides(of: asked, at: position, group: own))
    }

    private func isAccepted(_ qValue: Double) -> Bool { qValue <= identifications.parameters.falseDiscoveryRate }

    private func isInTable(_ group: IdentifiedProteinGroup) -> Bool { !group.isDecoy && isAccepted(group.qValue) }

    private func standing(_ place: GroupMap.Place) -> ProteinExplanation.Standing {
        switch place {
        case .none: return .noBestMatch
        case .subset: return .subset
        case .explained: return .explainedByOthers
        case .member(let number):
            let group = identifications.proteinGroups[number]
            if group.isDecoy { return .lostToDecoy }
            return isInTable(group) ? .inTable : .aboveLimit
        }
    }

    private func group(_ number: Int) -> ProteinExplanation.Group {
        let group = identifications.proteinGroups[number]
        return ProteinExplanation.Group(
            proteins: group.proteins.map { identifications.proteins[$0].accession }, isInTable: isInTable(group),
            isBeatenByDecoy: group.isDecoy, score: group.score, qValue: group.qValue, peptideCount: group.peptideCount,
            uniquePeptideCount: group.uniquePeptideCount, razorPeptideCount: group.razorPeptideCount,
            psmCount: group.psmCount, coverage: group.coverage)
    }

    private func bestOwnScore(_ position: Int?, group: Int) -> Double? {
        position.flatMap { rows[$0] }?.lazy.map { identifications.peptides[$0] }
            .filter { !$0.isBeatenByPartner && map.isUnique($0.proteins) && map.groups(of: $0.proteins) == [group] }
            .map(\.score).max()
    }

    // MARK: peptides

    private func peptides(of asked: AskedProtein, at position: Int?, group: Int?) -> [PeptideExplanation] {
        let matched = (position.flatMap { rows[$0] } ?? []).map { row in
            explanation(ofRow: row, protein: asked.accession, group: group)
        }
        var seen = Set(matched.map { ILSequence.normalised($0.sequence) })
        let second = (sightings.secondPlaces[asked.accession] ?? [:]).filter { !seen.contains($0.key) }
        let lost = second.compactMap { key, sequence in
            sightings.lost[key].map {
                PeptideExplanation(sequence: sequence, fate: .lostSpectrum, lost: $0, otherProteins: [])
            }
        }.sorted { ($1.lost?.score ?? 0, $0.sequence) < ($0.lost?.score ?? 0, $1.sequence) }
        seen.formUnion(second.keys)
        let unmatched = asked.peptides.filter { seen.insert(ILSequence.normalised($0)).inserted }
        return matched + lost
            + unmatched.map {
                PeptideExplanation(sequence: $0, fate: .noMatch, otherProteins: [])
            }
    }

    private func explanation(ofRow row: Int, protein: String, group: Int?) -> PeptideExplanation {
        let peptide = identifications.peptides[row]
        let match = identifications.psms[peptide.bestPSM]
        let decoy = peptide.isBeatenByPartner ? decoyRow(of: peptide) : nil
        let isAccepted = isAccepted(peptide.qValue)
        let counting = isAccepted ? map.countingGroup(ofRow: row, proteins: peptide.proteins) : nil
        return PeptideExplanation(
            sequence: peptide.sequence, fate: fate(peptide, counting: counting, group: group),
            best: .init(
                spectrum: .init(run: identifications.runs[match.run], index: match.spectrumIndex),
                peptidoform: peptide.peptidoforms.first ?? peptide.sequence, score: match.score, qValue: match.qValue,
                peptidoformQValue: match.peptidoformQValue, peptideQValue: peptide.qValue),
            decoyScore: decoy.map { identifications.peptides[$0].score },
            otherProteins: peptide.proteins.map { identifications.proteins[$0].accession }.filter { $0 != protein },
            countsFor: counting.map { map.leader(of: $0) })
    }

    private func fate(_ peptide: IdentifiedPeptide, counting: Int?, group: Int?) -> PeptideExplanation.Fate {
        if peptide.isBeatenByPartner { return .beatenByDecoy }
        guard isAccepted(peptide.qValue) else { return .aboveLimit }
        guard let group, counting == group else { return .countsElsewhere }
        return map.isUnique(peptide.proteins) ? .unique : .razor
    }

    private func decoyRow(of peptide: IdentifiedPeptide) -> Int? {
        sightings.decoy(of: ILSequence.normalised(peptide.sequence)).flatMap { decoyRows[$0] }
    }
}
