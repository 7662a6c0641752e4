import Confidence
import PeakPicking
import PeptideSearch
import SpectrumModel
public import Workflow

/// All stages and ports of the program: what a workflow can name, and the one table that help, checks and defaults come
/// from.
public enum MoselleStages {
    /// The registry the engine works with.
    public static let registry = StageRegistry(
        stages: [
            PickPeaksStage.definition, SearchStage.definition, ConfidenceStage.definition, TablesStage.definition,
            CompareWithTruthStage.definition,
        ],
        ports: [
            .transient(.ms2Peaks, summary: "Picked fragment spectra of a run, ordered by precursor mass."),
            port(
                .ms1Peaks, summary: "Centroided survey peaks (MS1) of a run, made only where something asks for them.",
                write: { (value: SurveyPeakStore, path) in try value.write(to: path) },
                read: { try SurveyPeakStore(artefact: $0) }),
            port(
                .spectrumTable, summary: "Account of every spectrum of a run: metadata and why it was set aside.",
                write: SpectrumTableArtefact.write, read: SpectrumTableArtefact.read),
            port(
                .matches, summary: "Best candidates of every searched spectrum with features and matched ions.",
                write: { (value: RunMatches, path) in try value.write(to: path) },
                read: { try StoredMatches(artefact: $0) }),
            port(
                .entrapmentMatches,
                summary: "The same, of a search that has proteins known not to be in the sample among its candidates.",
                write: { (value: RunMatches, path) in try value.write(to: path) },
                read: { try StoredMatches(artefact: $0) }),
            port(
                .entrapment, summary: "How far the error rates hold, by entrapments.",
                write: { (value: EntrapmentAnalysis, path) in try value.write(to: path) },
                read: { try EntrapmentAnalysis(artefact: $0) }),
            port(
                .identifications, summary: "What was identified over all runs, with error rates at every level.",
                write: { (value: Assessment, path) in try value.write(to: path) },
                read: { try Identifications(artefact: $0) }),
        ])

    /// A port whose values are written from one type; they may be read as another, which takes less memory.
    private static func port<Value: Sendable>(
        _ name: PortName, summary: String, write: @escaping @Sendable (Value, String) throws -> Void,
        read: @escaping @Sendable (String) throws -> any Sendable
    ) -> PortDefinition {
        PortDefinition(
            name, summary: summary,
            write: { value, path in
                guard let typed = value as? Value else {
                    throw PortError.wrongType(name, expected: "\(Value.self)", found: "\(type(of: value))")
                }
                try write(typed, path)
            }, read: read)
    }
}
