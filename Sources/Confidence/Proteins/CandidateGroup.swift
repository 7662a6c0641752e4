/// Proteins that the evidence cannot tell apart, before it is known which of them are reported.
struct CandidateGroup {
    /// Ascending positions.
    var proteins: [Int]
    /// The pairs the group is judged by: its strong pairs, or all where none is strong; ascending.
    let judgingPairs: [Int]
    /// All pairs of the proteins; ascending once complete.
    var allPairs: [Int]
    /// Whether the judging pairs are strong.
    let isStrong: Bool

    /// Proteins with one set of judging pairs, by first protein.
    static func all(pairProteins: [[Int]], isStrong: [Bool], proteinCount: Int) -> [CandidateGroup] {
        let pairsOfProtein = PositionLists(
            inverting: pairProteins.enumerated().map { (number: $0, values: $1) }, count: proteinCount)
        var candidates: [CandidateGroup] = []
        var numbers: [[Int]: Int] = [:]
        for protein in 0..<proteinCount where pairsOfProtein.count(of: protein) > 0 {
            let pairs = Array(pairsOfProtein[protein])
            let strong = pairs.filter { isStrong[$0] }
            let judging = strong.isEmpty ? pairs : strong
            if let number = numbers[judging] {
                candidates[number].proteins.append(protein)
                candidates[number].allPairs += pairs
            } else {
                numbers[judging] = candidates.count
                candidates.append(
                    CandidateGroup(
                        proteins: [protein], judgingPairs: judging, allPairs: pairs, isStrong: !strong.isEmpty))
            }
        }
        for index in candidates.indices { candidates[index].allPairs.sortAndRemoveRepeats() }
        return candidates
    }
}
