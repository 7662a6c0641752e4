public import Chemistry

/// The masses a search gives to residues, ends and variable modifications, laid out for kernels.
///
/// A variable modification takes the place of a fixed one at the same residue or end: no place carries two. On one place
/// different variable modifications exclude each other, too. Labels add to what is there, but where a variable modification
/// sits only those that are part of the residue: see ``LabelSet``.
public struct PeptideMasses: Sendable {
    /// A variable modification and where it may sit, ready for looking up by residue.
    struct SiteRule: Sendable {
        /// An end of the peptide.
        enum End: Sendable {
            case nTerminus, cTerminus
        }

        /// Index in ``variable``.
        var modification: UInt8
        /// The end it sits on; `nil` for residues.
        var end: End?
        /// Whether the end must be one of the protein.
        var isProteinEnd: Bool
        /// Mass added to what the place has without it, in Da, by the residue there; NaN where it cannot sit.
        var deltas: [Double]

        /// Where it sits if the residue is there, or at the end.
        func place(residue letter: UInt8) -> ChannelMasses.Place {
            switch end {
            case .nTerminus: .nTerminus
            case .cTerminus: .cTerminus
            case nil: .residue(letter)
            }
        }
    }

    /// 256 residue masses in Da by ASCII byte with fixed modifications, NaN where a letter has no mass.
    let residues: [Double]
    /// Mass in Da of the N-terminal end: the fixed modification there, or 0.
    let nTerminus: Double
    /// Mass in Da of the C-terminal end: water, and the fixed modification there.
    let cTerminus: Double
    /// Where each variable modification may sit, in the order of ``variable``.
    let rules: [SiteRule]
    /// Variable modifications, in the order of the workflow.
    let variable: [ModificationSpecification]
    /// Masses in Da of ``variable``, by themselves, so that a kernel need not touch the names.
    let variableMasses: [Double]
    /// Largest number of variable modifications in one peptidoform.
    let maximumVariable: Int
    /// Which variable modifications a peptidoform may carry together; `nil` for any.
    let limits: FormLimits?
    /// Masses of residues and ends without label and with each set of labels.
    let channels: ChannelMasses
    private let modifications: ModificationSet
    /// What fragments lose from a variable modification in Da, by modification and residue; empty where nothing is lost.
    private let fragmentLosses: [Double]

    /// Residue masses in Da without modifications.
    static let unmodified: [Double] = (0...255).map { ResidueMasses.unmodified[UInt8($0)] }

    /// Lays out the masses for a set of modifications.
    ///
    /// - Parameters:
    ///   - modifications: fixed and variable modifications, and labels.
    ///   - maximumVariable: largest number of variable modifications in one peptidoform.
    ///   - losing: names of variable modifications whose neutral losses fragments are looked for with; where one has
    ///     several on a residue, the first counts.
    /// - Precondition: `maximumVariable` is at most 15.
    /// - Throws: ``PeptideMassError`` where there are more than 255 variable modifications or 15 label sets, where a fixed
    ///   modification or a label depends on the place in the protein or on the residue at an end, or where a
    ///   modification tells I from L.
    public init(
        modifications: ModificationSet, maximumVariable: Int, losing: Set<String> = []
    ) throws(PeptideMassError) {
        // A placement names its modification by one byte.
        guard modifications.variable.count <= 255 else { throw .tooManyVariable(modifications.variable.count) }
        precondition(maximumVariable <= FormTag.maximumPlacements, "a row has four bits for their number")
        try Self.checkLabels(modifications.labels)
        try Self.checkResidues(modifications)
        let ends = try Self.massesOfEnds(modifications)
        let masses = modifications.residueMasses
        let residues = (0...255).map { masses[UInt8($0)] }
        let fixedAtEnds = (n: ends.n, c: ends.c - ParticleMass.water)
        self.residues = residues
        nTerminus = ends.n
        cTerminus = ends.c
        self.modifications = modifications
        variable = modifications.variable
        variableMasses = modifications.variable.map(\.massDaltons)
        rules = modifications.variable.enumerated().map { index, specification in
            Self.rule(UInt8(index), specification, residues: residues, fixedAtEnds: fixedAtEnds)
        }
        self.maximumVariable = maximumVariable
        limits = FormLimits(modifications.limits, count: modifications.variable.count)
        channels = ChannelMasses(labels: modifications.labels, residues: residues)
        fragmentLosses = Self.fragmentLosses(modifications.variable, losing: losing)
    }

    private static func fragmentLosses(_ variable: [ModificationSpecification], losing: Set<String>) -> [Double] {
        let losses = variable.flatMap { specification in
            (0...255).map { byte -> Double in
                guard losing.contains(specification.definition.name) else { return 0 }
                return specification.definition.neutralLosses(fromResidue: UInt8(byte)).first?.massDaltons ?? 0
            }
        }
        return losses.contains { $0 > 0 } ? losses : []
    }

    /// Whether fragments may have lost something from any of ``variable``.
    var hasFragmentLosses: Bool { !fragmentLosses.isEmpty }

    /// What fragments may lose from a variable modification on a residue, in Da; 0 for nothing.
    func fragmentLoss(ofModification index: Int, on letter: UInt8) -> Double {
        fragmentLosses[index * 256 + Int(letter)]
    }

    /// The fixed modifications of a peptide with their places, from the N-terminus to the C-terminus, those that variable
    /// ones will replace included.
    func fixedModifications(on sequence: [UInt8]) -> [LocalisedModification] {
        // No fixed modification depends on the place in the protein: see the errors of the initialiser.
        modifications.fixedModifications(on: sequence, beginsProtein: false, endsProtein: false)
    }

    /// The labels of a peptide in a channel with their places, where some places carry variable modifications.
    func labels(
        on sequence: [UInt8], channel: Int, modified: Set<ModificationLocation>
    ) -> [LocalisedModification] {
        guard channel > 0 else { return [] }
        return modifications.labels[channel - 1].modifications(
            on: sequence, beginsProtein: false, endsProtein: false, modified: modified)
    }

    /// A sequence stands for its I/L-equal ones too, so that no modification may tell I from L.
    private static func checkResidues(_ modifications: ModificationSet) throws(PeptideMassError) {
        let labels = modifications.labels.flatMap(\.modifications)
        for specification in modifications.fixed + modifications.variable + labels {
            let residues = specification.site.residues
            guard residues.contains(UInt8(ascii: "I")) == residues.contains(UInt8(ascii: "L")) else {
                throw .separatesIsoleucine("\(specification)")
            }
        }
    }

    /// A label is on every peptide of its channel, whatever the protein, and on its decoy.
    private static func checkLabels(_ sets: [LabelSet]) throws(PeptideMassError) {
        guard sets.count <= ChannelMasses.maximumLabelSets else { throw .tooManyLabels(sets.count) }
        for label in sets.flatMap(\.modifications) where label.site.position != .anywhere {
            guard label.site.residues.isEmpty else { throw .labelOfEndWithResidue("\(label)") }
            guard label.site.position == .peptideNTerm || label.site.position == .peptideCTerm else {
                throw .labelOfProteinEnd("\(label)")
            }
        }
    }

    /// Masses of the ends in Da, water counted to the C-terminal one.
    private static func massesOfEnds(
        _ modifications: ModificationSet
    ) throws(PeptideMassError) -> (n: Double, c: Double) {
        var ends = (n: 0.0, c: ParticleMass.water)
        for specification in modifications.fixed where specification.site.position != .anywhere {
            guard specification.site.residues.isEmpty else { throw .fixedEndWithResidue("\(specification)") }
            switch specification.site.position {
            case .peptideNTerm: ends.n += specification.massDaltons
            case .peptideCTerm: ends.c += specification.massDaltons
            case .proteinNTerm, .proteinCTerm: throw .fixedProteinEnd("\(specification)")
            case .anywhere: break
            }
        }
        return ends
    }

    private static func rule(
        _ index: UInt8, _ specification: ModificationSpecification, residues: [Double],
        fixedAtEnds: (n: Double, c: Double)
    ) -> SiteRule {
        let position = specification.site.position
        let deltas = (0...255).map { byte -> Double in
            guard specification.site.allows(residue: UInt8(byte)) else { return .nan }
            if position.isNTerminal { return specification.massDaltons - fixedAtEnds.n }
            if position.isCTerminal { return specification.massDaltons - fixedAtEnds.c }
            return specification.massDaltons - (residues[byte] - unmodified[byte])
        }
        return SiteRule(
            modification: index, end: position.isNTerminal ? .nTerminus : position.isCTerminal ? .cTerminus : nil,
            isProteinEnd: position == .proteinNTerm || position == .proteinCTerm, deltas: deltas)
    }

    /// How far variable modifications can move the mass of a peptide in any channel of labels, in Da; contains 0.
    var variableReach: ClosedRange<Double> {
        let deltas = rules.flatMap { rule in
            rule.deltas.enumerated().filter { !$0.element.isNaN }.flatMap { byte, delta in
                let place = rule.place(residue: UInt8(byte))
                return (0..<channels.count).map { delta - channels.displaced(at: place, channel: $0) }
            }
        }
        let count = Double(maximumVariable)
        return min(0, deltas.min() ?? 0) * count...max(0, deltas.max() ?? 0) * count
    }
}

/// A modification a search cannot work with.
public enum PeptideMassError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A fixed modification of a protein's end.
    case fixedProteinEnd(String)
    /// A fixed modification of an end that depends on the residue there.
    case fixedEndWithResidue(String)
    /// More variable modifications than can be told apart.
    case tooManyVariable(Int)
    /// More sets of labels than can be told apart.
    case tooManyLabels(Int)
    /// A label of a protein's end.
    case labelOfProteinEnd(String)
    /// A label of an end that depends on the residue there.
    case labelOfEndWithResidue(String)
    /// A modification of I without L, or of L without I.
    case separatesIsoleucine(String)

    /// One sentence for people.
    public var description: String {
        switch self {
        case .fixedProteinEnd(let name):
            "the fixed modification '\(name)' would depend on where a peptide stands in its protein; make it variable."
        case .fixedEndWithResidue(let name):
            "the fixed modification '\(name)' would depend on the residue at the end; make it variable."
        case .tooManyVariable(let count):
            "\(count) variable modifications are more than the 255 a search can tell apart; name fewer."
        case .tooManyLabels(let count):
            "\(count) sets of labels are more than the \(ChannelMasses.maximumLabelSets) a search can tell apart; name fewer."
        case .labelOfProteinEnd(let name):
            "the label '\(name)' would depend on where a peptide stands in its protein; make it variable."
        case .labelOfEndWithResidue(let name):
            "the label '\(name)' would depend on the residue at the end; name the residue or the end alone."
        case .separatesIsoleucine(let name):
            "'\(name)' is on only one of I and L, which a search takes as the same residue; name both or neither."
        }
    }
}
