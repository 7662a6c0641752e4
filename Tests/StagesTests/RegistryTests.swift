import Foundation
import Stages
import TestSupport
import Testing
import Workflow

@Suite("The table of stages")
struct RegistryTests {
    private let registry = MoselleStages.registry

    @Test("is consistent in itself: types, defaults, ports, scopes")
    func consistent() {
        #expect(registry.inconsistencies() == [])
    }

    @Test("has the stages of a closed search and of its comparison with the truth, wired in their order")
    func stages() {
        #expect(registry.stages.map(\.name) == ["pick-peaks", "search", "confidence", "tables", "compare-with-truth"])
        var provided: Set<PortName> = []
        for stage in registry.stages {
            #expect(Set(stage.consumes).isSubset(of: provided), "\(stage.name) takes what is not there yet")
            provided.formUnion(stage.provides)
        }
    }

    @Test("has the promised defaults in search")
    func searchDefaults() throws {
        let definition = try #require(registry.stage("search"))
        let defaults = try ParameterValues(for: definition.parameters)
        #expect(defaults.text("enzyme") == "trypsin")
        #expect(defaults.text("specificity") == "full")
        #expect(defaults.integer("missed-cleavages") == 2)
        #expect(defaults.integerRange("peptide-length") == 7...50)
        #expect(defaults.text("peptide-mass") == "+500 Da..+5000 Da")
        #expect(defaults.integerRange("charges") == 2...4)
        #expect(defaults.integerRange("isotope-errors") == 0...2)
        #expect(defaults.integer("max-peaks") == 150)
        #expect(defaults.integer("min-peaks") == 10)
        #expect(defaults.integer("min-matched-fragments") == 3)
        #expect(defaults.texts("fixed") == ["Carbamidomethyl@C"])
        #expect(defaults.texts("variable") == ["Oxidation@M"])
        #expect(defaults.integer("max-variable") == 3)
        #expect(defaults.text("decoys") == "reverse")
        #expect(defaults.boolean("methionine-loss"))
    }

    @Test("accepts one per cent by default, and writes accepted targets alone")
    func otherDefaults() throws {
        let confidence = try #require(registry.stage("confidence"))
        #expect(try ParameterValues(for: confidence.parameters).fraction("fdr") == 0.01)
        let tables = try #require(registry.stage("tables"))
        #expect(try ParameterValues(for: tables.parameters).text("include") == "accepted")
        let picking = try #require(registry.stage("pick-peaks"))
        #expect(try ParameterValues(for: picking.parameters).integers("ms-levels") == [1, 2])
    }

    @Test("says of every stage and every parameter what it is, in a sentence")
    func sentences() {
        for stage in registry.stages {
            for text in [stage.summary, stage.discussion] + stage.parameters.map(\.summary) {
                #expect(text.hasSuffix("."), "\(stage.name): \(text)")
                #expect(text.first?.isUppercase == true || text.hasPrefix("accepted"), "\(stage.name): \(text)")
            }
        }
    }

    @Test("has ports that refuse a value of another type, and one that lives in a chain alone")
    func ports() throws {
        for name in ["spectrum-table", "matches", "identifications"] {
            let port = try #require(registry.port(PortName(name)))
            #expect(!port.isTransient)
            #expect(!port.summary.isEmpty)
            let folder = try TemporaryDirectory()
            #expect(throws: PortError.self, "a value of another type is refused") {
                try port.write(["neither"], folder.path("value.npz"))
            }
        }
        #expect(registry.port(PortName("ms2-peaks"))?.isTransient == true)
    }

    @Test("names the libraries in use for the run record")
    func libraries() {
        let facts = MoselleStages.libraryFacts()
        for name in ["blas", "blas-core", "libcrypto", "libdeflate", "libxml2", "zlib"] {
            #expect(facts[name]?.isEmpty == false, "\(name)")
        }
    }
}
