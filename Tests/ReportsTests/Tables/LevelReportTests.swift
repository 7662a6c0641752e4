import Confidence
import Foundation
import Reports
import TestSupport
import Testing

@Suite("peptides.tsv and proteins.tsv")
struct LevelReportTests {
    private let folder: TemporaryDirectory
    private let experiment = TinyExperiment.identifications

    init() throws { folder = try TemporaryDirectory() }

    private func text(_ path: String) throws -> [String] {
        try String(contentsOf: URL(filePath: path), encoding: .utf8).components(separatedBy: "\n")
    }

    @Test("peptides are written to the letter, accepted targets alone or all")
    func peptides() throws {
        let path = folder.path(PeptideReport.fileName)
        let head =
            "sequence\tpeptidoforms\tproteins\tpsm_count\tbest_score\tq_value\tposterior_error_probability\tis_decoy"
            + "\tis_contaminant"
        let target = "PEPTIDEK\tPEPTIDEK;[Acetyl]-PEPTIDEK\tP1;P2\t7\t30.5\t0.01\t0.125\tfalse\ttrue"
        let decoy = "EDITPEPK\tEDITPEPK\trev_P1;rev_P3\t0\t12.0\t0.001\t0.75\ttrue\tfalse"
        #expect(try PeptideReport(identifications: experiment).write(to: path, scope: .accepted) == 1)
        #expect(try text(path) == [head, target, ""])
        #expect(try PeptideReport(identifications: experiment).write(to: path, scope: .all) == 2)
        #expect(try text(path) == [head, target, decoy, ""])
    }

    @Test("proteins are written to the letter, and tabs and line ends of descriptions become blanks")
    func proteins() throws {
        let path = folder.path(ProteinReport.fileName)
        let head =
            "protein_group\tleading_protein\tgene\tdescription\tis_contaminant\tpeptide_count\tunique_peptide_count"
            + "\trazor_peptide_count\tpsm_count\tcoverage\tscore\tq_value\tposterior_error_probability\tis_decoy"
            + "\tsubset_proteins"
        let target =
            "P2;P1\tP2\tALB\tSerum albumin, 5'-\"x\" line\ttrue\t3\t2\t1\t9\t0.3333333333333333\t30.5\t0.002\t0.0625"
            + "\tfalse\tP3"
        let decoy = "rev_P3\trev_P3\t\t\tfalse\t1\t1\t0\t0\t\t12.0\t0.003\t0.5\ttrue\t"
        let rejected = "P1\tP1\t\t\tfalse\t1\t1\t0\t1\t0.0\t-1.0\t0.02\t1.0\tfalse\tP2;P3"
        #expect(try ProteinReport(identifications: experiment).write(to: path, scope: .accepted) == 1)
        #expect(try text(path) == [head, target, ""])
        #expect(try ProteinReport(identifications: experiment).write(to: path, scope: .all) == 3)
        #expect(try text(path) == [head, target, decoy, rejected, ""])
    }

    @Test("where a level was not assessed its table has its header alone")
    func notAssessed() throws {
        var bare = experiment
        bare.peptides = []
        bare.proteinGroups = []
        #expect(try PeptideReport(identifications: bare).write(to: folder.path("p"), scope: .all) == 0)
        #expect(try ProteinReport(identifications: bare).write(to: folder.path("g"), scope: .all) == 0)
        #expect(try Table(path: folder.path("p")).rows.isEmpty)
        #expect(try Table(path: folder.path("g")).rows.isEmpty)
    }

    @Test("each table filters on its own level and by the rate that was asked for")
    func ownLevel() throws {
        var strict = experiment
        strict.parameters.falseDiscoveryRate = 0.0099
        #expect(try PeptideReport(identifications: strict).write(to: folder.path("p"), scope: .accepted) == 0)
        #expect(try ProteinReport(identifications: strict).write(to: folder.path("g"), scope: .accepted) == 1)
        strict.parameters.falseDiscoveryRate = 0.02
        #expect(try ProteinReport(identifications: strict).write(to: folder.path("g"), scope: .accepted) == 2)
    }

    @Test("numbers of every size read back to the same value, and what is no number is an empty field")
    func numbers() throws {
        var generator = SplitMix64(seed: 71)
        var scores = (0..<500).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
        scores += [0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e15, 1e16, 123_456_789, 0.1, 1e-7]
        var many = experiment
        many.peptides = (scores + [.nan, .infinity, -.infinity]).map { score in
            var peptide = experiment.peptides[0]
            peptide.score = score
            return peptide
        }
        try PeptideReport(identifications: many).write(to: folder.path("p"), scope: .all)
        let found = try Table(path: folder.path("p")).column("best_score")
        #expect(found.prefix(scores.count).map { Double($0)?.bitPattern } == scores.map(\.bitPattern))
        #expect(found.suffix(3) == ["", "", ""])
        #expect(found.allSatisfy { !$0.contains(",") && !$0.contains(" ") })
    }
}
