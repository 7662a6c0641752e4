internal import Foundation
internal import Foundations

/// `simulation.json`: which program, inputs and options made a study, and what each run holds. It names no time and no
/// folder, so that the same study has the same record.
struct SimulationRecord {
    let study: StudySimulation
    let report: StudyWriter.Report
    let facts: [String: String]

    private struct Content: Encodable {
        var facts: [String: String]
        var gradientMinutes: Double
        var groups: [StudyDesign.Group]
        var runs: [Run]
        var settings: SimulationSettings
        var tags: String?
        var technicalReplicates: Int
    }

    private struct Run: Encodable {
        var file: String
        var name: String
        var spectra: RunTally
    }

    func write(to path: String) throws {
        let content = Content(
            facts: facts, gradientMinutes: study.gradientSeconds / 60,
            groups: study.design.groups,
            runs: report.runs.map { Run(file: $0.file, name: $0.name, spectra: $0.tally) }, settings: study.settings,
            tags: study.design.tags?.name, technicalReplicates: study.design.technicalReplicates)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let file = try AtomicFile(path: path)
        try file.write(Array(try encoder.encode(content)) + [UInt8(ascii: "\n")])
        try file.commit()
    }
}
