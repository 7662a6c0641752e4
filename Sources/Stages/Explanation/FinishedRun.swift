internal import Foundation
import Confidence
import PeptideSearch
import SpectrumModel
import Workflow

/// What a run left in its output folder: its record, and the artefacts that one stage of error rates was made of.
struct FinishedRun {
    let folder: String
    let record: RunRecord
    /// Id of the stage that estimated error rates.
    let stage: String
    private let joint: TaskReport

    /// Opens an output folder.
    ///
    /// - Parameter stage: Id of the stage that estimated error rates, where there are several.
    init(folder: String, stage: String?) throws(ExplanationError) {
        self.folder = folder
        let record = try Self.record(of: folder)
        let assessed = record.outcome.tasks.compactMap(\.report).filter { report in
            report.artefacts.contains { $0.port == .identifications }
        }
        guard !assessed.isEmpty else { throw .nothingAssessed(folder: folder) }
        let names = assessed.map { $0.label.stages.joined(separator: ", ") }
        guard let chosen = stage ?? (names.count == 1 ? names[0] : nil) else { throw .severalStages(names) }
        guard let position = names.firstIndex(of: chosen) else { throw .unknownStage(chosen, known: names) }
        self.record = record
        self.stage = chosen
        joint = assessed[position]
    }

    private static func record(of folder: String) throws(ExplanationError) -> RunRecord {
        let path = "\(folder)/run.json"
        guard let data = FileManager.default.contents(atPath: path) else { throw .noRecord(folder: folder) }
        let record: RunRecord
        do { record = try JSONDecoder().decode(RunRecord.self, from: data) } catch {
            throw .unreadableRecord(path: path, reason: "it is not a run record of this program")
        }
        guard record.formatVersion == RunRecord.currentFormatVersion else {
            throw .otherFormat(path: path, version: record.formatVersion)
        }
        return record
    }

    /// What was identified.
    func identifications() throws(ExplanationError) -> Identifications {
        let path = try path(of: joint, port: .identifications, "what was identified")
        do { return try Identifications(artefact: path) } catch { throw .unreadable(reason: "\(error)") }
    }

    /// Where the matches of each run are, by run.
    func matchFiles() throws(ExplanationError) -> [String] {
        var paths: [String] = []
        for report in matchReports { paths.append(try path(of: report, port: .matches, "matches of a run")) }
        return paths
    }

    /// Account of the spectra of a run; `nil` where it was not kept.
    func spectra(ofRun run: String) -> [SpectrumSummary]? {
        guard let report = matchReports.first(where: { $0.label.run == run }),
            let artefact = report.artefacts.first(where: { $0.port == .spectrumTable })
        else { return nil }
        // Identifiers only make spectra easier to find; their position is stated in any case.
        return try? SpectrumTableArtefact.read("\(folder)/work/\(artefact.file)")
    }

    /// The settings of the search that the matches came from; `nil` where this program cannot read them.
    var searchSettings: SearchSettings? {
        guard let id = matchReports.first?.stages.first(where: { $0.name == SearchStage.definition.name })?.id,
            let stage = record.stages.first(where: { $0.id == id }),
            let values = try? ParameterValues(stage.parameters, for: SearchStage.parameters)
        else { return nil }
        return try? SearchSettings(values)
    }

    private var matchReports: [TaskReport] {
        let reports = record.outcome.tasks.compactMap(\.report)
        let wanted = Set(joint.sources.filter { $0.port == .matches }.map(\.fingerprint))
        return reports.filter { wanted.contains($0.fingerprint) }
    }

    private func path(of report: TaskReport, port: PortName, _ what: String) throws(ExplanationError) -> String {
        guard let artefact = report.artefacts.first(where: { $0.port == port }) else {
            throw .removed(folder: folder, file: "work", what: what)
        }
        let path = "\(folder)/work/\(artefact.file)"
        guard FileManager.default.fileExists(atPath: path) else {
            let run = report.label.run.map { "\(what) '\($0)'" } ?? what
            throw .removed(folder: folder, file: "work/\(artefact.file)", what: run)
        }
        return path
    }
}
