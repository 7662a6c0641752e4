/// Collects everything there is to say about a workflow, so that a user sees all of it at once.
final class DiagnosticLog {
    private(set) var diagnostics: [Diagnostic] = []
    private var known: Set<Diagnostic> = []

    func error(_ location: SourceLocation?, _ message: String, suggestion: String? = nil) {
        add(Diagnostic(.error, at: location, message, suggestion: suggestion))
    }

    func warning(_ location: SourceLocation?, _ message: String) { add(Diagnostic(.warning, at: location, message)) }

    func note(_ location: SourceLocation?, _ message: String) { add(Diagnostic(.note, at: location, message)) }

    func add(_ diagnostic: Diagnostic) {
        if known.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    /// An issue of parameters, at the place of the one it is about.
    func add(_ issue: ParameterIssue, about with: LocatedValue, remark: String = "") {
        let place = with.member(issue.parameter)?.value.location(of: issue.path) ?? with.location
        add(
            Diagnostic(
                issue.severity, at: place, "'\(issue.parameter)': \(issue.message)\(remark)",
                suggestion: issue.suggestion))
    }

    /// The members of a mapping with known keys. Anything else in its place, and any other key, is an error.
    func members(
        of value: LocatedValue, _ what: String, keys: [String]
    ) -> [String: LocatedValue.Member]? {
        guard let members = value.members else {
            error(
                value.location,
                "\(what) has to be a mapping with \(ParameterType.enumeration(keys)), not \(value.value.inWords)")
            return nil
        }
        for member in members where !keys.contains(member.key) {
            error(
                member.keyLocation, "\(what) does not have a key '\(member.key)'; it has \(keys.listed)",
                suggestion: Suggestion.nearest(to: member.key, among: keys))
        }
        return Dictionary(members.map { ($0.key, $0) }) { _, last in last }
    }

    /// The text of a scalar, or nil after saying that it is none.
    func text(of value: LocatedValue, _ what: String) -> String? {
        if case .text(let text) = value.value, !text.isEmpty { return text }
        error(value.location, "\(what) has to be text, not \(value.value.inWords)")
        return nil
    }
}

extension Array where Element == String {
    /// `a, b and c`.
    var listed: String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " and " + last
    }
}
