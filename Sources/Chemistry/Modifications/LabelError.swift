/// How sets of labels contradict each other or the other modifications of a search.
public struct LabelError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// An earlier set has the same name.
        case repeatedName
        /// The set has no labels.
        case empty
        /// An earlier label of the set claims the same place.
        case samePlace(as: ModificationSpecification)
        /// The label is fixed on the same place, or variable there.
        case repeated(ModificationSpecification, isFixed: Bool)
        /// An earlier set of this name has the same masses everywhere.
        case sameMasses(as: String)
    }

    /// Index of the set among all sets.
    public let set: Int
    /// Index of the label in its set; `nil` where the set as a whole is meant.
    public let label: Int?
    /// What is wrong.
    public let problem: Problem
    /// The set or the label as a workflow writes it.
    private let subject: String

    init(_ problem: Problem, set: Int, label: Int? = nil, of sets: [LabelSet]) {
        self.set = set
        self.label = label
        self.problem = problem
        subject = label.map { "\(sets[set].modifications[$0])" } ?? sets[set].name
    }

    /// One sentence: what is wrong with which label and what to do.
    public var description: String {
        switch problem {
        case .repeatedName:
            "Two label sets are called '\(subject)'; name each once."
        case .empty:
            "The label set '\(subject)' has no labels; name some or leave the set out, as peptides without label are "
                + "always looked for."
        case .samePlace(let other):
            "The labels '\(other)' and '\(subject)' of one set claim the same place; keep one, or make two sets."
        case .repeated(let other, let isFixed):
            "'\(subject)' is a label, but '\(other)' is \(isFixed ? "fixed" : "variable") on the same place; keep one "
                + "of them."
        case .sameMasses(let other):
            "The label sets '\(other)' and '\(subject)' weigh the same, so that nothing tells them apart; keep one."
        }
    }
}

extension LabelSet {
    /// Checks sets against each other and against the other modifications of a search.
    static func check(
        _ sets: [LabelSet], fixed: [ModificationSpecification], variable: [ModificationSpecification]
    ) throws(LabelError) {
        for (index, set) in sets.enumerated() {
            let earlier = sets[..<index]
            guard !earlier.contains(where: { $0.name == set.name }) else {
                throw LabelError(.repeatedName, set: index, of: sets)
            }
            if set.modifications.isEmpty { throw LabelError(.empty, set: index, of: sets) }
            for (number, label) in set.modifications.enumerated() {
                if let other = set.modifications[..<number].first(where: { $0.site.overlaps(label.site) }) {
                    throw LabelError(.samePlace(as: other), set: index, label: number, of: sets)
                }
                if let other = fixed.first(where: label.isSameModification) {
                    throw LabelError(.repeated(other, isFixed: true), set: index, label: number, of: sets)
                }
                if let other = variable.first(where: label.isSameModification) {
                    throw LabelError(.repeated(other, isFixed: false), set: index, label: number, of: sets)
                }
            }
            if let other = earlier.first(where: set.hasSameMasses) {
                throw LabelError(.sameMasses(as: other.name), set: index, of: sets)
            }
        }
    }
}
