import Foundation
import Synchronization
import Workflow

/// A pipeline on text files that stands for the real one: count the words of each run, keep the long ones, join the
/// runs, write a table.
struct ToyStages {
    /// What the stages were asked to do, in the order they were asked: `count a`, `join`, ...
    let calls = CallLog()

    /// The registry; versions can be raised, as a new release of the program would.
    func registry(countVersion: Int = 1) -> StageRegistry {
        StageRegistry(
            stages: [count(version: countVersion), keepLong, join, summarise, table],
            ports: [Self.counts, Self.long, Self.joined])
    }

    /// An engine with these stages.
    func engine(countVersion: Int = 1) -> WorkflowEngine {
        WorkflowEngine(
            registry: registry(countVersion: countVersion), program: ProgramInfo(name: "toy", version: "1.2.3"))
    }

    static let counts = port("word-counts", "How often each word occurs.")
    static let long = port("long-words", "The same for long words.")
    static let joined = port("joined-counts", "The same for all runs.")

    // MARK: Stages

    private func count(version: Int) -> StageDefinition {
        StageDefinition(
            name: "count-words", version: version, scope: .perRun, summary: "Counts the words of a run.",
            discussion: "A word is what stands between blanks.",
            parameters: [
                ParameterDefinition("ignore-case", .boolean, default: .boolean(false), summary: "Whether A is a."),
                ParameterDefinition(
                    "minimum-length", .integer(1...20), default: .integer(1), summary: "Letters a word has at least."),
                ParameterDefinition(
                    "tolerance",
                    .quantity([
                        QuantityUnit("ppm", range: 0...100), QuantityUnit("Da", aliases: ["u"], range: 0...5),
                    ]), default: .text("10 ppm"), summary: "Nothing.", details: "It has a unit, that is all."),
                ParameterDefinition(
                    "skip", .list(.domain(Self.lowercaseWord)), default: .list([]), summary: "Words left out."),
            ],
            provides: [Self.counts.name], reads: [.spectra],
            check: { values in
                guard values.integer("minimum-length") > 10, values.boolean("ignore-case") else { return [] }
                return [ParameterIssue(parameter: "minimum-length", message: "no word is so long", severity: .warning)]
            },
            make: { CountRunner(values: $0, calls: calls) })
    }

    private static let lowercaseWord = DomainType(name: "word", syntax: "letters") { value in
        guard case .text(let text) = value else { return .failure(ParameterProblem("expects a word")) }
        guard text.allSatisfy(\.isLetter) else {
            return .failure(ParameterProblem("expects letters, not '\(text)'", suggestion: text.filter(\.isLetter)))
        }
        return .success(.text(text.lowercased()))
    }

    private var keepLong: StageDefinition {
        StageDefinition(
            name: "keep-long", version: 1, scope: .perRun, summary: "Keeps long words.",
            parameters: [
                ParameterDefinition("letters", .integer(1...20), default: .integer(3), summary: "Letters at least.")
            ],
            consumes: [Self.counts.name], provides: [Self.long.name],
            estimate: { values, request in
                guard values.integer("letters") < 20 else { throw ToyError("There are no such words.") }
                let bytes = request.spectra.reduce(0) { $0 + $1.byteCount }
                return StageEstimate(facts: [
                    .count("words", bytes / 6, isExact: false), .count("files", request.spectra.count, isExact: true),
                    .bytes("memory", request.memory), .seconds("time", 130, remark: " with \(request.jobs) jobs"),
                ])
            },
            make: { KeepRunner(letters: $0.integer("letters"), calls: calls) })
    }

    private var join: StageDefinition {
        StageDefinition(
            name: "join", version: 1, scope: .joint, summary: "Adds up the runs.",
            parameters: [
                ParameterDefinition("fdr", .percentage(0...1), default: .text("1 %"), summary: "A percentage.")
            ],
            consumes: [Self.long.name], provides: [Self.joined.name], reads: [.proteins],
            make: { _ in JoinRunner(port: Self.long.name, calls: calls) })
    }

    private var summarise: StageDefinition {
        StageDefinition(
            name: "summarise", version: 1, scope: .joint, summary: "Adds up all words of the runs.",
            consumes: [Self.counts.name], provides: [Self.joined.name],
            make: { _ in JoinRunner(port: Self.counts.name, calls: calls) })
    }

    private var table: StageDefinition {
        StageDefinition(
            name: "table", version: 1, scope: .joint, summary: "Writes words.tsv.",
            parameters: [
                ParameterDefinition(
                    "order", .choice(["word", "count"]), default: .text("word"), summary: "Order of the rows.")
            ],
            consumes: [Self.joined.name], writes: ["words.tsv"],
            make: { TableRunner(order: $0.text("order"), calls: calls) })
    }

    // MARK: Ports

    private static func port(_ name: String, _ summary: String) -> PortDefinition {
        PortDefinition(
            PortName(name), summary: summary,
            write: { value, path in
                guard let counts = value as? [String: Int] else { throw ToyError("not counts") }
                let lines = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
                try ("toy\n" + lines.joined()).write(toFile: path, atomically: true, encoding: .utf8)
            },
            read: { path in
                let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
                guard lines.first == "toy" else { throw ToyError("the first line is not 'toy'") }
                return Dictionary(
                    lines.dropFirst().map { line in
                        let parts = line.split(separator: " ")
                        return (String(parts[0]), Int(parts[1]) ?? 0)
                    }
                ) { first, _ in first }
            })
    }
}

/// Keeps what the stages were asked to do.
final class CallLog: Sendable {
    private struct Crowd {
        var present = 0
        var peak = 0
        var threads: Set<Int> = []
    }

    private let calls = Mutex<[String]>([])
    private let crowd = Mutex(Crowd())
    private let preparations = Atomic(0)

    /// How often a stage was asked to prepare itself.
    var preparationCount: Int { preparations.load(ordering: .sequentiallyConsistent) }

    func prepare() { preparations.add(1, ordering: .sequentiallyConsistent) }

    /// Waits until a stage has been asked to prepare itself, 20 seconds at the most.
    func waitForPreparation() async throws {
        for _ in 0..<2000 where preparationCount == 0 { try await Task.sleep(for: .milliseconds(10)) }
        if preparationCount == 0 { throw ToyError("No stage prepared itself.") }
    }

    /// The most tasks that were ever inside at once, and how many threads they were given.
    var peakAndThreads: (peak: Int, threads: Set<Int>) { crowd.withLock { ($0.peak, $0.threads) } }

    func enter(threads: Int) {
        crowd.withLock {
            $0.present += 1
            $0.peak = max($0.peak, $0.present)
            $0.threads.insert(threads)
        }
    }

    func leave() { crowd.withLock { $0.present -= 1 } }

    func add(_ call: String) { calls.withLock { $0.append(call) } }

    /// What was asked since the last time, in alphabetical order.
    func take() -> [String] {
        calls.withLock { calls in
            defer { calls = [] }
            return calls.sorted()
        }
    }
}

struct ToyError: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
