import Confidence
import Foundation
import Simulation
import SpectrumModel
import TestSupport
import Testing
import Workflow

@Suite("compare-with-truth")
struct CompareWithTruthStageTests {
    private static let proteins = SyntheticProtein.make(count: 90, seed: 5)
    private static let run = SyntheticRun(proteins: Array(proteins.prefix(30)), seed: 8)

    /// The truth of the synthetic run as the table has it.
    private static var components: [SpectrumComponent] {
        run.truth.map { truth in
            let spectrum = run.spectra[truth.spectrumIndex]
            let precursor = spectrum.precursors[0]
            return SpectrumComponent(
                run: "run", spectrumID: truth.nativeID, scanNumber: spectrum.scanNumber,
                retentionTimeSeconds: spectrum.retentionTimeSeconds ?? 0, statedMZ: precursor.mz ?? 0,
                statedCharge: precursor.charge, isotopeOffset: truth.isotopeError, component: 1,
                origin: truth.isInProteins ? .database : .foreign, share: 1, peptidoform: truth.peptide.sequence,
                sequence: truth.peptide.sequence, charge: truth.charge, proteins: truth.peptide.proteins,
                monoisotopicMZ: truth.peptide.mz(charge: truth.charge), fragmentPeaks: 10)
        }
    }

    private static func table(_ components: [SpectrumComponent]) -> String {
        SpectrumTruthTable.header + components.map(SpectrumTruthTable.line).joined()
    }

    /// A run that was searched at 5 %, since thirty proteins cannot reach 1 %, with its tables.
    private func searched() async throws -> (bench: StageBench, ports: PortValues, joint: PortValues) {
        let bench = try StageBench(spectra: Self.run.spectra, fasta: SyntheticProtein.fasta(Self.proteins))
        let picked = try await bench.run("pick-peaks").ports
        let ports = picked.adding(try await bench.run("search", on: picked).ports)
        let joint = try await bench.join("confidence", ["fdr": "5 %"], of: ports).ports
        _ = try await bench.join("tables", of: ports, after: joint)
        return (bench, ports, joint)
    }

    private func named(_ text: String, in bench: StageBench) throws -> StageBench {
        var bench = bench
        let path = try bench.folder.write(text, to: "truth.spectra.tsv")
        bench.inputs.truth = InputFile(path: path, byteCount: 0, sha256: "")
        return bench
    }

    private func rows(_ name: String, of bench: StageBench) throws -> [[String: String]] {
        let text = try String(contentsOfFile: bench.folder.path(name), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    /// Right and wrong rows of `psms.tsv`, judged without the product.
    private func judged(_ bench: StageBench) throws -> (right: Int, wrong: Int) {
        let truths = Dictionary(uniqueKeysWithValues: Self.run.truth.map { ($0.nativeID, $0) })
        let verdicts = try rows("psms.tsv", of: bench).map { row in
            let truth = try #require(row["spectrum_id"].flatMap { truths[$0] })
            let mass = try #require(row["calculated_mass"].flatMap { Double($0) })
            let isSame = row["sequence"]?.replacing("I", with: "L") == truth.peptide.sequence.replacing("I", with: "L")
            return truth.isInProteins && isSame && abs(mass - truth.peptide.massDaltons) <= 0.01
        }
        return (verdicts.count { $0 }, verdicts.count { !$0 })
    }

    @Test("counts the matches of psms.tsv that are right and wrong, and writes them to truth.tsv")
    func comparison() async throws {
        let (bench, ports, joint) = try await searched()
        let said = try await named(Self.table(Self.components), in: bench)
            .join("compare-with-truth", of: ports, after: joint).said
        let (right, wrong) = try judged(bench)
        #expect(right > 50)
        let identifiable = Self.run.truth.count { $0.isInProteins }
        let rows = try rows("truth.tsv", of: bench)
        #expect(rows[0]["right"] == "\(right)")
        #expect(rows[0]["wrong"] == "\(wrong)")
        #expect(rows[0]["identifiable"] == "\(identifiable)")
        #expect(rows[0]["missed"] == "\(identifiable - right)")
        #expect(rows[0]["claimed_error"] == "0.05")
        #expect(said.counts["truth: psms, all, right"] == right)
        #expect(said.counts["truth: psms, foreign, spectra"] == Self.run.truth.count - identifiable)
        #expect(said.counts["truth: errors claimed in 1,000,000,000"] == 50_000_000)
        for (level, table) in [("peptide", "peptides.tsv"), ("protein", "proteins.tsv")] {
            let accepted = try self.rows(table, of: bench).count
            #expect(rows.first { $0["level"] == level }?["accepted"] == "\(accepted)")
        }
    }

    @Test("a table of other runs is an error that names the table")
    func wrongTable() async throws {
        let (bench, ports, joint) = try await searched()
        var components = Self.components
        components.removeLast()
        let wrong = try named(Self.table(components), in: bench)
        do {
            _ = try await wrong.join("compare-with-truth", of: ports, after: joint)
            Issue.record("the comparison did not notice")
        } catch {
            let path = bench.folder.path("truth.spectra.tsv")
            #expect("\(error)".hasPrefix("\(path): the table says nothing of 1 spectrum of run 'run', the first: '"))
        }
        do {
            _ = try await bench.join("compare-with-truth", of: ports, after: joint)
            Issue.record("the comparison had nothing to compare with")
        } catch {
            #expect("\(error)".contains("give it with --truth"))
        }
    }

    @Test("a table that cannot be read is found before anything is run, with its line")
    func unreadableTable() throws {
        let folder = try TemporaryDirectory()
        let (definition, parameters) = try StageBench(spectra: []).stage("compare-with-truth")
        let good = try folder.write(Self.table(Self.components), to: "good.tsv")
        let bad = try folder.write(Self.table(Self.components) + "run\n", to: "bad.tsv")
        #expect(definition.checkInputs(parameters, [.truth: [good]]).isEmpty)
        let issues = definition.checkInputs(parameters, [.truth: [bad]])
        #expect(issues.map(\.kind) == [.truth])
        #expect(issues.first?.path == bad)
        #expect(issues.first?.message.hasPrefix("\(bad):\(Self.components.count + 2): the row has 1 field") == true)
    }
}
