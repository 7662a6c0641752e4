import Foundations
import TestSupport
import Testing
import Workflow

@Suite("Estimates of a search")
struct SearchEstimateTests {
    private let proteins = SyntheticProtein.make(count: 150, seed: 11)
    private let bench: StageBench

    init() throws {
        let run = SyntheticRun(proteins: Array(proteins.prefix(40)), seed: 2)
        bench = try StageBench(spectra: run.spectra, fasta: SyntheticProtein.fasta(proteins))
    }

    private func facts(
        _ given: [String: ConfigurationValue] = [:], memory: Int = 4_000_000_000, jobs: Int = 1
    ) async throws -> [String: StageEstimate.Fact] {
        let (definition, parameters) = try bench.stage("search", given)
        let estimate = try #require(definition.estimate)
        let request = EstimateRequest(
            spectra: bench.inputs.spectra, inputs: bench.inputs, jobs: jobs, memory: ByteSize(bytes: memory))
        let facts = try await estimate(parameters, request).facts
        return Dictionary(uniqueKeysWithValues: facts.map { ($0.name, $0) })
    }

    @Test("what is expected is what the search then says of itself")
    func found() async throws {
        let expected = try await facts()
        let picked = try await bench.run("pick-peaks")
        let said = try await bench.run("search", on: picked.ports).said
        let note = try #require(said.notes.first)
        #expect(expected["proteins"]?.text == "150")
        #expect(expected["peptides"]?.isExact == true)
        #expect(note.contains(", \(Int(expected["peptides"]?.value ?? 0).grouped) peptides, "), "\(note)")
        #expect(note.contains(" \(Int(expected["peptidoforms"]?.value ?? 0).grouped) peptidoforms, "))
        #expect(note.contains(", \(ByteSize(bytes: Int(expected["peptide table"]?.value ?? 0)))"))
        #expect(expected["table parts"]?.text == "1, as the table fits within 4 GB")
        // The mean of what the spectra of real peptides are compared with, isotope errors included.
        let compared = Double(said.counts["candidates compared"] ?? 0) / Double(said.counts["searched spectra"] ?? 1)
        let mean = try #require(expected["candidates per spectrum"]).value
        #expect(mean > compared / 3 && mean < compared * 3, "\(mean) \(compared)")
    }

    @Test("spectra are those the file declares, and the time is no more precise than it can be")
    func spectra() async throws {
        let expected = try await facts(jobs: 2)
        let declared = try #require(expected["spectra"])
        #expect(declared.value > 40 && declared.text.hasSuffix(" of all MS levels"))
        #expect(expected["time"]?.text == "less than half a minute with 2 jobs")
        #expect(expected["time"]?.unit == "s")
    }

    @Test(
        "without a number of spectra that can be, files are judged by their size",
        arguments: [
            ("run.mgf", "BEGIN IONS\nPEPMASS=500\n100 1\nEND IONS\n"), ("run.mzML", mzML("9223372036854775807")),
            ("run.mzML", mzML("-7")), ("run.mzML", mzML("many")),
        ])
    func size(_ name: String, _ text: String) async throws {
        var sized = bench
        let path = try bench.folder.write(text, to: name)
        let file = InputFile(path: path, byteCount: 40_000_000, sha256: "")
        sized.inputs.spectra = [file, file]
        let (definition, parameters) = try sized.stage("search")
        let request = EstimateRequest(
            spectra: sized.inputs.spectra, inputs: sized.inputs, jobs: 1, memory: ByteSize(bytes: 4_000_000_000))
        let facts = try #require(try await definition.estimate?(parameters, request)).facts
        let spectra = try #require(facts.first { $0.name == "spectra" })
        #expect(spectra.value == 20_000 && spectra.text == "about 20,000, by the size of the files")
    }

    /// The beginning of a file that declares so many spectra.
    private static func mzML(_ count: String) -> String {
        """
        <?xml version="1.0"?><mzML xmlns="http://psi.hupo.org/ms/mzml" version="1.1.0"><run id="r">
        <spectrumList count="\(count)"><spectrum index="0" id="scan=1" defaultArrayLength="0"></spectrum></spectrumList>
        </run></mzML>
        """
    }

    @Test("less memory makes more parts, labels and missed cleavages more candidates")
    func parameters() async throws {
        let usual = try await facts()
        let small = try await facts(memory: 1_000_000)
        #expect(small["table parts"]?.text.hasSuffix(", made anew for each run to keep within 1 MB") == true)
        #expect((small["table parts"]?.value ?? 0) > 2)
        let labelled = try await facts([
            "labels": [["name": "heavy", "modifications": ["Label:13C(6)@K", "Label:13C(6)@R"]]]
        ])
        #expect((labelled["candidates"]?.value ?? 0) > 1.8 * (usual["candidates"]?.value ?? 0))
        let modified = try await facts(["variable": ["Oxidation@M", "Phospho@ST"]])
        let limited = try await facts([
            "variable": ["Oxidation@M", ["modification": "Phospho@ST", "max": 1]],
            "exclusive": [["Oxidation", "Phospho"]],
        ])
        #expect((limited["candidates"]?.value ?? 0) < 0.6 * (modified["candidates"]?.value ?? 0))
        let fewer = try await facts(["missed-cleavages": 0])
        #expect((fewer["candidates"]?.value ?? 0) < 0.6 * (usual["candidates"]?.value ?? 0))
    }
}
