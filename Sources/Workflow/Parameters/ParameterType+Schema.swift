extension ParameterType {
    /// The type as a JSON Schema. It takes every value that the type takes; of what it refuses, a schema cannot refuse
    /// quantities outside of their range and values whose form only a stage knows.
    var schema: ConfigurationValue {
        switch self {
        case .boolean: ["type": "boolean"]
        case .integer(let range): Self.integerSchema(range)
        case .number(let range): Self.numberSchema(range)
        case .text: ["type": "string"]
        case .choice(let words): ["enum": .list(words.map { .text($0) })]
        case .quantity(let units): ["type": "string", "pattern": .text(Self.pattern(of: units))]
        case .percentage: ["type": "string", "pattern": .text("^\(Self.numberPattern) *% *$")]
        case .integerRange(let bounds):
            ["anyOf": [Self.integerSchema(bounds), ["type": "string", "pattern": .text(Self.rangePattern)]]]
        case .list(let element): ["type": "array", "items": element.schema]
        case .either(let types): ["anyOf": .list(types.map(\.schema))]
        case .record(let members): Self.recordSchema(members)
        case .domain: ["type": ["string", "number", "boolean"]]
        }
    }

    private static let numberPattern = #" *[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?"#
    private static let rangePattern = #"^ *[-+]?[0-9]+ *\.\. *[-+]?[0-9]+ *$"#

    private static func integerSchema(_ range: ClosedRange<Int>) -> ConfigurationValue {
        var schema: [String: ConfigurationValue] = ["type": "integer"]
        if range.lowerBound != .min { schema["minimum"] = .integer(range.lowerBound) }
        if range.upperBound != .max { schema["maximum"] = .integer(range.upperBound) }
        return .mapping(schema)
    }

    private static func numberSchema(_ range: ClosedRange<Double>) -> ConfigurationValue {
        var schema: [String: ConfigurationValue] = ["type": "number"]
        let largest = Double.greatestFiniteMagnitude
        if range.lowerBound > -largest { schema["minimum"] = .number(range.lowerBound) }
        if range.upperBound < largest { schema["maximum"] = .number(range.upperBound) }
        return .mapping(schema)
    }

    /// A number and one of the units; case does not count.
    private static func pattern(of units: [QuantityUnit]) -> String {
        let names = units.flatMap { [$0.name] + $0.aliases }.map { name in
            name.map { letter in
                if letter.isLetter, letter.isASCII { return "[\(letter.lowercased())\(letter.uppercased())]" }
                return letter.isLetter || letter.isNumber ? "\(letter)" : "[\(letter)]"
            }.joined()
        }
        return "^\(numberPattern) *(\(names.joined(separator: "|"))) *$"
    }

    /// A member without a default that fits has to be given.
    private static func recordSchema(_ members: [ParameterDefinition]) -> ConfigurationValue {
        let required = members.filter { member in
            var problems: [ParameterProblem] = []
            return member.type.normalise(member.defaultValue, problems: &problems) == nil
        }
        var schema = WorkflowSchema.members(members, types: "object").mapping ?? [:]
        if !required.isEmpty { schema["required"] = .list(required.map { .text($0.name) }) }
        return .mapping(schema)
    }
}
