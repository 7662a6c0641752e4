import Workflow

/// Validates values by the keywords of JSON Schema that the schema of workflows uses; any other keyword is a problem.
///
/// > Source: JSON Schema, draft 2020-12, core and validation (https://json-schema.org/draft/2020-12).
struct SchemaValidator {
    private static let annotations: Set<String> = ["$schema", "title", "description", "default"]

    let schema: ConfigurationValue

    /// What is wrong with a value, each with the way to it.
    func problems(with value: ConfigurationValue) -> [String] { Self.problems(value, schema, at: "") }

    private static func problems(_ value: ConfigurationValue, _ schema: ConfigurationValue, at path: String) -> [String]
    {
        guard let members = schema.mapping else { return ["\(path): the schema is no object"] }
        return members.sorted { $0.key < $1.key }.flatMap { keyword, argument -> [String] in
            if annotations.contains(keyword) { return [] }
            return problems(value, keyword, argument, of: members, at: path)
        }
    }

    private static func problems(
        _ value: ConfigurationValue, _ keyword: String, _ argument: ConfigurationValue,
        of schema: [String: ConfigurationValue], at path: String
    ) -> [String] {
        func demand(_ isMet: Bool) -> [String] { isMet ? [] : ["\(path): \(keyword) \(argument)"] }
        switch keyword {
        case "type":
            return demand((argument.list ?? [argument]).contains { $0.text.map { hasType($0, value) } ?? false })
        case "const": return demand(value == argument)
        case "enum": return demand(argument.list?.contains(value) ?? false)
        case "minLength": return demand(value.text.map { $0.count >= argument.integer ?? 0 } ?? true)
        case "pattern":
            guard let text = value.text else { return [] }
            return demand((try? Regex(argument.text ?? "(").firstMatch(in: text)) != nil)
        case "minimum": return demand(value.number.map { $0 >= argument.number ?? 0 } ?? true)
        case "maximum": return demand(value.number.map { $0 <= argument.number ?? 0 } ?? true)
        case "minItems": return demand(value.list.map { $0.count >= argument.integer ?? 0 } ?? true)
        case "maxItems": return demand(value.list.map { $0.count <= argument.integer ?? 0 } ?? true)
        case "items":
            return (value.list ?? []).enumerated().flatMap { problems($1, argument, at: "\(path)[\($0)]") }
        case "required":
            guard let given = value.mapping else { return [] }
            return demand((argument.list ?? []).allSatisfy { given[$0.text ?? ""] != nil })
        case "properties":
            return (value.mapping ?? [:]).flatMap { name, member in
                argument.mapping?[name].map { problems(member, $0, at: "\(path).\(name)") } ?? []
            }
        case "additionalProperties":
            let known = schema["properties"]?.mapping ?? [:]
            return (value.mapping ?? [:]).keys.filter { known[$0] == nil }.map { "\(path): unknown \($0)" }
        case "anyOf": return demand((argument.list ?? []).contains { problems(value, $0, at: path).isEmpty })
        case "allOf": return (argument.list ?? []).flatMap { problems(value, $0, at: path) }
        case "if":
            guard problems(value, argument, at: path).isEmpty, let then = schema["then"] else { return [] }
            return problems(value, then, at: path)
        case "then": return []
        default: return ["\(path): the validator does not know \(keyword)"]
        }
    }

    private static func hasType(_ name: String, _ value: ConfigurationValue) -> Bool {
        switch (name, value) {
        case ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .integer), ("number", .number),
            ("string", .text), ("array", .list), ("object", .mapping):
            true
        default: false
        }
    }
}
