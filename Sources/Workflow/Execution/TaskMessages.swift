/// Messages of tasks, each said once with all the tasks it is about: what ails three hundred runs alike is one sentence.
struct TaskMessages {
    private var texts: [String] = []
    private var labels: [String: [TaskLabel]] = [:]

    /// How many tasks a message names; the rest are counted.
    private static let namedCount = 5

    /// Adds a message, which is kept in the place where it first came.
    mutating func add(_ text: String, of label: TaskLabel) {
        if labels[text] == nil { texts.append(text) }
        labels[text, default: []].append(label)
    }

    /// `run: pick-peaks, search: message` for one task, `a, b and c: message` for several.
    var lines: [String] { texts.map { "\(Self.names(of: labels[$0] ?? [])): \($0)" } }

    private static func names(of labels: [TaskLabel]) -> String {
        if labels.count == 1 { return "\(labels[0])" }
        var seen: Set<String> = []
        let names = labels.map { $0.run ?? $0.stages.listed }.filter { seen.insert($0).inserted }
        guard names.count > namedCount else { return names.listed }
        return (names.prefix(namedCount) + ["\(names.count - namedCount) others"]).listed
    }
}
