import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("The demonstration study")
struct DemonstrationStudyTests {
    private static let kept = TestData.packageRoot.appending(path: "Spectra")

    @Test("in the repository is what its script makes")
    func isReproducible() async throws {
        let made = try TemporaryDirectory()
        let script = try RunningExecutable(
            executable: TestData.packageRoot.appending(path: "Scripts/make-spectra"), arguments: [made.url.path],
            folder: nil, environment: ["MOSELLE": MoselleExecutable.url().path], input: ""
        ).wait()
        try #require(script.exitStatus == 0, "\(script.standardError)")
        let names = try FileManager.default.contentsOfDirectory(atPath: made.url.path).sorted()
        #expect(names.count == 11)
        for name in names {
            let old = Self.kept.appending(path: name), new = made.url.appending(path: name)
            if name.hasSuffix(".gz") {
                try await expectSameSpectra(old.path, new.path)
            } else if name != "truth.spectra.tsv" && name != "simulation.json" {
                #expect(try Data(contentsOf: old) == Data(contentsOf: new), "\(name)")
            }
        }
        let truth = try [Self.kept, made.url].map {
            try Table(contentsOf: $0.appending(path: "truth.spectra.tsv").path)
        }
        #expect(truth[0].rows.count == truth[1].rows.count)
        #expect(truth[0].column("peptidoform") == truth[1].column("peptidoform"))
    }

    /// Other versions of libdeflate give other bytes, other C libraries other last digits of exponentials.
    private func expectSameSpectra(_ old: String, _ new: String) async throws {
        let spectra = try await [SpectrumFile(path: old).readAll(), SpectrumFile(path: new).readAll()]
            .map { $0.compactMap(\.spectrum) }
        try #require(spectra[0].count == spectra[1].count, "\(old)")
        for (one, other) in zip(spectra[0], spectra[1]) {
            try #require(one.nativeID == other.nativeID && one.mz.count == other.mz.count)
            #expect(zip(one.mz, other.mz).allSatisfy { abs($0 - $1) <= 1e-6 * $1 })
            #expect(zip(one.intensities, other.intensities).allSatisfy { abs($0 - $1) <= 1e-3 * $1 })
        }
    }

    @Test("is small, and passes through both XML readers, the gzip reader and the picker")
    func kinds() async throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.kept.path).sorted()
        let sizes = try names.map { name in
            try FileManager.default.attributesOfItem(atPath: Self.kept.appending(path: name).path)[.size] as? Int ?? 0
        }
        #expect(sizes.reduce(0, +) < 8_000_000)
        let runs = names.filter { $0.hasSuffix(".gz") }
        #expect(runs.count == 6 && runs.count { $0.contains("mzXML") } == 1)
        var profileRuns = 0
        for run in runs {
            let file = try SpectrumFile(path: Self.kept.appending(path: run).path)
            let spectra = try await file.readAll().compactMap(\.spectrum)
            #expect(spectra.count { $0.msLevel == 1 } > 20 && spectra.count { $0.msLevel == 2 } > 300)
            if spectra.allSatisfy({ $0.signal == .profile }) { profileRuns += 1 }
        }
        #expect(profileRuns == 1)
    }

    @Test("is searched by the demonstration workflow, whose summary says how right it is")
    func isSearched() throws {
        let folder = try TemporaryDirectory()
        let workflow = TestData.packageRoot.appending(path: "Workflows/demo.yaml").path
        let result = try MoselleExecutable.run(["run", workflow, "--output", folder.path("out")])
        #expect(result.exitStatus == 0, "\(result.standardError)")
        #expect(!result.standardError.contains("warning"), "\(result.standardError)")
        #expect(result.standardOutput.contains("Compared with the known truth of these runs"))

        let truth = try Table(contentsOf: folder.path("out/truth.tsv"))
        let whole = truth.rows.filter { !($0["claimed_error"] ?? "").isEmpty }
        #expect(whole.compactMap { $0["level"] } == ["psm", "peptide", "protein"])
        for row in whole {
            let accepted = try #require(Int(row["accepted"] ?? "")), wrong = try #require(Int(row["wrong"] ?? ""))
            #expect(accepted > 100 && Double(wrong) <= 0.02 * Double(accepted), "\(row)")
            #expect(result.standardOutput.replacing(",", with: "").contains(" \(accepted)\n"), "\(accepted) accepted")
        }
        // The run in profile mode has as much to show as the others.
        let psms = try Table(contentsOf: folder.path("out/psms.tsv")).column("run")
        let profile = psms.count { $0 == "control_3" }
        #expect(profile * 6 > psms.count * 9 / 10)
    }
}
