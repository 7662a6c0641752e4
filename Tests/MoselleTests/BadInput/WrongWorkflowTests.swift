import Foundation
import TestSupport
import Testing

@Suite("Workflows with mistakes")
struct WrongWorkflowTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func check(_ text: String, _ options: [String] = []) throws -> ExecutableResult {
        let path = try folder.write(text, to: "w.yaml")
        return try MoselleExecutable.run(["check", path] + options)
    }

    private static let text = """
        moselle: 1
        name: Mistakes
        inputs:
          spectra: []
          proteins: []
        stages:
          - uses: pick-peaks
          - uses: serch
          - uses: search
            with:
              enzym: trypsin
              missed-cleavages: 99
              precursor-tolerance: 10
              fixed: [Carbamidometyl@C]
          - uses: confidence
            with: { fdr: 200 % }
          - uses: tables
        stage: []

        """

    @Test("all mistakes are named at once, each with line, column and what was meant")
    func all() throws {
        let result = try check(Self.text)
        #expect(result.exitStatus == 2)
        let lines = result.standardOutput.split(separator: "\n").map { $0.replacing(folder.url.path + "/", with: "") }
        func expect(_ place: String, _ parts: String...) {
            let line = lines.first { $0.hasPrefix("w.yaml:\(place): error: ") }
            #expect(line != nil, "nothing at \(place): \(lines)")
            for part in parts { #expect(line?.contains(part) == true, "\(line ?? "")") }
        }
        expect("8:11", "there is no stage 'serch'", "(did you mean 'search'?)")
        expect("11:7", "no parameter 'enzym'", "(did you mean 'enzyme'?)")
        expect("12:25", "'missed-cleavages'", "from 0 to 10", "99")
        expect("13:28", "needs a unit: write '10 ppm' or '10 Da'")
        expect("14:15", "Carbamidometyl", "Carbamidomethyl")
        expect("16:18", "'fdr'", "0.001 % to 100 %")
        expect("18:1", "'stage'", "(did you mean 'stages'?)")
        #expect(lines.last == "w.yaml: 7 errors")
    }

    @Test("a run of it prints the same errors to stderr and runs nothing")
    func run() throws {
        let path = try folder.write(Self.text, to: "w.yaml")
        let result = try MoselleExecutable.run(["run", path, "--output", folder.path("out")])
        #expect(result.exitStatus == 2)
        #expect(result.standardOutput.isEmpty)
        #expect(result.standardError.contains("w.yaml:11:7: error: "))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    @Test("for editors the mistakes come as JSON")
    func json() throws {
        struct Diagnostic: Decodable {
            struct Place: Decodable {
                var file: String
                var line: Int
                var column: Int
            }
            var severity: String
            var message: String
            var suggestion: String?
            var location: Place?
        }
        let result = try check(Self.text, ["--json"])
        #expect(result.exitStatus == 2)
        let found = try JSONDecoder().decode([Diagnostic].self, from: Data(result.standardOutput.utf8))
        #expect(found.count { $0.severity == "error" } == 7)
        let enzyme = try #require(found.first { $0.suggestion == "enzyme" })
        #expect(enzyme.location?.line == 11 && enzyme.location?.column == 7)
    }

    @Test("text that is no YAML is named with its place")
    func notYAML() throws {
        let result = try check("moselle: 1\nstages: [\n")
        #expect(result.exitStatus == 2)
        #expect(result.standardOutput.contains(#/w\.yaml:[23]:\d+: error: /#))
    }

    @Test("a mistake of the command line's own settings is named by its option")
    func settings() throws {
        let result = try MoselleExecutable.run(["check", Experiment.workflow, "--set", "search.max-peaks=1"])
        #expect(result.exitStatus == 2)
        #expect(result.standardOutput.hasPrefix("--set search.max-peaks: error: 'max-peaks' "))
    }

    @Test("a run without inputs says which are missing and how to give them")
    func withoutInputs() throws {
        let result = try MoselleExecutable.run(["run", Experiment.workflow, "--output", folder.path("out")])
        #expect(result.exitStatus == 2)
        for kind in ["spectra", "proteins"] {
            #expect(result.standardError.contains("names no \(kind); give them with --\(kind)"))
        }
    }

    @Test("every workflow of the repository is without errors", arguments: workflows)
    func templates(_ name: String) throws {
        let path = TestData.packageRoot.appending(path: "Workflows/\(name)").path
        let result = try MoselleExecutable.run(["check", path])
        #expect(result.exitStatus == 0, "\(result.standardOutput)")
        #expect(result.standardOutput.hasSuffix("\(path): no errors\n"))
    }

    private static let workflows: [String] = {
        let folder = TestData.packageRoot.appending(path: "Workflows").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        precondition(!names.isEmpty, "There are no workflows to check.")
        return names.filter { $0.hasSuffix(".yaml") }.sorted()
    }()
}
