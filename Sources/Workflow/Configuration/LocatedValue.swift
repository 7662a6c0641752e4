/// A value of a workflow file with the place of each of its parts.
struct LocatedValue: Sendable {
    enum Content: Sendable {
        case scalar(ConfigurationValue)
        case list([LocatedValue])
        case mapping([Member])
    }

    /// A key and its value, in the order of the file.
    struct Member: Sendable {
        var key: String
        var keyLocation: SourceLocation
        var value: LocatedValue
    }

    var content: Content
    var location: SourceLocation

    /// The value without places.
    var value: ConfigurationValue {
        switch content {
        case .scalar(let value): value
        case .list(let elements): .list(elements.map(\.value))
        case .mapping(let members):
            .mapping(Dictionary(members.map { ($0.key, $0.value.value) }) { _, last in last })
        }
    }

    var members: [Member]? {
        if case .mapping(let members) = content { members } else { nil }
    }

    var elements: [LocatedValue]? {
        if case .list(let elements) = content { elements } else { nil }
    }

    var isNull: Bool {
        if case .scalar(.null) = content { true } else { false }
    }

    /// The member of a mapping with this key.
    func member(_ key: String) -> Member? { members?.first { $0.key == key } }

    /// The place of the part that `path` leads to; as far as it leads.
    func location(of path: [ParameterProblem.Step]) -> SourceLocation {
        guard let step = path.first else { return location }
        let rest = Array(path.dropFirst())
        switch step {
        case .element(let index):
            guard let elements, elements.indices.contains(index) else { return location }
            return elements[index].location(of: rest)
        case .member(let key): return member(key)?.value.location(of: rest) ?? location
        case .key(let key): return member(key)?.keyLocation ?? location
        }
    }

    /// The same value with every part at one place, as for an option of the command line.
    func moved(to place: SourceLocation) -> LocatedValue {
        let moved: Content =
            switch content {
            case .scalar: content
            case .list(let elements): .list(elements.map { $0.moved(to: place) })
            case .mapping(let members):
                .mapping(members.map { Member(key: $0.key, keyLocation: place, value: $0.value.moved(to: place)) })
            }
        return LocatedValue(content: moved, location: place)
    }

    /// The same mapping with the value of one key replaced or added.
    func setting(_ key: String, to value: LocatedValue) -> LocatedValue {
        var members = members ?? []
        let member = Member(key: key, keyLocation: value.location, value: value)
        if let index = members.firstIndex(where: { $0.key == key }) {
            members[index] = member
        } else {
            members.append(member)
        }
        return LocatedValue(content: .mapping(members), location: location)
    }
}
