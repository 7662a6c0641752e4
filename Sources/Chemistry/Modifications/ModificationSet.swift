/// The modifications of a search: those that are always there and those that may be.
///
/// A fixed modification is on every place its site names. A variable one may be there instead of nothing, or, where its
/// place would carry a fixed one, instead of that: no place carries two. A set of labels is on all of its places or on none,
/// in addition to fixed ones; beside variable ones as ``LabelSet`` says.
public struct ModificationSet: Sendable, Hashable {
    /// Modifications that are always present, in the order given.
    public let fixed: [ModificationSpecification]
    /// Modifications that may be present, in the order given.
    public let variable: [ModificationSpecification]
    /// Sets of labels, in the order given; a peptide carries at most one set.
    public let labels: [LabelSet]
    /// Which variable modifications one peptidoform may carry together.
    public let limits: VariableLimits

    /// No modifications at all.
    public static let none = ModificationSet()

    private init() {
        fixed = []
        variable = []
        labels = []
        limits = .none
    }

    /// Creates a set after checking that its members do not contradict each other.
    ///
    /// - Parameters:
    ///   - fixed: modifications that are always present.
    ///   - variable: modifications that may be present.
    ///   - labels: sets of labels.
    ///   - maxima: largest number of a variable modification in one peptidoform, by its index in `variable`.
    ///   - exclusive: groups of variable modifications of which one peptidoform carries only one.
    /// - Precondition: `maxima` are those of variable modifications there are, and at least 1.
    /// - Throws: `ModificationSetError`.
    public init(
        fixed: [ModificationSpecification], variable: [ModificationSpecification], labels: [LabelSet] = [],
        maxima: [Int: Int] = [:], exclusive: [[ModificationReference]] = []
    ) throws(ModificationSetError) {
        for (index, one) in fixed.enumerated() {
            for other in fixed[..<index] where one.site.overlaps(other.site) { throw .twoFixed(other, one) }
        }
        for (index, one) in variable.enumerated() {
            for other in variable[..<index] where one.isSameModification(as: other) { throw .repeated(other, one) }
            for always in fixed where one.isSameModification(as: always) { throw .fixedAndVariable(always, one) }
        }
        do throws(LabelError) {
            try LabelSet.check(labels, fixed: fixed, variable: variable)
        } catch {
            throw .label(error)
        }
        do throws(LimitError) {
            limits = try VariableLimits(maxima: maxima, exclusive: exclusive, fixed: fixed, variable: variable)
        } catch {
            throw .limit(error)
        }
        self.fixed = fixed
        self.variable = variable
        self.labels = labels
    }

    /// Residue masses in Da with the fixed modifications of residues added; fixed ones at termini are not in it.
    public var residueMasses: ResidueMasses {
        var masses = ResidueMasses.unmodified
        for modification in fixed where modification.site.position == .anywhere {
            for letter in modification.site.residues.letters {
                masses = masses.adding(modification.massDaltons, to: letter)
            }
        }
        return masses
    }

    /// The fixed modifications of a peptide with their places, from the N-terminus to the C-terminus.
    public func fixedModifications(
        on sequence: [UInt8], beginsProtein: Bool, endsProtein: Bool
    ) -> [LocalisedModification] {
        fixed.flatMap { modification in
            modification.site.locations(in: sequence, beginsProtein: beginsProtein, endsProtein: endsProtein)
                .map { LocalisedModification(location: $0, definition: modification.definition) }
        }.sorted { $0.location < $1.location }
    }
}

extension ModificationSpecification {
    /// Whether both can put the same modification on the same place.
    func isSameModification(as other: ModificationSpecification) -> Bool {
        definition == other.definition && site.overlaps(other.site)
    }
}

/// How the modifications of a search contradict each other.
public enum ModificationSetError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Two fixed modifications claim the same place.
    case twoFixed(ModificationSpecification, ModificationSpecification)
    /// A modification is both fixed and variable on the same place.
    case fixedAndVariable(ModificationSpecification, ModificationSpecification)
    /// A variable modification is named twice for the same place.
    case repeated(ModificationSpecification, ModificationSpecification)
    /// Labels contradict each other or the others.
    case label(LabelError)
    /// A group of modifications that exclude each other is not one of variable modifications.
    case limit(LimitError)

    /// One sentence: which two contradict each other and what to do.
    public var description: String {
        switch self {
        case .twoFixed(let one, let other):
            "The fixed modifications '\(one)' and '\(other)' claim the same place; keep one, or make one variable."
        case .fixedAndVariable(let fixed, let variable):
            "'\(variable)' is variable, but '\(fixed)' is fixed on the same place; keep one of them."
        case .repeated(let one, let other):
            "The variable modifications '\(one)' and '\(other)' are the same on the same place; keep one of them."
        case .label(let error):
            error.description
        case .limit(let error):
            error.description
        }
    }
}
