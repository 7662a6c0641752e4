import ProteinDatabase
import TestSupport
import Testing

@Suite("Decoys in FASTA files")
struct DecoyDeclarationTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func database(_ headers: [String], _ decoys: DecoyDeclaration) throws -> ProteinDatabase {
        let text = headers.enumerated().map { ">\($1)\nPEPTIDE\(String(repeating: "K", count: $0))\n" }.joined()
        return try ProteinDatabase(paths: [folder.write(text, to: "a.fasta")], decoys: decoys)
    }

    @Test(
        "a declared prefix marks decoys in front of the first word and of the accession, and is taken off",
        arguments: [
            "rev_sp|P02768|ALBU_HUMAN Albumin GN=ALB", "sp|rev_P02768|ALBU_HUMAN Albumin GN=ALB",
            "gi|123|ref|rev_P02768| Albumin GN=ALB", "rev_P02768 Albumin GN=ALB", "ref|rev_P02768| Albumin GN=ALB",
        ])
    func bothPlaces(_ header: String) throws {
        let database = try database(["sp|P02768|ALBU_HUMAN Albumin GN=ALB", header], .prefix("rev_"))
        #expect(database.proteins.map(\.accession) == ["P02768", "P02768"])
        #expect(database.proteins.map(\.isDecoy) == [false, true])
        #expect(database.proteins.map(\.gene) == ["ALB", "ALB"])
        #expect(database.proteins.map(\.sequence) == ["PEPTIDE", "PEPTIDEK"])
    }

    @Test("a prefix elsewhere in the header marks nothing")
    func elsewhere() throws {
        let headers = ["sp|P1|rev_ALBU x", "P2 rev_P9", "xrev_P3", "rev_P5"]
        let database = try database(headers, .prefix("rev_"))
        #expect(database.proteins.filter(\.isDecoy).map(\.accession) == ["P5"])
        #expect(database.proteins.count == 4 && database.warnings.isEmpty)
    }

    @Test("decoys of another prefix or case beside those declared are an error", arguments: ["DECOY_", "REV_"])
    func mixed(_ other: String) throws {
        #expect {
            try database(["P1", "P2", "rev_P1", "\(other)P2"], .prefix("rev_"))
        } throws: { error in
            "\(error)".hasPrefix(
                "1 of the 3 proteins without the declared decoy prefix 'rev_' look like decoys too ('\(other)', such as "
                    + "\(other)P2)")
        }
    }

    @Test("a few of another prefix are chance: a warning")
    func fewOfAnother() throws {
        let targets = (0..<20).map { "P\($0)" }
        let database = try database(targets + ["rev_P1", "DECOY_1"], .prefix("rev_"))
        #expect(database.warnings.count == 1 && database.proteins.count { $0.isDecoy } == 1)
    }

    @Test(
        "undeclared decoys are an error with the prefix as spelled, the count and an example",
        arguments: ["rev_", "DECOY_", "XXX_", "REV__", "###REV###", "Random_", "shuffled_", "decoy_"])
    func undeclared(_ prefix: String) throws {
        let headers = ["sp|P1|A", "sp|P2|B", "\(prefix)sp|P1|A", "sp|\(prefix)P2|B", "\(prefix)P3"]
        #expect {
            try database(headers, .none)
        } throws: { error in
            guard case .undeclaredDecoys(let found, 3, 5, let example)? = error as? FASTAError else { return false }
            return prefix.hasPrefix(found) && headers.contains { $0.contains(example) }
        }
    }

    @Test("what the error of undeclared decoys advises works", arguments: ["sp|REV__P1|A", "gi|1|ref|DECOY_NP_1|"])
    func adviceWorks(_ header: String) throws {
        do {
            _ = try database(["T1", header], .none)
            Issue.record("the decoy was not noticed")
        } catch FASTAError.undeclaredDecoys(let prefix, _, _, _) {
            #expect(try database(["T1", header], .prefix(prefix)).proteins.count { $0.isDecoy } == 1)
        }
    }

    @Test("fewer than one in twenty is chance: a warning, and they are searched as targets")
    func fewLikeDecoys() throws {
        let targets = (0..<20).map { "P\($0)" }
        let database = try database(targets + ["rev_1"], .none)
        #expect(database.proteins.count { !$0.isDecoy } == 21)
        #expect(
            database.warnings == [
                "1 of 21 accessions begin like decoys ('rev_', such as rev_1); they are searched as targets"
            ])
        #expect(throws: FASTAError.self) { try self.database(targets.dropLast() + ["rev_1"], .none) }
    }

    @Test("names that contain a decoy mark without beginning with it are no decoys")
    func innocent() throws {
        let headers = ["sp|Q9UBZ9|REV1_HUMAN", "REV3L_HUMAN", "sp|O60673|REV3L_HUMAN", "reverse", "RANDOM"]
        #expect(try database(headers, .none).warnings.isEmpty)
    }

    @Test("a declared prefix nobody carries is an error, and so is one that all carry")
    func absentAndAll() throws {
        #expect(throws: FASTAError.declaredDecoysAbsent(prefix: "rev_", total: 2)) {
            try database(["A", "DECOY_A"], .prefix("rev_"))
        }
        #expect(throws: FASTAError.noTargets(prefix: "rev_", total: 2)) {
            try database(["rev_A", "sp|rev_B|X"], .prefix("rev_"))
        }
    }

    @Test("for looking proteins up nothing is checked")
    func unknown() throws {
        #expect(try database(["A", "rev_A"], .unknown).proteins.map(\.isDecoy) == [false, false])
    }

    @Test(
        "real files with decoys are refused undeclared and read declared",
        .enabled(if: TestData.isAvailable("chlamy-qe", "ecoli-openms", "fasta/entrapment/pyro_crap_td.fasta.gz")),
        arguments: [
            ("chlamy-qe/test_Creinhardtii_target_decoy.fasta.gz", "decoy_", 631, 1243),
            ("ecoli-openms/target_decoy_Ecoli_K12_TaxID_83333.proteomes.fasta.gz", "rev_", 4136, 8272),
            ("fasta/entrapment/pyro_crap_td.fasta.gz", "DECOY_", 2161, 4322),
        ])
    func realFiles(_ file: String, _ prefix: String, _ decoys: Int, _ total: Int) throws {
        #expect {
            try ProteinDatabase(paths: [TestData.path(file)])
        } throws: { error in
            guard case .undeclaredDecoys(prefix, decoys, total, _)? = error as? FASTAError else { return false }
            return true
        }
        let database = try ProteinDatabase(paths: [TestData.path(file)], decoys: .prefix(prefix))
        #expect(database.proteins.count { $0.isDecoy } == decoys)
        #expect(database.proteins.count == total)
    }
}
