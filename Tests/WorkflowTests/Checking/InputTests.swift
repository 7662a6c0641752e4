import Foundation
import TestSupport
import Testing
import Workflow

@Suite struct InputTests {
    private func bench(spectra: String, extra: String = "") throws -> Bench {
        try Bench(
            workflow: Bench.workflow.replacing("[\"runs/*.mgf\"]", with: spectra).replacing(
                "fasta]", with: "fasta]" + extra))
    }

    @Test("files are found relative to the workflow and ordered by run")
    func found() throws {
        let bench = try bench(spectra: "[runs/c.mgf, \"runs/[ab].mgf\"]")
        let expected = ["a", "b", "c"].map { bench.folder.path("runs/\($0).mgf") }
        #expect(bench.check().workflow?.inputs[.spectra] == expected)
    }

    @Test("a glob that matches nothing and a file that is not there are errors at their place")
    func nothing() throws {
        let bench = try bench(spectra: "[\"runs/*.raw\", runs/z.mgf]")
        let found = bench.diagnostics().map { $0.replacing(bench.folder.url.path, with: "DIR") }
        #expect(
            found == [
                "words.yaml:4:13: error: 'runs/*.raw' matches no file in 'DIR'",
                "words.yaml:4:27: error: the file 'runs/z.mgf' does not exist",
            ])
    }

    @Test("a folder, an empty file and a pipe are errors")
    func notFiles() throws {
        let bench = try bench(spectra: "[runs, empty.mgf, /dev/null]")
        try bench.folder.write("", to: "empty.mgf")
        #expect(
            bench.diagnostics() == [
                "words.yaml:4:13: error: the file 'runs' is a folder; name the files in it, such as 'runs/*'",
                "words.yaml:4:19: error: the file 'empty.mgf' is empty",
                "words.yaml:4:30: error: the file '/dev/null' is not a regular file",
            ])
    }

    @Test("two files of one run name are an error that names both")
    func sameRun() throws {
        let bench = try bench(spectra: "[runs/a.mgf, other/a.mzML.gz]")
        try bench.folder.write("x", to: "other/a.mzML.gz")
        let found = bench.diagnostics()
        #expect(found.count == 1)
        #expect(found.first?.contains("words.yaml:4:") == true)
        #expect(found.first?.contains("'runs/a.mgf'") == true && found.first?.contains("'other/a.mzML.gz'") == true)
        #expect(found.first?.contains("have the same run name 'a'") == true)
    }

    @Test("where run names differ in case alone, that is said")
    func sameRunButCase() throws {
        let bench = try bench(spectra: "[runs/a.mgf, other/A.mzML.gz]")
        try bench.folder.write("x", to: "other/A.mzML.gz")
        #expect(
            bench.diagnostics().first?.hasSuffix(
                "have run names that differ in case alone, 'A' and 'a', which not every system tells apart; rename one of "
                    + "them") == true)
    }

    @Test("a file that two patterns name is used once, with a warning")
    func namedTwice() throws {
        let bench = try bench(spectra: "[\"runs/*.mgf\", runs/a.mgf]")
        let result = bench.check()
        #expect(result.workflow?.inputs[.spectra]?.count == 3)
        #expect(result.diagnostics.map(\.severity) == [.warning])
    }

    @Test("the command line replaces inputs, relative to the current folder")
    func overrides() throws {
        let bench = try bench(spectra: "[nothing.mgf]")
        let path = bench.folder.path("runs/b.mgf")
        #expect(bench.check(WorkflowOverrides(spectra: [path])).workflow?.inputs[.spectra] == [path])
        let found = bench.diagnostics(WorkflowOverrides(spectra: ["no-such-file.mgf"]))
        #expect(found.first?.hasPrefix("--spectra: error: the file '") == true)
    }

    @Test("a template without inputs passes the check, which says what was not checked, and cannot run")
    func template() async throws {
        let text = Bench.workflow.split(separator: "\n").filter { !$0.contains("[") }.joined(separator: "\n")
        let bench = try Bench(workflow: text)
        let result = bench.check()
        let workflow = try #require(result.workflow)
        #expect(result.diagnostics.map(\.severity) == [.note, .note])
        #expect(
            bench.diagnostics().first
                == "words.yaml:3:1: note: the workflow names no proteins, so they were not checked; give them with "
                + "--proteins or under 'inputs:' when you run it")
        #expect(workflow.absentInputs == [.spectra, .proteins])
        await #expect(throws: WorkflowError.self) {
            try await bench.stages.engine().plan(workflow, options: RunOptions(outputDirectory: bench.output))
        }
    }

    @Test("inputs that no stage reads are a warning")
    func unread() throws {
        let bench = try bench(spectra: "runs/a.mgf", extra: "\n  contaminants: words.fasta")
        #expect(
            bench.diagnostics() == [
                "words.yaml:6:17: warning: no stage reads 'contaminants', so these files change nothing"
            ])
    }

    @Test("the name of a run is the name of its file without the extensions of spectra files")
    func runNames() {
        #expect(RunName.of(path: "/data/QC_01.mzML.gz") == "QC_01")
        #expect(RunName.of(path: "QC.01.MZXML") == "QC.01")
        #expect(RunName.of(path: "a/b.raw.mgf") == "b.raw")
        #expect(RunName.of(path: "a/b.ms2.gz") == "b")
        #expect(RunName.of(path: ".mgf") == ".mgf")
    }
}
