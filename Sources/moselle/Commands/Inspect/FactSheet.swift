/// A title, then one aligned line for each fact: what a person reads of a file.
struct FactSheet {
    private let title: String
    private var facts: [(name: String, value: String)] = []
    /// Names of facts that the file does not state.
    private var absent: [String] = []
    private var picture: [String] = []

    init(title: String) { self.title = title }

    /// Adds a fact; one that is not there is left out.
    mutating func add(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { facts.append((name, value)) }
    }

    /// Adds a fact that a file ought to state: where it does not, it is among those of ``addAbsent()``.
    mutating func addExpected(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { facts.append((name, value)) } else { absent.append(name) }
    }

    /// Adds a line that names all facts that the file does not state.
    mutating func addAbsent() {
        if !absent.isEmpty { facts.append(("not stated", absent.joined(separator: ", "))) }
    }

    /// Adds lines that go below the facts.
    mutating func add(picture lines: [String]) { picture += lines }

    /// The sheet, with a line end after each line.
    var text: String {
        let width = facts.map(\.name.count).max() ?? 0
        let lines = facts.map { "  " + $0.name.padded(to: width + 2) + $0.value }
        return ([title] + lines + picture.map { $0.isEmpty ? "" : "  " + $0 }).joined(separator: "\n") + "\n"
    }
}
