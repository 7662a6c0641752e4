/// Counts of small problems met while decoding a block, merged in file order afterwards.
struct SpectrumNotes: Sendable {
    private var entries: [ReadProblem.Kind: ReadProblem] = [:]

    /// Notes one more spectrum (or line), or several, with a problem of this kind.
    mutating func add(_ kind: ReadProblem.Kind, index: Int?, detail: String? = nil, count: Int = 1) {
        merge(ReadProblem(kind: kind, count: count, firstIndex: index, detail: detail))
    }

    /// Adds the notes of a later block.
    mutating func merge(_ later: SpectrumNotes) {
        for problem in later.problems { merge(problem) }
    }

    private mutating func merge(_ problem: ReadProblem) {
        if let known = entries[problem.kind] {
            entries[problem.kind]?.count = known.count + problem.count
        } else {
            entries[problem.kind] = problem
        }
    }

    /// The problems in the order of their kinds.
    var problems: [ReadProblem] { ReadProblem.Kind.allCases.compactMap { entries[$0] } }
}
