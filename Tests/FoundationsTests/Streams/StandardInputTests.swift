import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Standard input")
struct StandardInputTests {
    private let content = Bytes.random(100_000)

    /// Standard input of this content, behind a pipe.
    private func input(recordLimit: Int) throws -> (StandardInput, Pipe) {
        let pipe = Pipe()
        let content = content
        DispatchQueue.global().async {
            try? pipe.fileHandleForWriting.write(contentsOf: Data(content))
            try? pipe.fileHandleForWriting.close()
        }
        return (
            StandardInput(descriptor: pipe.fileHandleForReading.fileDescriptor, recordLimit: recordLimit), pipe
        )
    }

    private func read(_ input: StandardInput, from offset: Int = 0, upTo end: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while offset + bytes.count < end {
            var piece = [UInt8](repeating: 0, count: min(7000, end - offset - bytes.count))
            let start = offset + bytes.count
            let count = try piece.withUnsafeMutableBytes { (buffer) throws(FileError) in
                try input.read(after: start, into: buffer)
            }
            if count == 0 { break }
            bytes += piece[..<count]
        }
        return bytes
    }

    @Test("what was read is there again for the next reader, which then goes on")
    func again() throws {
        let (input, pipe) = try input(recordLimit: 50_000)
        #expect(try read(input, upTo: 30_000) == Array(content[..<30_000]))
        #expect(try read(input, upTo: 45_000) == Array(content[..<45_000]))
        #expect(try read(input, upTo: 200_000) == content)
        withExtendedLifetime(pipe) {}
    }

    @Test("beyond the limit only the reader that came so far can go on")
    func gone() throws {
        let (input, pipe) = try input(recordLimit: 50_000)
        #expect(try read(input, upTo: 60_000) == Array(content[..<60_000]))
        #expect(throws: FileError.readAlready(path: "-", byteCount: 60_000)) { try read(input, upTo: 10) }
        #expect(try read(input, from: 60_000, upTo: 200_000) == Array(content[60_000...]))
        withExtendedLifetime(pipe) {}
    }
}
