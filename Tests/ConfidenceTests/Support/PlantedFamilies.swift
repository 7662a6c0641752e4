import Foundations
import PeptideSearch

/// An experiment with known truth in which proteins have homologues: families of four that share some of their peptides.
///
/// Of each family with a number below ``presentFamilyCount`` the first protein is present, of every second of these the
/// third too; the others are absent, though some of their peptides are there because a homologue is. Spectra are matched
/// as in ``PlantedExperiment``.
struct PlantedFamilies {
    var familyCount = 250
    var presentFamilyCount = 120
    var peptidesPerFamily = 10
    var spectraOfPeptides = 2400
    var spectraOfNothing = 2400

    private static let familySize = 4

    /// The matches of the experiment with this seed.
    func run(seed: Int) -> RunMatches {
        let members = members(seed: seed)
        let present = members.indices.filter { isThere($0, members) }
        var generator = SeededGenerator(seed: UInt64(seed) &* 7919 &+ 6)
        func match(_ peptide: Int, score: Double, isDecoy: Bool) -> PlannedMatch {
            PlannedMatch(
                sequence: (isDecoy ? "DF" : "TF") + "\(peptide)K", score: score, pairKey: 1 << 40 + UInt64(peptide),
                isDecoy: isDecoy,
                proteins: members[peptide].map { "F\(peptide / peptidesPerFamily)-\($0)" })
        }
        func chance() -> PlannedMatch {
            let peptide = generator.next(upperBound: members.count)
            return match(peptide, score: generator.nextNormal(), isDecoy: generator.next(upperBound: 2) == 0)
        }
        var matches = (0..<spectraOfNothing).map { _ in chance() }
        for _ in 0..<spectraOfPeptides {
            let rival = chance()
            let peptide = present[generator.next(upperBound: present.count)]
            let truth = match(peptide, score: 4 + generator.nextNormal(), isDecoy: false)
            matches.append(truth.score > rival.score ? truth : rival)
        }
        return .planned("run", matches)
    }

    /// Whether the protein of an accession is present.
    func isPresent(_ accession: String) -> Bool {
        let parts = accession.dropFirst().split(separator: "-").compactMap { Int($0) }
        return isPresent(family: parts[0], member: parts[1])
    }

    private func isPresent(_ peptide: Int, _ member: Int) -> Bool {
        isPresent(family: peptide / peptidesPerFamily, member: member)
    }

    private func isPresent(family: Int, member: Int) -> Bool {
        family < presentFamilyCount && (member == 0 || member == 2 && family.isMultiple(of: 2))
    }

    /// Sequences of the peptides that come from a protein that is present, in the experiment with this seed.
    func presentSequences(seed: Int) -> Set<String> {
        let members = members(seed: seed)
        return Set(members.indices.filter { isThere($0, members) }.map { "TF\($0)K" })
    }

    private func isThere(_ peptide: Int, _ members: [[Int]]) -> Bool {
        members[peptide].contains { isPresent(peptide, $0) }
    }

    /// For each peptide the proteins of its family that have it.
    private func members(seed: Int) -> [[Int]] {
        var generator = SeededGenerator(seed: UInt64(seed) &* 7919 &+ 5)
        return (0..<familyCount * peptidesPerFamily).map { _ in Self.members(&generator) }
    }

    /// Which proteins of its family have a peptide: six in ten have one, else two, or all.
    private static func members(_ generator: inout SeededGenerator) -> [Int] {
        let first = generator.next(upperBound: familySize)
        switch generator.next(upperBound: 10) {
        case 0..<6: return [first]
        case 6..<9: return [first, (first + 1 + generator.next(upperBound: familySize - 1)) % familySize].sorted()
        default: return Array(0..<familySize)
        }
    }
}
