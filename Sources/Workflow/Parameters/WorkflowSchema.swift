public import Foundation

/// The format of workflow files as a JSON Schema, for editors, from the same table that checks workflows.
///
/// What a schema cannot say, such as whether inputs exist or stages fit together, `check` says.
///
/// > Source: JSON Schema, draft 2020-12 (https://json-schema.org/draft/2020-12).
public struct WorkflowSchema: Sendable {
    private let registry: StageRegistry

    /// The schema of workflows made of these stages.
    public init(registry: StageRegistry) { self.registry = registry }

    /// The schema as JSON.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(document)
    }

    /// The schema as a value.
    package var document: ConfigurationValue {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Moselle workflow",
            "type": "object", "required": ["moselle", "stages"], "additionalProperties": false,
            "properties": [
                "moselle": [
                    "const": .integer(WorkflowChecker.formatVersion), "description": "Version of the format.",
                ],
                "name": [
                    "type": ["string", "null"], "minLength": 1, "description": "What the workflow calls itself.",
                ],
                "inputs": inputs,
                "stages": ["type": "array", "minItems": 1, "items": stage],
                "execution": [
                    "type": ["object", "null"], "additionalProperties": false,
                    "properties": ["executor": ["enum": ["local"]]],
                ],
            ],
        ]
    }

    // MARK: Inputs

    private var inputs: ConfigurationValue {
        let kinds = InputKind.allCases.map { ($0.rawValue, Self.files(oneOnly: $0.isOneFile)) }
        return [
            "type": ["object", "null"], "additionalProperties": false,
            "description": "Input files; globs, relative to the workflow file.",
            "properties": .mapping(Dictionary(uniqueKeysWithValues: kinds)),
        ]
    }

    private static func files(oneOnly: Bool) -> ConfigurationValue {
        let path: ConfigurationValue = ["type": "string", "minLength": 1]
        var list: [String: ConfigurationValue] = ["type": "array", "items": path]
        if oneOnly { list["maxItems"] = 1 }
        return ["anyOf": [["type": "null"], path, .mapping(list)]]
    }

    // MARK: Stages

    private var stage: ConfigurationValue {
        let names = registry.stages.map { ConfigurationValue.text($0.name) }
        return [
            "type": "object", "required": ["uses"], "additionalProperties": false,
            "properties": [
                "uses": ["enum": .list(names), "description": .text(stageSummaries)],
                "id": ["type": "string", "pattern": "^[A-Za-z0-9_-]+$", "description": "By default the stage's name."],
                "needs": [
                    "type": ["array", "null"], "items": ["type": "string", "minLength": 1],
                    "description": "Ids of stages before it, where several provide what it takes.",
                ],
                "keep": [
                    "type": ["array", "null"], "items": ["type": "string"],
                    "description": "What the stage provides and is to be kept in a file.",
                ],
                "with": ["type": ["object", "null"], "description": "Parameters of the stage."],
            ],
            "allOf": .list(registry.stages.map(conditions)),
        ]
    }

    private var stageSummaries: String {
        registry.stages.map { "\($0.name): \($0.summary)" }.joined(separator: " ")
    }

    /// What holds where `uses` names this stage.
    private func conditions(of stage: StageDefinition) -> ConfigurationValue {
        let keepable = registry.keepablePorts(of: stage).map { ConfigurationValue.text($0.rawValue) }
        // An empty enumeration is no schema; nothing can be kept where there is none.
        let kept: ConfigurationValue =
            keepable.isEmpty ? ["type": ["array", "null"], "maxItems": 0] : ["items": ["enum": .list(keepable)]]
        return [
            "if": ["required": ["uses"], "properties": ["uses": ["const": .text(stage.name)]]],
            "then": ["properties": ["with": Self.members(stage.parameters, types: ["object", "null"]), "keep": kept]],
        ]
    }

    static func members(_ parameters: [ParameterDefinition], types: ConfigurationValue) -> ConfigurationValue {
        let properties = parameters.map { ($0.name, described($0)) }
        return [
            "type": types, "additionalProperties": false,
            "properties": .mapping(Dictionary(uniqueKeysWithValues: properties)),
        ]
    }

    private static func described(_ parameter: ParameterDefinition) -> ConfigurationValue {
        var schema = parameter.type.schema.mapping ?? [:]
        let details = parameter.details.isEmpty ? "" : " " + parameter.details
        schema["description"] = .text("\(parameter.summary)\(details) Value: \(parameter.type.inWords).")
        if parameter.defaultValue != .null { schema["default"] = parameter.defaultValue }
        return .mapping(schema)
    }
}
