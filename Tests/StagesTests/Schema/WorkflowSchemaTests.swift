import Foundation
import Stages
import TestSupport
import Testing
import Workflow

@Suite("The JSON Schema of workflows")
struct WorkflowSchemaTests {
    private let registry = MoselleStages.registry
    private let validator = SchemaValidator(schema: WorkflowSchema(registry: MoselleStages.registry).document)

    private static func workflows() throws -> [String] {
        let folder = TestData.packageRoot.appending(path: "Workflows")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }

    private func problems(_ yaml: String) throws -> [String] {
        validator.problems(with: try ConfigurationValue(yaml: yaml))
    }

    @Test("is JSON of draft 2020-12")
    func json() throws {
        let data = try WorkflowSchema(registry: registry).json()
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test("takes every ready-made workflow")
    func workflows() throws {
        let workflows = try Self.workflows()
        #expect(workflows.count >= 9)
        for text in workflows { #expect(try problems(text) == []) }
    }

    @Test("takes every stage with all its parameters at their defaults")
    func defaults() {
        for stage in registry.stages {
            let parameters = stage.parameters.map { ($0.name, $0.defaultValue) }
            let workflow: ConfigurationValue = [
                "moselle": 1,
                "stages": [
                    ["uses": .text(stage.name), "with": .mapping(Dictionary(uniqueKeysWithValues: parameters))]
                ],
            ]
            #expect(validator.problems(with: workflow) == [])
        }
    }

    @Test(
        "refuses what check refuses: unknown keys and stages, wrong types and units, numbers out of range",
        arguments: [
            ("stages: [{ uses: tables }]", "required"), ("moselle: 2\nstages: [{ uses: tables }]", "const 1"),
            ("moselle: 1\nstages: []", "minItems"), ("moselle: 1\nstages: [{ uses: tables }]\nfoo: 1", "unknown foo"),
            ("moselle: 1\nstages: [{ uses: serch }]", "enum"), ("moselle: 1\nstages: [{ id: a }]", "required"),
            ("moselle: 1\nstages: [{ uses: search, id: a b }]", "pattern"),
            ("moselle: 1\nstages: [{ uses: search, with: { enzime: trypsin } }]", "unknown enzime"),
            ("moselle: 1\nstages: [{ uses: search, with: { fragment-tolerance: 20 } }]", "type"),
            ("moselle: 1\nstages: [{ uses: search, with: { fragment-tolerance: 20 kg } }]", "pattern"),
            ("moselle: 1\nstages: [{ uses: search, with: { missed-cleavages: 11 } }]", "maximum"),
            ("moselle: 1\nstages: [{ uses: search, with: { charges: two } }]", "anyOf"),
            ("moselle: 1\nstages: [{ uses: search, with: { variable: Oxidation@M } }]", "type"),
            ("moselle: 1\nstages: [{ uses: search, with: { variable: [{ max: 2 }] } }]", "anyOf"),
            ("moselle: 1\nstages: [{ uses: confidence, with: { fdr: 0.01 } }]", "type"),
            ("moselle: 1\nstages: [{ uses: confidence, with: { fdr: 1 ppm } }]", "pattern"),
            ("moselle: 1\nstages: [{ uses: pick-peaks, keep: [ms2-peaks] }]", "enum"),
            ("moselle: 1\nstages: [{ uses: tables, keep: [matches] }]", "maxItems"),
            ("moselle: 1\ninputs: { spektra: [] }\nstages: [{ uses: tables }]", "unknown spektra"),
            ("moselle: 1\ninputs: { truth: [a, b] }\nstages: [{ uses: tables }]", "anyOf"),
            ("moselle: 1\nexecution: { executor: cloud }\nstages: [{ uses: tables }]", "enum"),
        ])
    func broken(_ yaml: String, _ problem: String) throws {
        let problems = try problems(yaml)
        #expect(problems.count == 1 && problems[0].contains(problem), "\(problems)")
        let folder = try TemporaryDirectory()
        let path = try folder.write(yaml, to: "broken.yaml")
        let engine = WorkflowEngine(registry: registry, program: ProgramInfo(name: "moselle", version: "1"))
        #expect(engine.check(path: path).hasErrors, "check refuses it too")
    }
}
