extension Plan {
    /// The graph of tasks in the language of Graphviz: a box for each task, dashed where it is re-used, and an arrow for
    /// each task whose result another takes.
    ///
    /// > Source: The DOT language, https://graphviz.org/doc/info/lang.html.
    public var dot: String {
        var lines = [
            "digraph \(Self.quoted(workflow.name)) {", "  rankdir=LR;", "  node [shape=box, fontname=\"sans-serif\"];",
        ]
        var drawn: Set<String> = []
        for task in tasks where drawn.insert(task.id).inserted {
            // Tasks with one fingerprint are done once.
            let labels = tasks.filter { $0.fingerprint == task.fingerprint }.map { "\($0.label)" }
            let style = task.state == .reused ? "dashed" : "solid"
            lines.append(
                "  \(Self.quoted(task.id)) [label=\(Self.quoted(labels.joined(separator: "\n"))), style=\(style)];")
        }
        var arrows: Set<String> = []
        for task in tasks {
            for source in task.sources {
                let arrow = "  \(Self.quoted(PlannedTask.id(of: source.fingerprint))) -> \(Self.quoted(task.id));"
                if arrows.insert(arrow).inserted { lines.append(arrow) }
            }
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = ""
        for character in text {
            switch character {
            case "\"", "\\": quoted += "\\\(character)"
            case "\n": quoted += "\\n"
            default: quoted.append(character)
            }
        }
        return "\"\(quoted)\""
    }
}
