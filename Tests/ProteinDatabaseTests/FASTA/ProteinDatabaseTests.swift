import ProteinDatabase
import TestSupport
import Testing

@Suite("Protein databases")
struct ProteinDatabaseTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func database(_ text: String, decoys: DecoyDeclaration = .none) throws -> ProteinDatabase {
        try ProteinDatabase(paths: [folder.write(text, to: "a.fasta")], decoys: decoys)
    }

    @Test("residues are joined over lines, in upper case, without blanks, gaps and the final stop")
    func residues() throws {
        let text = ">A one\nPEPtide\n  RRA- K\t\n\n*KK*\n**\n>B\nGG\r\nGG\r\n"
        let database = try database(text)
        #expect(database.proteins.map(\.sequence) == ["PEPTIDERRAK*KK", "GGGG"])
        #expect(database.proteins.map(\.accession) == ["A", "B"])
    }

    @Test("blanks behind '>', blank lines and comment lines in front, and a byte order mark do no harm")
    func leniency() throws {
        let text = "\u{FEFF}\n;made by hand\n> A  spaced out \nPEP\n;in between\nTIDE"
        let database = try database(text)
        #expect(database.proteins.map(\.accession) == ["A"])
        #expect(database.proteins.map(\.description) == ["spaced out"])
        #expect(database.proteins.map(\.sequence) == ["PEPTIDE"])
        #expect(try self.database("\u{FEFF}>B\nK").proteins.map(\.accession) == ["B"])
    }

    @Test("a gzip file reads as the text in it")
    func gzip() throws {
        let text = ">sp|P1|ONE GN=G1\nPEPTIDEK\n>sp|P2|TWO\nMAGICK\n"
        let packed = try folder.write(gzipped(Array(text.utf8)), to: "packed.fasta.gz")
        let plain = try folder.write(text, to: "plain.fasta")
        #expect(try ProteinDatabase(paths: [packed]).proteins == ProteinDatabase(paths: [plain]).proteins)
        #expect(try ProteinDatabase(paths: [packed]).proteins.map(\.sequence) == ["PEPTIDEK", "MAGICK"])
    }

    @Test("the order of files and of entries leaves no trace")
    func order() throws {
        let one = try folder.write(">C\nAAA\n>A\nCCC\n", to: "1.fasta")
        let two = try folder.write(">B\nDDD\n", to: "2.fasta")
        let turned = try folder.write(">A\nCCC\n>C\nAAA\n", to: "3.fasta")
        let first = try ProteinDatabase(paths: [one, two]).proteins
        #expect(first.map(\.accession) == ["A", "B", "C"])
        #expect(try ProteinDatabase(paths: [two, turned]).proteins == first)
    }

    @Test("proteins of the contaminant file are flagged, also where the proteins hold them already")
    func contaminants() throws {
        let proteins = try folder.write(">sp|P1|X GN=A\nAAA\n>sp|P2|Y\nCCC\n", to: "p.fasta")
        let contaminants = try folder.write(">sp|P2|Y\nCCC\n>sp|P3|Z\nDDD\n", to: "c.fasta")
        let database = try ProteinDatabase(paths: [proteins], contaminantPaths: [contaminants])
        #expect(database.proteins.map(\.accession) == ["P1", "P2", "P3"])
        #expect(database.proteins.map(\.isContaminant) == [false, true, true])
        #expect(database.warnings.isEmpty)
    }

    @Test("an entry that comes again with the same sequence is kept once, and that is said")
    func repeated() throws {
        let path = try folder.write(">A x\nAAA\n>B\nCCC\n>A y\naa\na*\n", to: "a.fasta")
        let database = try ProteinDatabase(paths: [path, path])
        #expect(database.proteins.map(\.accession) == ["A", "B"])
        #expect(database.proteins.map(\.description) == ["x", ""])
        #expect(
            database.warnings == ["4 entries came more than once with the same sequence and were kept once"])
    }

    @Test("accessions that differ only in case are different proteins")
    func caseCounts() throws {
        #expect(try database(">a\nAAA\n>A\nCCC\n").proteins.map(\.sequence).sorted() == ["AAA", "CCC"])
    }

    struct RealFile: Sendable, CustomTestStringConvertible {
        var path: String
        var proteins: Int
        var residues: Int
        var genes: Int
        var first: String
        var testDescription: String { path }
    }

    /// Counted with a few lines of Python: entries, residues without `*`, headers with ` GN=`.
    static let realFiles = [
        RealFile(path: "fasta/yeast.fasta.gz", proteins: 6721, residues: 3_025_143, genes: 6721, first: "Q06224"),
        RealFile(
            path: "fasta/ecoli_up000000625_7_06_2018.fasta.gz", proteins: 4313, residues: 1_351_630, genes: 4313,
            first: "P0AA04"),
        RealFile(
            path: "fasta/human/human_union_assembled.fasta.gz", proteins: 5150, residues: 3_403_746, genes: 5127,
            first: "A0A087WVF3"),
        RealFile(path: "fasta/contaminants/crap.fasta", proteins: 116, residues: 38_459, genes: 0, first: "ALBU_BOVIN"),
        RealFile(
            path: "fasta/contaminants/contaminants.fasta", proteins: 246, residues: 127_943, genes: 0, first: "P00761"),
        RealFile(
            path: "fasta/contaminants/0602_Universal_Contaminants.fasta.gz", proteins: 381, residues: 161_396,
            genes: 346, first: "Cont_P00722"),
        RealFile(
            path: "phospho/H_sapiens_M_musculus_Trypsin_NCBI_Excerpt.fasta.gz", proteins: 395, residues: 448_687,
            genes: 0, first: "NP_055828.2"),
        RealFile(
            path: "phospho/H_sapiens_M_musculus_RefSeq_Excerpt.fasta.gz", proteins: 421, residues: 291_669,
            genes: 327, first: "NP_596869.4"),
        RealFile(
            path: "bsa-lfq/18Protein_SoCe_Tr_detergents_trace.fasta.gz", proteins: 9439, residues: 3_778_889,
            genes: 9332, first: "A9F596"),
    ]

    @Test(
        "real FASTA files read to the counts another reader finds",
        .enabled(if: TestData.isAvailable("fasta/yeast.fasta.gz", "bsa-lfq")), arguments: realFiles)
    func realFile(_ file: RealFile) throws {
        let database = try ProteinDatabase(paths: [TestData.path(file.path)])
        #expect(database.proteins.count == file.proteins)
        #expect(database.proteins.reduce(0) { $0 + $1.residues.count } == file.residues)
        #expect(database.proteins.count { $0.gene != nil } == file.genes)
        #expect(database.proteins.contains { $0.accession == file.first })
        #expect(Set(database.proteins.map(\.accession)).count == file.proteins)
        #expect(database.warnings.isEmpty)
    }
}
