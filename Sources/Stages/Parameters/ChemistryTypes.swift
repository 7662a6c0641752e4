import Chemistry
import Workflow

/// Types of parameters whose form only chemistry knows.
enum ChemistryTypes {
    /// `Oxidation@M`, by name, accession or mass.
    static let modification = ParameterType.domain(
        DomainType(name: "modification", syntax: "Name@site, such as Oxidation@M or Acetyl@protein-N-term") { value in
            guard let text = value.text else {
                return .failure(ParameterProblem("has to be written as Name@site, such as Oxidation@M"))
            }
            do throws(ModificationError) {
                return .success(.text(try ModificationSpecification(parsing: text).description))
            } catch {
                return .failure(ParameterProblem(endOfSentence("\(error)")))
            }
        })

    /// A modification a site may have or not: as text, or with the largest number of it in a peptidoform,
    /// `{ modification: Phospho@STY, max: 2 }`.
    static let variableModification = ParameterType.either([
        modification,
        .record([
            ParameterDefinition(
                "modification", modification, default: .null, summary: "The modification and its site."),
            ParameterDefinition(
                "max", .integer(1...8), default: .null, summary: "How many of it a peptidoform may carry."),
        ]),
    ])

    /// `Phospho@STY`, or `Phospho` for all its sites.
    static let modificationReference = ParameterType.domain(
        DomainType(name: "modification", syntax: "Name@site or Name, such as Phospho@STY or Phospho") { value in
            guard let text = value.text else {
                return .failure(ParameterProblem("has to name modifications, such as Phospho@STY or Phospho"))
            }
            do throws(ModificationError) {
                return .success(.text(try ModificationReference(parsing: text).description))
            } catch {
                return .failure(ParameterProblem(endOfSentence("\(error)")))
            }
        })

    /// `{ name: heavy, modifications: [Label:13C(6)@K] }`.
    static let labelSet = ParameterType.record([
        ParameterDefinition("name", .text, default: .null, summary: "What the set is called."),
        ParameterDefinition(
            "modifications", .list(modification), default: .null, summary: "The labels with their sites."),
    ])

    /// A tolerance on both sides alike, `20 ppm` or `0.02 Da`.
    static let tolerance = ParameterType.quantity([
        QuantityUnit("ppm", range: 0.001...1000), QuantityUnit("Da", aliases: ["Th"], range: 0.000_001...10),
    ])

    /// `10 ppm`, or a range from below to above such as `-150 Da..+500 Da`.
    static let toleranceRange = ParameterType.domain(
        DomainType(name: "tolerance", syntax: "10 ppm, 0.02 Da or -150 Da..+500 Da") { value in
            guard let text = value.text else {
                return .failure(ParameterProblem("needs a unit: write '\(value) ppm' or '\(value) Da'"))
            }
            do throws(ToleranceError) {
                let range = try ToleranceRange(parsing: text)
                guard range.upper > range.lower else {
                    return .failure(ParameterProblem("is of no width, so that nothing could match; make it wider"))
                }
                return .success(.text(range.description))
            } catch {
                return .failure(ParameterProblem(endOfSentence("\(error)")))
            }
        })

    /// `500 Da..5000 Da`.
    static let massRange = ParameterType.domain(
        DomainType(name: "range of masses", syntax: "500 Da..5000 Da") { value in
            guard let text = value.text, let range = try? ToleranceRange(parsing: text), range.unit == .daltons,
                text.contains("..")
            else { return .failure(ParameterProblem("has to be a range in Da, such as '500 Da..5000 Da'")) }
            guard range.lower >= 0, range.upper <= 100_000 else {
                return .failure(ParameterProblem("has to lie between 0 Da and 100000 Da"))
            }
            guard range.upper > range.lower else {
                return .failure(ParameterProblem("is of no width, so that no peptide could be in it; make it wider"))
            }
            return .success(.text(range.description))
        })

    /// Messages of the engine go on behind the name of a parameter.
    private static func endOfSentence(_ message: String) -> String { "is not understood: \(message.withoutFullStop)" }
}

extension ParameterValues {
    /// A tolerance that has been checked.
    func tolerance(_ name: String) -> Tolerance {
        let quantity = quantity(name)
        return quantity.unit == MassUnit.ppm.symbol ? .ppm(quantity.value) : .daltons(quantity.value)
    }

    /// A tolerance range that has been checked.
    func toleranceRange(_ name: String) throws -> ToleranceRange { try ToleranceRange(parsing: text(name)) }

    /// A range of masses in Da that has been checked.
    func massRange(_ name: String) throws -> ClosedRange<Double> {
        let range = try ToleranceRange(parsing: text(name))
        return range.lower...range.upper
    }

    /// Modifications that have been checked one by one, without the limits that stand beside them.
    func modifications(_ name: String) throws -> [ModificationSpecification] {
        try modificationTexts(name).map { try ModificationSpecification(parsing: $0.text) }
    }

    /// The texts of modifications and where each stands in its element of the list.
    func modificationTexts(_ name: String) -> [(text: String, path: [ParameterProblem.Step])] {
        list(name).enumerated().map { index, element in
            if let text = element.text { return (text, [.element(index)]) }
            return (element.mapping?["modification"]?.text ?? "", [.element(index), .member("modification")])
        }
    }

    /// The largest numbers of modifications in a peptidoform, by place in the list, where they are given.
    func maxima(_ name: String) -> [Int: Int] {
        let given = list(name).enumerated().map { ($0, $1.mapping?["max"]?.integer) }
        return given.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }

    /// Groups of modifications that have been checked one by one.
    func modificationGroups(_ name: String) throws -> [[ModificationReference]] {
        try list(name).map { group in
            try (group.list ?? []).compactMap(\.text).map { try ModificationReference(parsing: $0) }
        }
    }

    /// Sets of labels that have been checked one by one.
    func labelSets(_ name: String) throws -> [LabelSet] {
        try list(name).map { set in
            let members = set.mapping ?? [:]
            let labels = (members["modifications"]?.list ?? []).compactMap(\.text)
            return LabelSet(
                name: members["name"]?.text ?? "",
                modifications: try labels.map { try ModificationSpecification(parsing: $0) })
        }
    }
}
