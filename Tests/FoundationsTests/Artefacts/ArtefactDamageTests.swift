import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Damaged artefacts")
struct ArtefactDamageTests {
    let folder: TemporaryDirectory
    let path: String
    let whole: [UInt8]

    init() throws {
        folder = try TemporaryDirectory()
        path = folder.path("sample.moselle")
        try SampleArtefact.write(to: path)
        whole = try Bytes.read(path)
    }

    @Test("a flipped bit in any byte of the file is noticed")
    func everyByte() throws {
        let target = folder.path("small.moselle")
        try SampleArtefact.writeSmall(to: target)
        let bytes = try Bytes.read(target)
        let file = try FileHandle(forUpdating: URL(filePath: target))
        func put(_ byte: UInt8, at place: Int) throws {
            try file.seek(toOffset: UInt64(place))
            try file.write(contentsOf: [byte])
        }
        for place in bytes.indices {
            try put(bytes[place] ^ 1 << UInt8(place % 8), at: place)
            #expect(throws: ArtefactError.self, "byte \(place)") { try ArtefactReader(path: target).verify() }
            try put(bytes[place], at: place)
        }
        try ArtefactReader(path: target).verify()
    }

    @Test("a flipped byte in an array is named when the array is read, and other columns stay readable")
    func namedMember() throws {
        let needle = Array("PEPT[Phospho]IDE".utf8)
        let start = try #require(whole.indices.first { whole[$0...].starts(with: needle) })
        var damaged = whole
        damaged[start] = 0x51
        let target = try folder.write(damaged, to: "damaged")
        let reader = try ArtefactReader(path: target)
        let expected = ArtefactError.damaged(
            path: target, member: "matches/0/peptidoform.bytes.npy", reason: "its CRC-32 does not fit")
        #expect(throws: expected) { try reader.rowGroup(0, of: "matches") }
        #expect(throws: expected) { try reader.verify() }
        #expect(try reader.rowGroup(0, of: "matches", columns: ["rank"]).uint8("rank") == [1, 2, 255])
        #expect(expected.description.contains("matches/0/peptidoform.bytes.npy"))
    }

    @Test("a file cut anywhere, or with bytes added, is refused when it is opened")
    func truncated() throws {
        for count in stride(from: 0, to: whole.count, by: 13) {
            let target = try folder.write(Array(whole.prefix(count)), to: "cut")
            #expect {
                try ArtefactReader(path: target)
            } throws: { error in
                if case ArtefactError.notAnArtefact = error { true } else { false }
            }
        }
        let longer = try folder.write(whole + [0], to: "longer")
        #expect(throws: ArtefactError.self) { try ArtefactReader(path: longer) }
        let shifted = try folder.write([0] + whole, to: "shifted")
        #expect(throws: ArtefactError.self) { try ArtefactReader(path: shifted) }
    }

    @Test("missing files and folders give the error of the file")
    func missing() {
        let none = folder.path("none")
        #expect(throws: ArtefactError.file(.missing(path: none, operation: .open))) { try ArtefactReader(path: none) }
    }

    @Test("other ZIP archives are refused, whatever is in them", .enabled(if: Python.hasNumPy))
    func foreign() throws {
        let target = folder.path("foreign.zip")
        let programs = [
            "z.writestr('readme.txt', 'hello')", "pass", "z.writestr('schema.json', '{}')",
            "z.writestr('schema.json', '[1]', compress_type=zipfile.ZIP_DEFLATED)",
        ]
        for program in programs {
            try Python.run("import zipfile,sys\nwith zipfile.ZipFile(sys.argv[1],'w') as z: " + program, target)
            #expect(throws: ArtefactError.self) { try ArtefactReader(path: target) }
        }
    }

    @Test("random bytes before a valid end never crash the reader")
    func randomDirectories() throws {
        for seed in 0..<300 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var damaged = whole
            // The directory and the end records are the last third; a few numbers there become extreme.
            for _ in 0..<3 {
                let place = damaged.count - 4 - generator.next(upperBound: damaged.count / 3)
                let value: UInt8 = [0, 0x7f, 0x80, 0xff][generator.next(upperBound: 4)]
                for offset in 0..<generator.next(upperBound: 5) { damaged[place + min(offset, 3)] = value }
            }
            if damaged == whole { continue }
            let target = try folder.write(damaged, to: "random")
            #expect(throws: ArtefactError.self, "seed \(seed)") { try ArtefactReader(path: target).verify() }
        }
    }
}
