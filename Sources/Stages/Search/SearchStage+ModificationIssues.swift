import Chemistry
import PeptideSearch
import ProteinDatabase
import Workflow

extension SearchStage {
    /// An error of the modifications taken together, at the part of the parameter it is about.
    static func modificationIssue(_ error: any Error, in parameters: ParameterValues) -> ParameterIssue {
        let place = place(of: error, in: parameters) ?? ("fixed", [])
        return ParameterIssue(
            parameter: place.parameter, path: place.path, message: "\(error)".withoutFullStop,
            suggestion: suggestion(for: error, in: parameters))
    }

    /// Maxima that cannot be reached.
    static func maximumIssues(_ parameters: ParameterValues) -> [ParameterIssue] {
        let inAll = parameters.integer("max-variable")
        return parameters.maxima("variable").sorted { $0.key < $1.key }.filter { $0.value > inAll }.map { index, _ in
            ParameterIssue(
                parameter: "variable", path: [.element(index), .member("max")],
                message: "without effect, as 'max-variable' allows \(inAll) modifications in all", severity: .warning)
        }
    }

    /// Windows wider than this hold neighbouring isotopes anyway.
    private static let widestWindowForIsotopes = 0.5

    /// Variable modifications that are hardly told from an isotope. With Deamidated@N in the search of simulated runs, of
    /// whose precursors some are stated an isotope too high, 2.6 % of PSMs were wrong where 1 % was claimed
    /// (`Benchmarks/README.md`).
    static func isotopeLikeIssues(_ parameters: ParameterValues, _ matching: SearchParameters) -> [ParameterIssue] {
        let isotope = ParticleMass.carbon13Shift
        return parameters.modificationTexts("variable").compactMap { text, path in
            guard let added = try? ModificationSpecification(parsing: text).massDaltons,
                let lightest = lightestMass(ofConfusing: added, with: isotope, matching)
            else { return nil }
            return ParameterIssue(
                parameter: "variable", path: path,
                message: "'\(text)' adds \(milli(added)) Da, which for peptides from \(lightest) Da on lies within "
                    + "\(matching.precursorTolerance) of an isotope (\(milli(isotope)) Da): one whose precursor is stated an "
                    + "isotope too high may be reported with it, of which decoys do not tell",
                severity: .warning)
        }
    }

    /// From which mass on, in Da, the tolerance does not part two shifts; `nil` where it always does, and where it is so wide
    /// that it holds isotopes anyway.
    private static func lightestMass(
        ofConfusing one: Double, with other: Double, _ matching: SearchParameters
    ) -> Int? {
        let masses = matching.peptideMassesDaltons
        let lightest = stride(from: masses.lowerBound, through: masses.upperBound, by: 10).first { mass in
            matching.precursorTolerance.calculatedWindow(forObserved: mass).contains(mass + one - other)
        }
        guard let lightest, matching.narrowestPrecursorWindowDaltons < 0.5 else { return nil }
        return Int(lightest)
    }

    /// A mass in Da with three decimals.
    private static func milli(_ daltons: Double) -> String {
        let thousandths = Int((daltons * 1000).rounded())
        let fraction = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }

    /// The variable modification that a member of a group was probably meant to name.
    private static func suggestion(for error: any Error, in parameters: ParameterValues) -> String? {
        guard case ModificationSetError.limit(let error) = error, error.problem == .notVariable,
            let subject = error.subject
        else { return nil }
        let known = parameters.modificationTexts("variable").map(\.text)
        return known.first { $0.hasPrefix(subject.definition.name + "@") }
            ?? Suggestion.nearest(to: "\(subject)", among: known)
    }

    private typealias Place = (parameter: String, path: [ParameterProblem.Step])

    private static func place(of error: any Error, in parameters: ParameterValues) -> Place? {
        switch error {
        case let error as ModificationSetError: place(of: error, in: parameters)
        case let error as PeptideMassError: place(of: error, in: parameters)
        default: nil
        }
    }

    private static func place(of error: ModificationSetError, in parameters: ParameterValues) -> Place? {
        switch error {
        case .twoFixed(_, let second): last("\(second)", of: "fixed", in: parameters)
        case .repeated(_, let second): last("\(second)", of: "variable", in: parameters)
        case .fixedAndVariable(_, let variable): last("\(variable)", of: "variable", in: parameters)
        case .label(let error): ("labels", path(ofLabel: error.label, inSet: error.set))
        case .limit(let error): ("exclusive", [.element(error.group)] + (error.member.map { [.element($0)] } ?? []))
        }
    }

    private static func place(of error: PeptideMassError, in parameters: ParameterValues) -> Place? {
        switch error {
        case .fixedProteinEnd(let name), .fixedEndWithResidue(let name): last(name, of: "fixed", in: parameters)
        case .tooManyVariable: ("variable", [])
        case .tooManyLabels: ("labels", [])
        case .labelOfProteinEnd(let name), .labelOfEndWithResidue(let name): label(name, in: parameters)
        case .separatesIsoleucine(let name):
            last(name, of: "fixed", in: parameters) ?? last(name, of: "variable", in: parameters)
                ?? label(name, in: parameters)
        }
    }

    /// The last element of a list of modifications that is this one: of two equal ones the second is too much.
    private static func last(_ modification: String, of list: String, in parameters: ParameterValues) -> Place? {
        parameters.modificationTexts(list).last { $0.text == modification }.map { (list, $0.path) }
    }

    private static func label(_ name: String, in parameters: ParameterValues) -> Place? {
        for (index, set) in parameters.list("labels").enumerated() {
            let labels = set.mapping?["modifications"]?.list ?? []
            if let label = labels.firstIndex(of: .text(name)) { return ("labels", path(ofLabel: label, inSet: index)) }
        }
        return nil
    }

    private static func path(ofLabel label: Int?, inSet set: Int) -> [ParameterProblem.Step] {
        [.element(set)] + (label.map { [.member("modifications"), .element($0)] } ?? [])
    }
}
