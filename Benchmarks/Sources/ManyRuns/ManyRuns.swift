import Confidence
import Foundations
import PeptideSearch

/// Error rates of more matches than memory could hold: makes the stored matches of many runs, and assesses them.
///
///     ManyRuns make FOLDER RUNS MATCHES
///     ManyRuns assess FOLDER RUNS MEMORY
///
/// `make` writes one artefact a run; `assess` does what the stage `confidence` does with them and says what it took. Two
/// commands, so that what is measured is not what made them.
@main
enum ManyRuns {
    static func main() throws {
        let words = CommandLine.arguments.dropFirst().map { $0 }
        guard words.count == 4, let runs = Int(words[2]), runs > 0 else { throw UsageError() }
        switch words[0] {
        case "make":
            guard let matches = Int(words[3]), matches > 0 else { throw UsageError() }
            for run in 0..<runs {
                try MadeRun(number: run, matchCount: matches).matches().write(to: path(of: run, in: words[1]))
            }
        case "assess":
            try assess(
                try (0..<runs).map { try StoredMatches(artefact: path(of: $0, in: words[1])) },
                memory: MemoryBudget(bytes: try ByteSize(parsing: words[3]).bytes),
                output: words[1] + "/identifications")
        default: throw UsageError()
        }
    }

    private static func path(of run: Int, in folder: String) -> String { "\(folder)/\(run).matches" }

    private static func assess(_ sources: [StoredMatches], memory: MemoryBudget, output: String) throws {
        let clock = ContinuousClock()
        var assessment: Assessment?
        let rates = try clock.measure { assessment = try ConfidenceEngine.assess(sources, memory: memory) }
        let afterRates = ProcessUsage.current().peakResidentBytes
        let rows = try clock.measure { try assessment?.write(to: output) }
        for summary in assessment?.summaries ?? [] where summary.run == nil {
            print(
                "\(summary.level.rawValue): \(summary.targetCount) targets, \(summary.decoyCount) decoys,",
                "\(summary.acceptedTargetCount) accepted")
        }
        print("notes: \(assessment?.notes ?? [])")
        print("error rates \(rates), rows \(rows); reserved \(ByteSize(bytes: memory.peak))")
        print(
            "peak resident \(ByteSize(bytes: afterRates)) with error rates,",
            "\(ByteSize(bytes: ProcessUsage.current().peakResidentBytes)) with rows")
    }

    struct UsageError: Error, CustomStringConvertible {
        var description: String { "usage: ManyRuns make FOLDER RUNS MATCHES | ManyRuns assess FOLDER RUNS MEMORY" }
    }
}
