/// What a stage asks of an earlier one because of its parameters: a port, and how it is to be made.
public struct PortRequest: Sendable, Hashable, Codable {
    /// The port.
    public let port: PortName

    /// How it is to be made, one word in kebab-case whose meaning is the provider's business; empty where there is nothing
    /// to choose.
    public let options: String

    /// A request.
    ///
    /// - Precondition: `options` has lower-case letters of ASCII, digits and hyphens alone.
    public init(port: PortName, options: String = "") {
        precondition(
            options.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D },
            "The options '\(options)' of a request are not one word in kebab-case.")
        self.port = port
        self.options = options
    }

    /// `shadow-matches (shuffled)`, or the port alone.
    var inWords: String { options.isEmpty ? "\(port)" : "\(port) (\(options))" }
}
