import Confidence
import Foundations
import PeptideSearch
import Reports
import SpectrumModel
import Workflow

/// `tables`: writes the tables analysts read.
struct TablesStage: JointStageRunner {
    private let scope: TableScope

    private static let files = [
        PSMReport.fileName, PeptideReport.fileName, ProteinReport.fileName, SpectraReport.fileName,
    ]

    static let definition = StageDefinition(
        name: "tables", version: 3, scope: .joint,
        summary: "Writes psms.tsv, peptides.tsv, proteins.tsv and spectra.tsv.",
        discussion: """
            Each table filters on its own level: a match may be accepted whose peptide is not. Numbers are written with as \
            many digits as read back to the same value; an empty field means not available. spectra.tsv says what became of \
            every spectrum of every run. Where the error rates were held against entrapments, entrapment.tsv and the curve \
            entrapment.svg say how far they hold.
            """,
        parameters: [
            ParameterDefinition(
                "include", .choice(TableScope.allCases.map(\.rawValue)), default: "accepted",
                summary: "accepted: targets within the false discovery rate. all: every best match, decoys too.")
        ],
        consumes: [.identifications, .matches, .spectrumTable], takesIfGiven: [.entrapment], writes: files,
        writesWith: [.entrapment: [EntrapmentTable.fileName, EntrapmentCurve.fileName]],
        make: { TablesStage(parameters: $0) })

    init(parameters: ParameterValues) {
        scope = TableScope(rawValue: parameters.text("include")) ?? .accepted
    }

    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        let identifications = try joint.require(.identifications, as: Identifications.self)
        @Sendable func path(_ name: String) -> String { "\(context.outputDirectory)/\(name)" }
        let (evidence, (peptides, proteins)) = try await sideBySide(workers: context.jobs) {
            try await PSMReport.evidence(of: runs, workers: max(1, context.jobs - 1))
        } _: {
            (
                try PeptideReport(identifications: identifications)
                    .write(to: path(PeptideReport.fileName), scope: scope),
                try ProteinReport(identifications: identifications)
                    .write(to: path(ProteinReport.fileName), scope: scope)
            )
        }
        let psms = try await PSMReport(identifications: identifications, runs: evidence)
            .write(to: path(PSMReport.fileName), scope: scope, workers: context.jobs)
        try SpectraReport(rows: evidence.flatMap(Self.outcomes)).write(to: path(SpectraReport.fileName))
        context.journal.count(CountName.rows(of: PSMReport.fileName), psms)
        context.journal.count(CountName.rows(of: PeptideReport.fileName), peptides)
        context.journal.count(CountName.rows(of: ProteinReport.fileName), proteins)
        if joint[.entrapment] != nil {
            let analysis = try joint.require(.entrapment, as: EntrapmentAnalysis.self)
            _ = try EntrapmentTable(analysis: analysis).write(to: path(EntrapmentTable.fileName))
            try EntrapmentCurve(analysis: analysis).write(to: path(EntrapmentCurve.fileName))
        }
        return PortValues()
    }

    /// What became of the spectra of a run; the counts add up to the spectra in its file.
    private static func outcomes(of run: PSMReport.RunEvidence) -> [SpectraReport.Row] {
        var reasons: [SetAsideReason: Int] = [:]
        for spectrum in run.spectra {
            if let reason = spectrum.setAside { reasons[reason, default: 0] += 1 }
        }
        for spectrum in run.matches.setAside { reasons[spectrum.reason, default: 0] += 1 }
        let matched = run.matches.matches.count { $0.rank == 1 }
        let unmatched = run.spectra.count - matched - reasons.values.reduce(0, +)
        let name = run.matches.run
        return [
            SpectraReport.Row(run: name, status: .matched, count: matched),
            SpectraReport.Row(run: name, status: .unmatched, count: unmatched),
        ] + reasons.map { SpectraReport.Row(run: name, status: .setAside, reason: $0.key.rawValue, count: $0.value) }
    }
}
