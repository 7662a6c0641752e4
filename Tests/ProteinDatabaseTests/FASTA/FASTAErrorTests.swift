import ProteinDatabase
import TestSupport
import Testing

@Suite("FASTA errors")
struct FASTAErrorTests {
    private let folder: TemporaryDirectory
    private let path: String

    init() throws {
        folder = try TemporaryDirectory()
        path = folder.path("a.fasta")
    }

    private func expect(_ error: FASTAError, for text: String, decoys: DecoyDeclaration = .none) throws {
        try folder.write(text, to: "a.fasta")
        #expect(throws: error) { try ProteinDatabase(paths: [path], decoys: decoys) }
    }

    @Test("a character that is no residue is named with line and column")
    func invalidResidue() throws {
        try expect(
            .invalidResidue(path: path, line: 4, column: 3, character: "1"), for: ">A\nPEP\n\nTI1DE\n")
        try expect(.invalidResidue(path: path, line: 2, column: 4, character: "@"), for: ">A\nPEP@\n")
        try expect(.invalidResidue(path: path, line: 2, column: 1, character: "["), for: ">A\n[PEP\n")
        try expect(.invalidResidue(path: path, line: 3, column: 2, character: "`"), for: "> A\nPEP\nP`\n")
        try expect(.invalidResidue(path: path, line: 2, column: 5, character: "{"), for: ">A\r\n PEP{\r\n")
        let text = FASTAError.invalidResidue(path: "x.fasta", line: 4, column: 3, character: "1").description
        #expect(text.hasPrefix("x.fasta:4:3: '1'"))
    }

    @Test("a file without entries is empty, one that begins otherwise is not FASTA")
    func notFASTA() throws {
        try expect(.empty(path: path), for: "")
        try expect(.empty(path: path), for: "\n \n;comment\n")
        try expect(.notFASTA(path: path, line: 1), for: "PEPTIDE\n>A\nPEP\n")
        try expect(.notFASTA(path: path, line: 3), for: "\n\nid\tsequence\n")
    }

    @Test("an entry without residues is named by line and accession, at the end of a cut file too")
    func missingSequence() throws {
        try expect(.missingSequence(path: path, line: 1, accession: "P1"), for: ">sp|P1|X y\n>B\nPEP\n")
        try expect(.missingSequence(path: path, line: 3, accession: "B"), for: ">A\nPEP\n>B\n")
        try expect(.missingSequence(path: path, line: 1, accession: "A"), for: ">A\n**\n--\n")
    }

    @Test("a header without accession is an error, also where only a decoy prefix stands there")
    func missingAccession() throws {
        try expect(.missingAccession(path: path, line: 3), for: ">A\nPEP\n>\nPEP\n")
        try expect(.missingAccession(path: path, line: 1), for: ">   \nPEP\n")
        try expect(
            .missingAccession(path: path, line: 3), for: ">A\nPEP\n>rev_ of A\nPEP\n", decoys: .prefix("rev_"))
    }

    @Test("two sequences under one accession are refused with both places")
    func conflicting() throws {
        try expect(
            .conflictingEntries(accession: "P1", first: "\(path):1", second: "\(path):5"),
            for: ">sp|P1|X\nPEP\n>B\nK\n>tr|P1|Y\nPEPK\n")
        let other = try folder.write(">P1\nQQQ\n", to: "b.fasta")
        try folder.write(">sp|P1|X\nPEP\n", to: "a.fasta")
        #expect(throws: FASTAError.conflictingEntries(accession: "P1", first: "\(path):1", second: "\(other):1")) {
            try ProteinDatabase(paths: [path], contaminantPaths: [other])
        }
    }

    @Test("a file that is not there is an error with its path")
    func unreadable() throws {
        #expect {
            try ProteinDatabase(paths: [folder.path("absent.fasta")])
        } throws: { error in
            guard case .unreadable(let reason)? = error as? FASTAError else { return false }
            return reason.contains("absent.fasta")
        }
    }

    @Test("a cut gzip file is an error, not a shorter database")
    func cutGzip() throws {
        let whole = Array(">A\n\(String(repeating: "PEPTIDEKR", count: 1000))\n>B\nMAGICK\n".utf8)
        let packed = gzipped(whole)
        let cut = try folder.write(Array(packed.dropLast(packed.count / 3)), to: "cut.fasta.gz")
        #expect {
            try ProteinDatabase(paths: [cut])
        } throws: { error in
            guard case .unreadable? = error as? FASTAError else { return false }
            return true
        }
    }
}
