import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Atomic file")
struct AtomicFileTests {
    let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    @Test("nothing is seen at the path before commit, everything after, and no temporary file stays")
    func commit() throws {
        let path = try folder.write("old", to: "table.tsv")
        let file = try AtomicFile(path: path)
        try file.write("new\t")
        try file.write([0x41, 0x42])
        #expect(try Bytes.read(path) == Array("old".utf8))
        try file.commit()
        #expect(try Bytes.read(path) == Array("new\tAB".utf8))
        #expect(try Bytes.names(in: folder.url) == ["table.tsv"])
        #expect(file.byteCount == 6)
    }

    @Test("a file that does not wait for the disk is in its place whole, and can be brought to disk with others later")
    func placed() throws {
        let path = try folder.write("old", to: "a")
        let file = try AtomicFile(path: path)
        try file.write("new")
        try file.place()
        file.discard()
        #expect(try Bytes.read(path) == Array("new".utf8))
        #expect(try Bytes.names(in: folder.url) == ["a"])
        try AtomicFile.flush([path, folder.path("gone"), try folder.write("x", to: "below/b")])
        let nowhere = folder.path("nowhere")
        #expect(throws: FileError.missing(path: nowhere, operation: .flush)) {
            try AtomicFile.flush(["\(nowhere)/a"])
        }
    }

    @Test("pieces of every size come out in order", arguments: [1, 1_000, 262_143, 262_144, 262_145, 1_000_000])
    func pieces(pieceByteCount: Int) throws {
        let path = folder.path("pieces-\(pieceByteCount)")
        let content = Bytes.random(pieceByteCount == 1 ? 300_000 : 2_100_000)
        let file = try AtomicFile(path: path)
        for start in stride(from: 0, to: content.count, by: pieceByteCount) {
            try file.write(Array(content[start..<min(start + pieceByteCount, content.count)]))
        }
        try file.commit()
        #expect(try Bytes.read(path) == content)
    }

    @Test("the temporary file is hidden, beside the target, and named after it and this process")
    func temporaryName() throws {
        let file = try AtomicFile(path: folder.path("a.tsv"))
        let names = try Bytes.names(in: folder.url)
        #expect(names.count == 1)
        #expect(names[0].hasPrefix(".a.tsv.\(ProcessInfo.processInfo.processIdentifier)-"))
        #expect(names[0].hasSuffix(".tmp"))
        file.discard()
    }

    @Test("discarding, and the end of the value, leave what was there before and nothing else")
    func discard() throws {
        let path = try folder.write("old", to: "a")
        let file = try AtomicFile(path: path)
        try file.write("new")
        file.discard()
        file.discard()
        do { try AtomicFile(path: path).write("newer") }
        #expect(try Bytes.read(path) == Array("old".utf8))
        #expect(try Bytes.names(in: folder.url) == ["a"])
    }

    @Test("a folder that is not there and a folder at the target are refused, leaving nothing")
    func refused() throws {
        #expect {
            try AtomicFile(path: folder.path("nowhere/a.tsv"))
        } throws: { error in
            guard case FileError.missing(let path, .create) = error else { return false }
            return path.contains("nowhere")
        }
        try folder.write("x", to: "taken/inner")
        let file = try AtomicFile(path: folder.path("taken"))
        #expect(throws: FileError.isDirectory(path: folder.path("taken"), operation: .replace)) { try file.commit() }
        #expect(try Bytes.names(in: folder.url) == ["taken"])
    }

    @Test("a full disk gives a sentence and leaves no temporary file")
    func fullDisk() async throws {
        // A limit on the size of files stands for the full disk; it holds for a process, hence one of its own.
        await #expect(processExitsWith: .success) { [path = folder.path("big.bin") as String] in
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
            guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { exit(2) }
            let file = try AtomicFile(path: path)
            do {
                for _ in 0..<10 { try file.write([UInt8](repeating: 1, count: 99_999)) }
                exit(3)
            } catch FileError.diskFull(let named, .write, let reason) {
                guard named == path, !reason.isEmpty else { exit(4) }
            }
        }
        #expect(try Bytes.names(in: folder.url) == [])
    }
}
