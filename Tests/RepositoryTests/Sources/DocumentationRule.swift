/// Finds public declarations without a doc comment.
///
/// Works on formatted text, where a declaration begins its line and a type ends with a brace at its own indentation. The
/// cases of an enum are free: a comment on `case carbon` would say no more than its name.
struct DocumentationRule {
    private let file: Checkout.TextFile
    private var found: [Violation] = []
    /// Indentations of the public protocols around the current line: their members are public without saying so.
    private var openProtocols: [Int] = []
    private var isDocumented = false

    static func violations(in file: Checkout.TextFile) -> [Violation] {
        var rule = DocumentationRule(file: file)
        for (number, line) in file.lines.enumerated() { rule.read(line, number: number + 1) }
        return rule.found
    }

    private init(file: Checkout.TextFile) { self.file = file }

    private mutating func read(_ line: Substring, number: Int) {
        let indentation = line.prefix { $0 == " " }.count
        let text = line.dropFirst(indentation)
        if text.isEmpty {
            isDocumented = false
            return
        }
        if text.hasPrefix("///") {
            isDocumented = true
            return
        }
        if text.hasPrefix("//") { return }
        // Attributes stand between a comment and what it describes.
        let declaration = withoutAttributes(text)
        if declaration.isEmpty { return }
        if declaration.hasPrefix("}") { openProtocols.removeAll { $0 >= indentation } }
        if isPublic(declaration, indentation: indentation) && !isDocumented {
            found.append(Violation(file: file.path, line: number, message: "no doc comment for `\(declaration)`"))
        }
        open(declaration, indentation: indentation)
        isDocumented = false
    }

    private func withoutAttributes(_ text: Substring) -> Substring {
        var rest = text
        while rest.hasPrefix("@") {
            let name = rest.prefix { $0 != " " && $0 != "(" }
            rest = rest.dropFirst(name.count)
            if rest.hasPrefix("(") { rest = rest.drop { $0 != ")" }.dropFirst() }
            rest = rest.drop { $0 == " " }
        }
        return rest
    }

    private func isPublic(_ declaration: Substring, indentation: Int) -> Bool {
        let words = declaration.split(separator: " ", maxSplits: 3)
        guard let first = words.first else { return false }
        if first == "public" || first == "open" { return words.count > 1 && words[1] != "import" }
        guard let outer = openProtocols.last, outer + 4 == indentation else { return false }
        let members = ["var", "func", "init", "static", "mutating", "subscript", "associatedtype"]
        return members.contains { declaration.hasPrefix($0) }
    }

    private mutating func open(_ declaration: Substring, indentation: Int) {
        if declaration.hasPrefix("public protocol ") && declaration.hasSuffix("{") { openProtocols.append(indentation) }
    }
}
