import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Scratch file")
struct ScratchFileTests {
    let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    @Test("numbers come back from every place, also between appending small and large pieces")
    func readsBetweenAppends() throws {
        let file = try ScratchFile(folder: folder.url.path)
        let small: [Double] = [1, 2, 3]
        let large = (0..<100_000).map { Float($0) }
        #expect(try small.withUnsafeBytes { try file.append($0) } == 0)
        var doubles: [Double] = [9]
        try file.read(2, at: 8, appendingTo: &doubles)
        #expect(doubles == [9, 2, 3])

        #expect(try large.withUnsafeBytes { try file.append($0) } == 24)
        #expect(try small.withUnsafeBytes { try file.append($0) } == 400_024)
        var floats: [Float] = []
        try file.read(3, at: 24 + 4 * 99_997, appendingTo: &floats)
        #expect(floats == [99_997, 99_998, 99_999])
        try file.read(1, at: 400_024, appendingTo: &doubles)
        #expect(doubles == [9, 2, 3, 1])
    }

    @Test("nothing is seen in the folder, not even while the file is in use")
    func isNameless() throws {
        let file = try ScratchFile(folder: folder.url.path)
        _ = try [UInt8](repeating: 1, count: 1_000_000).withUnsafeBytes { try file.append($0) }
        #expect(try Bytes.names(in: folder.url) == [])
    }

    @Test("reading behind the end says what is missing")
    func readsBehindTheEnd() throws {
        let file = try ScratchFile(folder: folder.url.path)
        _ = try [1.0, 2.0].withUnsafeBytes { try file.append($0) }
        let path = "\(folder.url.path)/scratch"
        #expect(throws: FileError.tooShort(path: path, byteOffset: 16, missingByteCount: 8)) {
            var numbers: [Double] = []
            try file.read(2, at: 8, appendingTo: &numbers)
        }
    }

    @Test("a folder that is not there is an error")
    func missingFolder() {
        #expect(throws: FileError.self) { try ScratchFile(folder: folder.path("absent")) }
    }
}
