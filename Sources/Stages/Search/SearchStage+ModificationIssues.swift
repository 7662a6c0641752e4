import Chemistry
import ProteinDatabase
import Workflow

extension SearchStage {
    /// An error of the modifications taken together, at the part of the parameter it is about.
    static func modificationIssue(_ error: any Error, in parameters: ParameterValues) -> ParameterIssue {
        let place = place(of: error, in: parameters) ?? ("fixed", [])
        return ParameterIssue(parameter: place.parameter, path: place.path, message: "\(error)".withoutFullStop)
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
        parameters.texts(list).lastIndex(of: modification).map { (list, [.element($0)]) }
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
