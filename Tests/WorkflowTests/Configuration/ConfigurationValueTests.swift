import Foundation
import Testing
import Workflow

@Suite struct ConfigurationValueTests {
    private let value = ConfigurationValue.mapping([
        "b": .list([.integer(1), .number(0.1), .number(2), .boolean(true), .null]),
        "a": .mapping(["quote": .text("say \"x\\y\"\n\u{1}é")]),
    ])

    @Test("the canonical text sorts keys and tells a number from a whole number")
    func canonicalText() {
        #expect(
            value.canonicalText
                == #"{"a": {"quote": "say \"x\\y\"\n\u0001é"}, "b": [1, 0.1, 2.0, true, null]}"#)
    }

    @Test("a literal stands for the value it would have in a workflow file")
    func literals() {
        let written: ConfigurationValue = ["b": [1, 0.1, 2.0, true], "a": "10 ppm"]
        let meant = ConfigurationValue.mapping([
            "b": .list([.integer(1), .number(0.1), .number(2), .boolean(true)]), "a": .text("10 ppm"),
        ])
        #expect(written == meant)
    }

    @Test("the canonical text is the JSON that other programs read")
    func canonicalTextIsJSON() throws {
        let decoded = try JSONDecoder().decode(ConfigurationValue.self, from: Data(value.canonicalText.utf8))
        let encoded = try JSONDecoder().decode(ConfigurationValue.self, from: JSONEncoder().encode(value))
        #expect(decoded == encoded)
        #expect(decoded.mapping?["a"] == value.mapping?["a"])
    }

    @Test("a value is described as one would write it")
    func description() {
        #expect(
            ConfigurationValue.list([.text("Oxidation@M"), .text("10 ppm"), .text("true")]).description
                == "[Oxidation@M, 10 ppm, \"true\"]")
        #expect(ConfigurationValue.text("").description == "\"\"")
        #expect(ConfigurationValue.mapping(["from-fasta": .text("rev_")]).description == "{ from-fasta: rev_ }")
        #expect(ConfigurationValue.text("a: b").description == "\"a: b\"")
    }
}
