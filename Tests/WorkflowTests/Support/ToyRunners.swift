import Foundation
import Foundations
import Workflow

/// Counts words. A file with the word `poison` cannot be read; one with `sleepy` takes until it is cancelled; one with
/// `patient` waits for a later stage to prepare itself; one with `public` announces something; one with `hungry` needs more
/// than half of the memory, for a while, and with `greedy` more than all of it; `talkative` says much and fails.
struct CountRunner: RunStageRunner {
    let values: ParameterValues
    let calls: CallLog

    func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues {
        calls.add("count \(context.run ?? "?")")
        calls.enter(threads: context.jobs)
        defer { calls.leave() }
        let text = try String(contentsOfFile: context.spectraFile ?? "", encoding: .utf8)
        if text.contains("poison") { throw ToyError("The file of '\(context.run ?? "?")' is poisoned.") }
        if text.contains("sleepy") { try await Task.sleep(for: .seconds(600)) }
        if text.contains("patient") { try await calls.waitForPreparation() }
        if text.contains("hungry") {
            let share = try context.memory.reserve(context.memory.total * 6 / 10, for: "the words of a run")
            try await Task.sleep(for: .milliseconds(100))
            if text.contains("greedy") { _ = try context.memory.reserve(context.memory.total / 2, for: "more words") }
            share.release()
        }
        if text.contains("slow") { try await Task.sleep(for: .milliseconds(20)) }
        if text.contains("growing") {
            try (text + " more").write(toFile: context.spectraFile ?? "", atomically: false, encoding: .utf8)
        }
        if text.contains("public") { context.journal.announce("many words") }
        if text.contains("talkative") { for number in 1...6 { context.journal.note("Sentence \(number).") } }
        if text.contains("odd") { context.journal.warn("This run is odd.") }
        if text.contains("faulty") { context.journal.fault("Nothing was found.") }
        try "x".write(toFile: "\(context.scratchDirectory)/x", atomically: false, encoding: .utf8)
        let words = text.split { $0.isWhitespace }.map { values.boolean("ignore-case") ? $0.lowercased() : String($0) }
        let kept = words.filter { $0.count >= values.integer("minimum-length") }
        context.journal.count("words", words.count)
        context.journal.setAside("too short", words.count - kept.count)
        context.journal.progress(done: words.count, total: words.count, unit: "words")
        if text.contains("talkative") { throw ToyError("It said too much.") }
        let counts = kept.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return PortValues([ToyStages.counts.name: counts])
    }
}

/// Keeps words of so many letters.
struct KeepRunner: RunStageRunner {
    let letters: Int
    let calls: CallLog

    func prepare(in context: TaskContext) async { calls.prepare() }

    func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues {
        calls.add("keep \(context.run ?? "?")")
        let counts: [String: Int] = try ports.require(ToyStages.counts.name)
        return PortValues([ToyStages.long.name: counts.filter { $0.key.count >= letters }])
    }
}

/// Adds up the runs. The word `unjoinable` makes it fail.
struct JoinRunner: JointStageRunner {
    let port: PortName
    let calls: CallLog

    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        calls.add("join \(runs.map(\.run).joined(separator: " "))")
        var total: [String: Int] = [:]
        for run in runs {
            let counts: [String: Int] = try run.ports.require(port)
            if counts["unjoinable"] != nil { throw ToyError("It cannot be joined.") }
            total.merge(counts, uniquingKeysWith: +)
        }
        context.journal.count("distinct", total.count)
        return PortValues([ToyStages.joined.name: total])
    }
}

/// Writes `words.tsv`. The word `guest` stands for somebody else who leaves a file in the output folder meanwhile.
struct TableRunner: JointStageRunner {
    let order: String
    let calls: CallLog

    func process(_ runs: [RunPorts], joint: PortValues, in context: TaskContext) async throws -> PortValues {
        calls.add("table")
        let total: [String: Int] = try joint.require(ToyStages.joined.name)
        if total["guest"] != nil {
            try "".write(toFile: "\(context.outputDirectory)/guest.txt", atomically: false, encoding: .utf8)
        }
        let rows = total.sorted { left, right in
            order == "count" && left.value != right.value ? left.value > right.value : left.key < right.key
        }
        let text = "word\tcount\n" + rows.map { "\($0.key)\t\($0.value)\n" }.joined()
        try text.write(toFile: "\(context.outputDirectory)/words.tsv", atomically: true, encoding: .utf8)
        return PortValues()
    }
}
