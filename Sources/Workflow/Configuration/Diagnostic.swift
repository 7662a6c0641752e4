/// One thing to say about a workflow: what, where, and what to do.
public struct Diagnostic: Sendable, Hashable, Codable, CustomStringConvertible {
    /// How much a diagnostic matters.
    public enum Severity: String, Sendable, Hashable, Codable {
        /// The workflow cannot run.
        case error
        /// The workflow can run, but probably not as meant.
        case warning
        /// Something the user may want to know, such as what was not checked.
        case note
    }

    /// How much it matters.
    public var severity: Severity

    /// Where it is, or nil where it concerns no place.
    public var location: SourceLocation?

    /// One sentence without its full stop: what is wrong, and what to do.
    public var message: String

    /// What the user probably meant, for "did you mean", or nil.
    public var suggestion: String?

    /// A diagnostic.
    public init(
        _ severity: Severity, at location: SourceLocation? = nil, _ message: String, suggestion: String? = nil
    ) {
        self.severity = severity
        self.location = location
        self.message = message
        self.suggestion = suggestion
    }

    /// `path:line:column: error: message (did you mean 'x'?)`.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        let guess = suggestion.map { " (did you mean '\($0)'?)" } ?? ""
        return "\(place)\(severity.rawValue): \(message)\(guess)"
    }
}

extension Diagnostic {
    /// The order in which diagnostics are shown: by place in the file, those without a place first.
    static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        let leftPlace = (left.location?.file ?? "", left.location?.line ?? -1, left.location?.column ?? -1)
        let rightPlace = (right.location?.file ?? "", right.location?.line ?? -1, right.location?.column ?? -1)
        return leftPlace == rightPlace ? left.message < right.message : leftPlace < rightPlace
    }
}
