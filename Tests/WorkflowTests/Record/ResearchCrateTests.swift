import Foundation
import Foundations
import TestSupport
import Testing
import Workflow

@Suite("The record as an RO-Crate") struct ResearchCrateTests {
    /// The entities of a crate by id.
    private func entities(_ bench: Bench) throws -> [String: [String: ConfigurationValue]] {
        let crate = try JSONDecoder().decode(
            ConfigurationValue.self, from: Data(bench.text("out/ro-crate-metadata.json").utf8))
        let graph = try #require(crate.mapping?["@graph"]?.list).compactMap(\.mapping)
        let ids = graph.compactMap { $0["@id"]?.text }
        #expect(ids.count == graph.count && Set(ids).count == ids.count, "each entity has an id of its own")
        return Dictionary(zip(ids, graph)) { first, _ in first }
    }

    private func ids(_ value: ConfigurationValue?) -> [String] {
        (value?.list ?? value.map { [$0] } ?? []).compactMap { $0.mapping?["@id"]?.text }
    }

    @Test("describes the folder, the workflow that was run and who ran it when, as the profile asks")
    func profile() async throws {
        let bench = try Bench(runs: ["a b": "one", "c": "two"])
        let outcome = try await bench.run()
        let entities = try entities(bench)
        #expect(ids(entities["ro-crate-metadata.json"]?["about"]) == ["./"])
        let root = try #require(entities["./"])
        #expect(ids(root["conformsTo"]).contains("https://w3id.org/ro/wfrun/workflow/0.5"))
        #expect(ids(root["mainEntity"]) == ["workflow.yaml"])
        #expect(root["datePublished"]?.text == outcome.finished.replacing("Z", with: "+00:00"))
        let workflow = try #require(entities["workflow.yaml"])
        #expect(workflow["@type"] == ["File", "SoftwareSourceCode", "ComputationalWorkflow"])
        let run = try #require(entities["#run"])
        #expect(run["@type"] == "CreateAction" && ids(run["instrument"]) == ["workflow.yaml"])
        #expect(run["startTime"]?.text == outcome.started.replacing("Z", with: "+00:00"))
        #expect(run["actionStatus"] == "http://schema.org/CompletedActionStatus" && run["error"] == nil)
        #expect(ids(run["result"]) == ["words.tsv", "run.json"])
        let agent = try #require(ids(run["agent"]).first.flatMap { entities[$0] })
        #expect(agent["@type"] == "Person" && agent["name"]?.text?.isEmpty == false)
        #expect(entities["#program"]?["softwareVersion"] == "1.2.3")
        #expect(entities["#library-blas"]?["softwareVersion"] == "none")
        #expect(entities["#value-count-words.tolerance"]?["value"] == "10 ppm")
        #expect(ids(entities["#value-count-words.tolerance"]?["exampleOfWork"]) == ["#parameter-count-words.tolerance"])
    }

    @Test("has every input and output with size and SHA-256, and no reference leads nowhere")
    func files() async throws {
        let bench = try Bench(runs: ["a b": "one", "c": "two"])
        try await bench.run()
        let entities = try entities(bench)
        let input = try #require(entities["file://" + bench.path("runs/a%20b.mgf")])
        #expect(input["contentSize"] == "3" && input["sha256"]?.text == Digest.sha256(of: "one"))
        for name in ["words.tsv", "run.json", "workflow.yaml"] {
            #expect(try entities[name]?["sha256"]?.text == Digest.sha256(ofFile: bench.path("out/\(name)")), "\(name)")
        }
        let parts = ids(entities["./"]?["hasPart"])
        #expect(parts.count == 7 && parts.allSatisfy { entities[$0] != nil })
        for (id, entity) in entities {
            for (key, value) in entity where key != "conformsTo" {
                for target in ids(value) { #expect(entities[target] != nil, "\(id) \(key) \(target)") }
            }
        }
    }

    @Test("says that a run failed, and why")
    func failed() async throws {
        let bench = try Bench(runs: ["a": "one", "b": "poison"])
        try await bench.run()
        let run = try #require(try entities(bench)["#run"])
        #expect(run["actionStatus"] == "http://schema.org/FailedActionStatus")
        #expect(run["error"]?.text?.contains("The file of 'b' is poisoned.") == true)
    }
}
