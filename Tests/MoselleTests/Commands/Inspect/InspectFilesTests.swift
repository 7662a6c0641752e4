import Foundation
import TestSupport
import Testing

@Suite("inspect of several files")
struct InspectFilesTests {
    private let folder: TemporaryDirectory
    private let files: [String]

    init() throws {
        folder = try TemporaryDirectory()
        let entry = "BEGIN IONS\nPEPMASS=500.5\nCHARGE=2+\nRTINSECONDS=90\n100 1\n200 2\nEND IONS\n"
        let uncharged = "BEGIN IONS\nPEPMASS=500.5\nRTINSECONDS=150\n100 1\nEND IONS\n"
        files = [
            try folder.write(entry + uncharged, to: "a.mgf"), try folder.write("no spectra here\n", to: "b.mgf"),
            folder.path("none"), "/dev/null", try folder.write(">p\nPEPTIDEK\n>q\nSAMPLER\n", to: "c.fasta"),
            try folder.write(entry.replacing("200 2", with: "200 nan"), to: "d.mgf"),
        ]
    }

    @Test("gives a table with a line for each; what cannot be read has its error there, and the others go on")
    func table() throws {
        let result = try MoselleExecutable.run(["inspect"] + files)
        #expect(result.exitStatus == 1)
        #expect(result.standardError.isEmpty)
        let lines = result.standardOutput.split(separator: "\n").map(String.init)
        #expect(lines.count == 7)
        let words = lines.map { $0.split(separator: " ").joined(separator: " ") }
        #expect(words[0] == "file format MS1 MS2 other minutes peaks charges problems")
        #expect(words[1] == "\(files[0]) MGF 0 2 0 1.5 to 2.5 3 50 % none")
        #expect(words[2].hasPrefix("\(files[1]) error: is not mzML, mzXML, MGF or MS2; looked for "))
        #expect(words[3].contains("none': no such file or folder"))
        #expect(words[4].hasPrefix("/dev/null error: '/dev/null' is not a regular file"))
        #expect(words[5] == "\(files[4]) FASTA 2 proteins, 15 residues")
        #expect(words[6] == "\(files[5]) MGF 0 1 0 - 0 - 1, 1 set aside")
        // Numbers stand below the ends of their names.
        let end = try #require(lines[0].firstRange(of: "MS2")).upperBound.utf16Offset(in: lines[0])
        #expect(Array(lines[1])[end - 1] == "2")
    }

    @Test("--json gives an array with an object for each file, an object with the error for one that cannot be read")
    func json() throws {
        struct Inspection: Decodable {
            var path: String
            var spectra: Int?
            var proteins: Int?
            var error: String?
        }
        let result = try MoselleExecutable.run(["inspect", "--json"] + files)
        #expect(result.exitStatus == 1)
        let found = try JSONDecoder().decode([Inspection].self, from: Data(result.standardOutput.utf8))
        #expect(found.map(\.path) == files)
        #expect(found.map(\.spectra) == [2, nil, nil, nil, nil, 1])
        #expect(found[4].proteins == 2)
        #expect(found.map { $0.error != nil } == [false, true, true, true, false, false])
        let good = try MoselleExecutable.run(["inspect", "--json", files[0], files[4]])
        #expect(good.exitStatus == 0)
        #expect(good.standardOutput.hasPrefix("[\n{"))
        #expect(good.standardOutput.hasSuffix("}\n]\n"))
    }

    @Test("FASTA alone is described")
    func fasta() throws {
        let result = try MoselleExecutable.run(["inspect", files[4]])
        #expect(result.exitStatus == 0)
        let text = result.standardOutput.split { $0 == " " }.joined(separator: " ")
        #expect(text.contains("proteins 2\n"))
        #expect(text.contains("decoys none seen"))
    }
}
