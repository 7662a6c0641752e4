extension PortDefinition {
    /// A port whose values live inside one chain of stages and are never kept in a file.
    ///
    /// Only stages of the same chain may take it; ``StageRegistry/inconsistencies()`` finds a joint stage that asks for it.
    public static func transient(_ name: PortName, summary: String) -> PortDefinition {
        var port = PortDefinition(
            name, summary: summary, write: { _, _ in throw PortError.transient(name) },
            read: { _ in throw PortError.transient(name) })
        port.isTransient = true
        return port
    }
}
