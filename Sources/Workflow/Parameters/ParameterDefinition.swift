/// One parameter of a stage: the single place its name, type, default and meaning are said.
public struct ParameterDefinition: Sendable {
    /// Name in the workflow file, in kebab-case.
    public var name: String

    /// What values it takes.
    public var type: ParameterType

    /// The value where the workflow gives none, as one would write it there.
    public var defaultValue: ConfigurationValue

    /// One sentence on what it sets.
    public var summary: String

    /// What else a user should know: when to change it, what it costs; may be empty.
    public var details: String

    /// A parameter.
    public init(
        _ name: String, _ type: ParameterType, default defaultValue: ConfigurationValue, summary: String,
        details: String = ""
    ) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.summary = summary
        self.details = details
    }
}

/// What is wrong with a value.
public struct ParameterProblem: Error, Sendable, Hashable {
    /// One step from a value to a part of it.
    public enum Step: Sendable, Hashable {
        /// The element of a list at this index.
        case element(Int)
        /// The value of this key of a mapping.
        case member(String)
        /// This key of a mapping itself.
        case key(String)
    }

    /// What is wrong and what would be right, as the end of a sentence about the parameter.
    public var message: String

    /// What the user probably meant, or nil.
    public var suggestion: String?

    /// Which part of the value it is about; empty for the value as a whole.
    public var path: [Step]

    /// A problem of a value, or of a part of it.
    public init(_ message: String, suggestion: String? = nil, path: [Step] = []) {
        self.message = message
        self.suggestion = suggestion
        self.path = path
    }

    func within(_ step: Step) -> ParameterProblem {
        ParameterProblem(message, suggestion: suggestion, path: [step] + path)
    }
}
