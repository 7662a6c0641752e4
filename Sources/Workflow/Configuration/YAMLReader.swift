internal import Yams

/// Reads YAML text into a ``LocatedValue``, so that everything said about it later has its place.
struct YAMLReader {
    /// More values than a workflow can need: aliases can make a short file stand for billions.
    private static let maximumValueCount = 100_000

    private let file: String
    private var valueCount = 0

    /// Reads `text`; `file` is the name its places carry.
    ///
    /// - Throws: ``YAMLProblem`` for text that is not YAML, or where a key is there twice.
    static func read(_ text: String, file: String) throws(YAMLProblem) -> LocatedValue {
        var reader = YAMLReader(file: file)
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch {
            throw YAMLProblem(reader.diagnostic(for: error))
        }
        guard let root else {
            return LocatedValue(content: .scalar(.null), location: reader.location(of: nil))
        }
        return try reader.value(of: root)
    }

    private init(file: String) { self.file = file }

    private mutating func value(of node: Node) throws(YAMLProblem) -> LocatedValue {
        let place = location(of: node.mark)
        valueCount += 1
        guard valueCount <= Self.maximumValueCount else {
            throw YAMLProblem(
                Diagnostic(.error, at: place, "the file stands for more than \(Self.maximumValueCount) values"))
        }
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            let value = isPlain ? ScalarResolution.value(ofPlain: scalar.string) : .text(scalar.string)
            return LocatedValue(content: .scalar(value), location: place)
        case .sequence(let sequence):
            var elements: [LocatedValue] = []
            for element in sequence { elements.append(try value(of: element)) }
            return LocatedValue(content: .list(elements), location: place)
        case .mapping(let mapping): return try value(of: mapping, at: place)
        case .alias: throw YAMLProblem(Diagnostic(.error, at: place, "this alias stands for nothing"))
        }
    }

    private mutating func value(
        of mapping: Node.Mapping, at place: SourceLocation
    ) throws(YAMLProblem) -> LocatedValue {
        var members: [LocatedValue.Member] = []
        var names: Set<String> = []
        for (key, value) in mapping {
            let keyPlace = location(of: key.mark)
            guard let name = key.scalar?.string else {
                throw YAMLProblem(Diagnostic(.error, at: keyPlace, "a key has to be text"))
            }
            guard names.insert(name).inserted else { throw YAMLProblem(repeatedKey(name, at: keyPlace)) }
            members.append(.init(key: name, keyLocation: keyPlace, value: try self.value(of: value)))
        }
        return LocatedValue(content: .mapping(members), location: place)
    }

    private func location(of mark: Mark?) -> SourceLocation {
        SourceLocation(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
    }

    private func repeatedKey(_ name: String, at place: SourceLocation) -> Diagnostic {
        Diagnostic(.error, at: place, "the key '\(name)' is there more than once; keep one of them")
    }

    // MARK: Errors of the parser

    private func diagnostic(for error: any Error) -> Diagnostic {
        guard let error = error as? YamlError else { return Diagnostic(.error, at: location(of: nil), "\(error)") }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let before = context.map { "\($0.text) that starts at line \($0.mark.line), " } ?? ""
            return Diagnostic(.error, at: location(of: mark), "this is not YAML: \(before)\(problem)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            return repeatedKey(duplicates.first ?? "", at: location(of: context.mark))
        case .reader(let problem, _, let value, _):
            let character = value > 0 ? " (character \(value))" : ""
            return Diagnostic(.error, at: location(of: nil), "this is not YAML: \(problem)\(character)")
        default: return Diagnostic(.error, at: location(of: nil), "this is not YAML: \(error)")
        }
    }
}

/// Text is not YAML.
struct YAMLProblem: Error {
    var diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension ConfigurationValue {
    /// The value of YAML text.
    package init(yaml text: String) throws { self = try YAMLReader.read(text, file: "text").value }
}
