/// Lines of XML, indented by two spaces for each element they are in.
struct XMLLines {
    private(set) var text: String
    private var depth: Int

    private static let indentations = (0...16).map { String(repeating: "  ", count: $0) }

    /// Begins lines that stand `depth` elements deep, after `text`.
    ///
    /// - Parameter byteCount: the size to expect.
    init(after text: String = "", depth: Int = 0, byteCount: Int = 0) {
        self.text = ""
        self.text.reserveCapacity(byteCount)
        self.text += text
        self.depth = depth
    }

    /// A line that begins an element.
    mutating func open(_ tag: String) {
        line(tag)
        depth += 1
    }

    /// A line that ends an element.
    mutating func close(_ tag: String) {
        depth -= 1
        line(tag)
    }

    /// A line as it is.
    mutating func line(_ line: String) {
        begin()
        text += line
        end()
    }

    /// The beginning of a line that is put together piece by piece.
    mutating func begin() { text += Self.indentations[depth] }

    /// A piece of a line.
    mutating func add(_ piece: String) { text += piece }

    /// The end of such a line.
    mutating func end() { text += "\n" }
}
