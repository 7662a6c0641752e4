import PeptideSearch

/// Where each protein of identifications ended up.
struct GroupMap {
    /// Where a protein ended up; groups are positions in ``Identifications/proteinGroups``.
    enum Place: Hashable {
        case none
        case member(Int)
        case subset(of: Int)
        case explained(by: [Int])

        /// The groups it is about.
        var groups: [Int] {
            switch self {
            case .none: []
            case .member(let group), .subset(let group): [group]
            case .explained(let groups): groups
            }
        }

        /// The group a protein belongs to, as member or folded into it.
        var ownGroup: Int? {
            switch self {
            case .member(let group), .subset(let group): group
            case .none, .explained: nil
            }
        }
    }

    private let identifications: Identifications
    private let positions: [String: Int]
    private var places: [Place]
    /// The group each peptide of several groups counts for, by row of the peptide.
    private var razorGroups: [Int: Int] = [:]

    init(_ identifications: Identifications) {
        self.identifications = identifications
        positions = Dictionary(uniqueKeysWithValues: identifications.proteins.enumerated().map { ($1.accession, $0) })
        places = Array(repeating: .none, count: identifications.proteins.count)
        for (number, group) in identifications.proteinGroups.enumerated() {
            for protein in group.proteins { places[protein] = .member(number) }
            for protein in group.subsetProteins { places[protein] = .subset(of: number) }
            for peptide in group.razorPeptides { razorGroups[peptide] = number }
        }
        for explained in identifications.explainedProteins {
            for protein in explained.proteins { places[protein] = .explained(by: explained.groups) }
        }
    }

    /// Position of a protein; `nil` where none of its peptides was ever a candidate of note.
    func position(of accession: String) -> Int? { positions[accession] }

    /// Where a protein ended up.
    func place(of protein: Int) -> Place { places[protein] }

    /// Accession of the first protein of a group.
    func leader(of group: Int) -> String {
        identifications.proteins[identifications.proteinGroups[group].proteins[0]].accession
    }

    /// The groups with a member among these proteins, ascending.
    func groups(of proteins: [Int]) -> [Int] {
        Set(proteins.compactMap { if case .member(let group) = places[$0] { group } else { nil } }).sorted()
    }

    /// Whether a peptide of these proteins belongs to one group alone, even counting those not reported.
    func isUnique(_ proteins: [Int]) -> Bool {
        let isAnyExplained = proteins.contains { if case .explained = places[$0] { true } else { false } }
        return !isAnyExplained && groups(of: proteins).count == 1
    }

    /// The group that an accepted peptide counts for.
    func countingGroup(ofRow row: Int, proteins: [Int]) -> Int? {
        if let group = razorGroups[row] { return group }
        let groups = groups(of: proteins)
        return groups.count == 1 ? groups[0] : nil
    }
}
