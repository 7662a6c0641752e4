import Testing

@Suite("Source files")
struct SourceTests {
    @Test("no file of sources or tests is longer than 400 lines")
    func length() throws {
        let files = try Checkout.swiftFiles(below: "Sources") + Checkout.swiftFiles(below: "Tests")
        let found = files.flatMap(SourceRules.lengthViolations)
        #expect(found.isEmpty, "\(found.listed)")
        #expect(files.count > 50)
    }

    @Test("no source ends the program or leaves work for later")
    func words() throws {
        let found = try Checkout.swiftFiles(below: "Sources").flatMap(SourceRules.wordViolations)
        #expect(found.isEmpty, "\(found.listed)")
    }

    @Test("every public declaration has a doc comment")
    func documentation() throws {
        let found = try Checkout.swiftFiles(below: "Sources").flatMap(DocumentationRule.violations)
        #expect(found.isEmpty, "\(found.listed)")
    }

    @Test("a file of 401 lines is found, one of 400 is not")
    func longFile() {
        let line = "let x = 1\n"
        #expect(SourceRules.lengthViolations(in: file(String(repeating: line, count: 400))).isEmpty)
        #expect(SourceRules.lengthViolations(in: file(String(repeating: line, count: 401))).count == 1)
    }

    @Test("forbidden words are found where they are words")
    func badWords() {
        let text = """
            guard ok else { fatalError("no") }
            let value = try! load()
            // TODO: later
            let toDo = "TODOS and nonfatalErrors"  // FIXME
            """
        #expect(SourceRules.wordViolations(in: file(text)).map(\.line) == [1, 2, 3, 4])
    }

    @Test("public declarations without a comment are found, with one they are not")
    func badDocumentation() {
        let text = """
            public import Foundation

            /// Documented.
            @frozen
            public struct Good {
                /// Documented.
                @inlinable public var value: Int { 1 }
                var internalValue = 2
                public var bare = 3
                /// A comment that a blank line parts from it.

                public init() {}
            }

            public enum Kinds {
                case first
            }

            /// Documented.
            public protocol Shape {
                var area: Double { get }
                /// Documented.
                func draw()
            }

            protocol Hidden {
                var free: Bool { get }
            }
            """
        #expect(DocumentationRule.violations(in: file(text)).map(\.line) == [9, 12, 15, 21])
    }

    private func file(_ text: String) -> Checkout.TextFile {
        Checkout.TextFile(path: "Sources/Example/File.swift", text: text)
    }
}
