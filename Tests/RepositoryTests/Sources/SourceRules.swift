/// Rules that a source file keeps by itself.
enum SourceRules {
    /// Lines a file may have.
    static let longestFile = 400

    /// A file that is longer than it may be.
    static func lengthViolations(in file: Checkout.TextFile) -> [Violation] {
        // A file that ends with a line break has an empty piece behind it, which is no line.
        let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
        guard count > longestFile else { return [] }
        return [Violation(file: file.path, message: "\(count) lines, more than \(longestFile): one file is one idea")]
    }

    /// Words that have no place in the product: they end the program without an explanation, or promise work.
    static func wordViolations(in file: Checkout.TextFile) -> [Violation] {
        let words = ["fatalError", "try!", "TODO", "FIXME"]
        guard words.contains(where: file.text.contains) else { return [] }
        return file.lines.enumerated().flatMap { number, line in
            words.filter { contains(word: $0, in: line) }.map { word in
                Violation(file: file.path, line: number + 1, message: "`\(word)` has no place in the product")
            }
        }
    }

    private static func contains(word: String, in line: Substring) -> Bool {
        line.ranges(of: word).contains { range in
            let before = line[..<range.lowerBound].last
            let after = line[range.upperBound...].first
            return !isPartOfWord(before) && (word.hasSuffix("!") || !isPartOfWord(after))
        }
    }

    private static func isPartOfWord(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
    }
}
