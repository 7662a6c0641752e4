/// Name of a type of value that one stage hands to another, such as `matches`.
public struct PortName: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// The name, in kebab-case.
    public let rawValue: String

    /// A name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A name.
    public init(_ name: String) { rawValue = name }

    /// The name.
    public var description: String { rawValue }
}

/// A port: its meaning, and how its values are kept in a file. The engine sees only the path.
public struct PortDefinition: Sendable {
    /// Name in kebab-case.
    public var name: PortName

    /// One sentence on what it holds.
    public var summary: String

    /// Writes a value to a new file at a path. Equal values give equal bytes.
    public var write: @Sendable (any Sendable, _ path: String) throws -> Void

    /// Reads what `write` wrote. Throws where the file is damaged; the engine then makes it again.
    public var read: @Sendable (_ path: String) throws -> any Sendable

    /// Whether its values live inside one chain of stages only and are never kept in a file.
    public internal(set) var isTransient = false

    /// A port.
    public init(
        _ name: PortName, summary: String,
        write: @escaping @Sendable (any Sendable, _ path: String) throws -> Void,
        read: @escaping @Sendable (_ path: String) throws -> any Sendable
    ) {
        self.name = name
        self.summary = summary
        self.write = write
        self.read = read
    }
}

/// Values by port.
public struct PortValues: Sendable {
    private var values: [PortName: any Sendable]

    /// Values by port.
    public init(_ values: [PortName: any Sendable] = [:]) { self.values = values }

    /// The value of a port, or nil where there is none.
    public subscript(port: PortName) -> (any Sendable)? {
        get { values[port] }
        set { values[port] = newValue }
    }

    /// The ports that have a value, by name.
    public var names: [PortName] { values.keys.sorted { $0.rawValue < $1.rawValue } }

    /// The value of a port, which has to be there and of this type.
    ///
    /// - Throws: ``PortError``.
    public func require<T: Sendable>(_ port: PortName, as type: T.Type = T.self) throws(PortError) -> T {
        guard let value = values[port] else { throw .missing(port) }
        guard let typed = value as? T else {
            throw .wrongType(port, expected: "\(T.self)", found: "\(Swift.type(of: value))")
        }
        return typed
    }
}

/// The joint view of one run: its name and the ports its stages gave.
public struct RunPorts: Sendable {
    /// Name of the run: its file name without extensions.
    public var run: String

    /// The values the stage asked for.
    public var ports: PortValues

    /// A run with its values.
    public init(run: String, ports: PortValues) {
        self.run = run
        self.ports = ports
    }
}

/// A stage did not find or give what its definition says.
public enum PortError: Error, CustomStringConvertible, Sendable {
    /// A port has no value.
    case missing(PortName)
    /// The table of ports does not have it.
    case undefined(PortName)
    /// A port has a value of another type than the stage expects.
    case wrongType(PortName, expected: String, found: String)
    /// A value that lives inside one chain of stages was to be kept in a file.
    case transient(PortName)

    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .missing(let port):
            "The port '\(port)' has no value; the stage that provides it did not return it."
        case .undefined(let port):
            "The port '\(port)' is not in the table of ports, so it cannot be kept; this is a mistake of the program."
        case .wrongType(let port, let expected, let found):
            "The port '\(port)' holds \(found) where \(expected) is expected; two stages disagree about its type."
        case .transient(let port):
            "The port '\(port)' lives inside one chain of stages and cannot be kept in a file."
        }
    }
}
