import Testing
import Workflow

@Suite struct ParameterTypeTests {
    /// The normal form as one line, or the first problem.
    private func normalise(_ type: ParameterType, _ value: ConfigurationValue) -> String {
        var problems: [ParameterProblem] = []
        guard let normal = type.normalise(value, problems: &problems) else { return problems.first?.message ?? "?" }
        var more: [ParameterProblem] = []
        #expect(type.normalise(normal, problems: &more) == normal, "a normal form normalises to itself")
        return normal.canonicalText
    }

    private let tolerance = ParameterType.quantity([
        QuantityUnit("ppm", range: 0...100), QuantityUnit("Da", aliases: ["u", "Th"], range: 0...5),
    ])

    @Test("a quantity has a number, a unit it knows, and a value in range")
    func quantity() {
        #expect(normalise(tolerance, .text("10 ppm")) == "\"10 ppm\"")
        #expect(normalise(tolerance, .text("10.0ppm")) == "\"10 ppm\"")
        #expect(normalise(tolerance, .text("2e-2  Th ")) == "\"0.02 Da\"")
        #expect(normalise(tolerance, .text("2 DA")) == "\"2 Da\"")
        #expect(normalise(tolerance, .number(0.5)) == "needs a unit: write '0.5 ppm' or '0.5 Da'")
        #expect(normalise(tolerance, .text("3 min")) == "does not take the unit 'min'; it takes ppm or Da")
        #expect(
            normalise(tolerance, .text("101 ppm"))
                == "expects a number with a unit: ppm (from 0 to 100) or Da (from 0 to 5), not '101 ppm'")
        #expect(normalise(tolerance, .text("ppm")).hasPrefix("expects a number with a unit"))
        #expect(normalise(tolerance, .text("nan ppm")).hasPrefix("expects a number with a unit"))
    }

    @Test("a percentage is a fraction with its sign")
    func percentage() throws {
        let type = ParameterType.percentage(0...0.5)
        #expect(normalise(type, .text("1%")) == "\"1 %\"")
        #expect(normalise(type, .number(0.01)).hasPrefix("needs a percent sign: write '0.01 %'"))
        #expect(normalise(type, .text("60 %")) == "expects a percentage from 0 % to 50 %, not '60 %'")
        let parameter = ParameterDefinition("fdr", type, default: .text("7 %"), summary: "")
        #expect(try ParameterValues(for: [parameter]).fraction("fdr") == 0.07)
    }

    @Test("a range of whole numbers may be one number")
    func integerRange() throws {
        let type = ParameterType.integerRange(1...10)
        #expect(normalise(type, .text("2..4")) == "\"2..4\"")
        #expect(normalise(type, .text("3 .. 3")) == "3")
        #expect(normalise(type, .integer(3)) == "3")
        #expect(
            normalise(type, .text("4..2"))
                == "expects a whole number or a range such as 2..4, from 1 to 10, not '4..2'")
        #expect(normalise(type, .text("0..4")).hasPrefix("expects"))
        let parameter = ParameterDefinition("charge", type, default: .text("2..4"), summary: "")
        #expect(try ParameterValues(for: [parameter]).integerRange("charge") == 2...4)
    }

    @Test("numbers keep to their range; a whole number will do where a number is asked for")
    func numbers() {
        #expect(normalise(.integer(0...10), .integer(10)) == "10")
        #expect(normalise(.integer(0...10), .integer(11)) == "expects a whole number from 0 to 10, not 11")
        #expect(normalise(.integer(1...Int.max), .text("x")) == "expects a whole number at least 1, not 'x'")
        #expect(normalise(.number(0...1), .integer(1)) == "1.0")
        #expect(normalise(.number(0...1), .number(.nan)) == "expects a number from 0 to 1, not .nan")
    }

    @Test("text that YAML takes for a number has to be quoted")
    func text() {
        #expect(normalise(.text, .text("rev_")) == "\"rev_\"")
        #expect(normalise(.text, .integer(7)) == "expects text, not 7")
    }

    @Test("a mapping fills in the defaults of its members and names those it lacks")
    func record() {
        let type = ParameterType.record([
            ParameterDefinition("prefix", .text, default: .null, summary: ""),
            ParameterDefinition("count", .integer(0...9), default: .integer(2), summary: ""),
        ])
        #expect(
            normalise(type, .mapping(["prefix": .text("rev_")])) == "{\"count\": 2, \"prefix\": \"rev_\"}")
        #expect(normalise(type, .mapping([:])) == "needs the key 'prefix': it expects text")
        #expect(
            normalise(type, .mapping(["prefx": .text("r")])) == "does not have a key 'prefx'; it has prefix or count")
    }

    @Test("the first of several types that fits is taken; the fault of the one with the right shape is told")
    func either() {
        let type = ParameterType.either([
            .choice(["reverse", "shuffle"]),
            .record([ParameterDefinition("from-fasta", .text, default: .null, summary: "")]),
        ])
        #expect(normalise(type, .text("shuffle")) == "\"shuffle\"")
        #expect(normalise(type, .mapping(["from-fasta": .text("rev_")])) == "{\"from-fasta\": \"rev_\"}")
        #expect(normalise(type, .mapping(["from-fasta": .integer(3)])) == "expects text, not 3")
        var problems: [ParameterProblem] = []
        #expect(type.normalise(.text("revers"), problems: &problems) == nil)
        #expect(problems.map(\.suggestion) == ["reverse"])
        #expect(
            problems.first?.message
                == "expects one of reverse or shuffle; or a mapping { from-fasta: text }, not 'revers'")
    }

    @Test("of a stage's own type among several the stage's words are told, and of a mapping those about its keys")
    func eitherOfOwnType() {
        let word = DomainType(name: "word", syntax: "letters") { value in
            value.text == "yes" ? .success(value) : .failure(ParameterProblem("is no word"))
        }
        let type = ParameterType.either([
            .domain(word), .record([ParameterDefinition("word", .domain(word), default: .null, summary: "")]),
        ])
        #expect(normalise(type, .text("yes")) == "\"yes\"")
        #expect(normalise(type, .text("no")) == "is no word")
        #expect(normalise(type, .mapping(["word": .text("no")])) == "is no word")
        #expect(normalise(type, .list([])).hasPrefix("expects a word, written letters; or a mapping"))
    }

    @Test("a list tells every faulty element, and what to write for a single value")
    func list() {
        let type = ParameterType.list(.integer(0...9))
        var problems: [ParameterProblem] = []
        #expect(type.normalise(.list([.integer(1), .text("x"), .integer(10)]), problems: &problems) == nil)
        #expect(problems.map(\.path) == [[.element(1)], [.element(2)]])
        problems = []
        #expect(type.normalise(.integer(3), problems: &problems) == nil)
        #expect(problems.map(\.suggestion) == ["[3]"])
    }

    @Test("null is no value")
    func null() {
        #expect(normalise(.integer(0...9), .null) == "expects a whole number from 0 to 9, not nothing (null)")
    }
}
