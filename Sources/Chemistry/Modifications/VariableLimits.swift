/// Which of the variable modifications of a search one peptidoform may carry together, beyond that no place carries two.
///
/// A form with fewer of the modifications of an allowed form is allowed, too.
public struct VariableLimits: Sendable, Hashable {
    /// Largest number of a variable modification in one peptidoform, at least 1, by its index; those that are not named
    /// have no limit of their own.
    public let maxima: [Int: Int]
    /// Groups of which a peptidoform carries only one member. A member is the indices of the variable modifications it
    /// stands for: several where it names a modification that is variable at several sites.
    public let exclusive: [[[Int]]]

    /// No limits.
    public static let none = VariableLimits()

    private init() {
        maxima = [:]
        exclusive = []
    }

    /// Finds the modifications that limits are about.
    ///
    /// - Throws: `LimitError`.
    /// - Precondition: the maxima are those of variable modifications there are, and at least 1.
    init(
        maxima: [Int: Int], exclusive: [[ModificationReference]], fixed: [ModificationSpecification],
        variable: [ModificationSpecification]
    ) throws(LimitError) {
        precondition(maxima.allSatisfy { variable.indices.contains($0.key) && $0.value > 0 })
        var groups: [[[Int]]] = []
        for (number, names) in exclusive.enumerated() {
            var members: [[Int]] = []
            for (index, name) in names.enumerated() {
                let meant = variable.indices.filter { name.means(variable[$0]) }
                if meant.isEmpty {
                    let isFixed = fixed.contains(where: name.means)
                    throw LimitError(isFixed ? .fixed : .notVariable, group: number, member: index, subject: name)
                }
                if let other = members.firstIndex(where: { !Set($0).isDisjoint(with: meant) }) {
                    throw LimitError(.repeated(names[other]), group: number, member: index, subject: name)
                }
                members.append(meant)
            }
            guard members.count > 1 else { throw LimitError(.tooFew, group: number, member: nil, subject: names.first) }
            groups.append(members)
        }
        self.maxima = maxima
        self.exclusive = groups
    }

    /// Whether no peptidoform carries both of two variable modifications, given by their indices.
    public func excludes(_ one: Int, _ other: Int) -> Bool {
        exclusive.contains { group in
            let members = (group.firstIndex { $0.contains(one) }, group.firstIndex { $0.contains(other) })
            guard let first = members.0, let second = members.1 else { return false }
            return first != second
        }
    }
}

/// What is wrong with a group of modifications that exclude each other.
public struct LimitError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// The group has fewer than two members.
        case tooFew
        /// The modification is not among the variable ones.
        case notVariable
        /// The modification is fixed.
        case fixed
        /// An earlier member of the group means the same modification.
        case repeated(ModificationReference)
    }

    /// What is wrong.
    public let problem: Problem
    /// Index of the group among all groups.
    public let group: Int
    /// Index of the member in its group; `nil` where the group as a whole is meant.
    public let member: Int?
    /// The member that is meant, or the only one of its group; `nil` where the group is empty.
    public let subject: ModificationReference?

    init(_ problem: Problem, group: Int, member: Int?, subject: ModificationReference?) {
        self.problem = problem
        self.group = group
        self.member = member
        self.subject = subject
    }

    /// One sentence: what is wrong with which modification and what to do.
    public var description: String {
        let name = subject.map { "'\($0)'" } ?? "nothing"
        return switch problem {
        case .tooFew:
            "A group names \(name) alone, and nothing that it excludes; name two modifications or more, or leave the group out."
        case .notVariable:
            "\(name) is not among the variable modifications; name one as it is written there, or by its name alone."
        case .fixed:
            "\(name) is fixed, so that every peptide with its site carries it; name variable modifications."
        case .repeated(let other):
            "'\(other)' and \(name) mean the same modification, which cannot exclude itself; keep one, or limit it with "
                + "{ modification: ..., max: 1 }."
        }
    }
}
