import Foundations
public import Workflow

/// What a run came to, in the few lines a person reads first and can paste into a mail.
public struct RunSummary: Sendable {
    private let outcome: RunOutcome

    /// Creates the summary of an outcome.
    public init(_ outcome: RunOutcome) {
        self.outcome = outcome
    }

    /// The summary as text, with a line end at its end.
    public var text: String {
        let sections = [headline, spectra, identifications, entrapment, truth, problems, resources]
        return sections.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    private var headline: String {
        let done = outcome.runs.count { $0.status == .done || $0.status == .reused }
        let reused = outcome.runs.count { $0.status == .reused }
        var line = "\(outcome.workflow): \(done) of \(Self.count(outcome.runs.count, "run")) done"
        if reused > 0 { line += ", \(reused) of them re-used from an earlier run" }
        return line
    }

    private var spectra: String {
        let counts = outcome.counts
        guard let total = counts[CountName.spectra] else { return "" }
        var lines = [Self.line("Spectra read", total)]
        lines.append(Self.line("  searched", counts[CountName.searched, default: 0]))
        lines.append(Self.line("  matched", counts[CountName.matched, default: 0]))
        let setAside = outcome.setAside.values.reduce(0, +)
        lines.append(Self.line("  set aside", setAside))
        for (reason, count) in outcome.setAside.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            lines.append(Self.line("    \(reason)", count))
        }
        return lines.joined(separator: "\n")
    }

    private var identifications: String {
        let names = [("psm", "PSMs"), ("peptide", "Peptides"), ("protein", "Protein groups")]
        let stages = jointCounts.filter { stage in names.contains { stage.counts[CountName.accepted($0.0)] != nil } }
        let blocks = stages.map { id, counts in
            let stage = stages.count > 1 ? " by '\(id)'" : ""
            let title = "Accepted\(stage), each at its own level (false discovery rate as set in the workflow)"
            let lines = names.map { level, title in
                Self.line("  \(title)", counts[CountName.accepted(level), default: 0])
            }
            return ([title] + lines).joined(separator: "\n")
        }
        return blocks.joined(separator: "\n")
    }

    /// How far the error rates hold, where the workflow asks for it.
    private var entrapment: String {
        let stages = outcome.tasks.compactMap(\.report).flatMap(\.stages)
        let results = stages.filter { $0.name == ConfidenceStage.definition.name }.flatMap(\.entries.results)
        guard !results.isEmpty else { return "" }
        return (["Held against entrapments"] + results.map { "  \($0)" }).joined(separator: "\n")
    }

    /// The counts of the stages that see all runs, in the order of the workflow.
    private var jointCounts: [(id: String, counts: [String: Int])] {
        outcome.tasks.filter { $0.label.run == nil }.flatMap(\.label.stages).compactMap { id in
            outcome.jointCounts[id].map { (id, $0) }
        }
    }

    /// How many of them are right, where the workflow compares them with what is known.
    private var truth: String {
        jointCounts.compactMap { TruthSummary(counts: $0.counts)?.text }.joined(separator: "\n")
    }

    private var problems: String {
        ((outcome.failures + outcome.faults).map { "error: \($0)" } + outcome.warnings.map { "warning: \($0)" })
            .joined(separator: "\n")
    }

    private var resources: String {
        let seconds = Self.rounded(outcome.seconds)
        let cpu = Self.rounded(outcome.cpuSeconds)
        let megabytes = outcome.peakResidentBytes / 1_000_000
        let tables = outcome.files.map(\.path).filter { $0.hasSuffix(".tsv") }.joined(separator: ", ")
        var lines = ["Time \(seconds) s (CPU \(cpu) s), peak memory \(megabytes) MB"]
        if !tables.isEmpty { lines.append("Tables in \(outcome.outputDirectory): \(tables)") }
        return lines.joined(separator: "\n")
    }

    private static func line(_ title: String, _ count: Int) -> String {
        let number = count.grouped
        let blanks = max(2, 48 - title.count - number.count)
        return title + String(repeating: " ", count: blanks) + number
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    private static func rounded(_ seconds: Double) -> String {
        let hundredths = Int((seconds * 100).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
