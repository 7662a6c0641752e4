import Foundation
import Foundations
import TestSupport
import Testing

@Suite("File identity and errors")
struct FileIdentityTests {
    let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    @Test("size, time and inode are what the system says, and survive JSON")
    func identity() throws {
        let path = try folder.write("12345", to: "a.mzML")
        let time = Date(timeIntervalSince1970: 1_700_000_000.25)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
        let identity = try FileIdentity(of: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(identity.byteCount == 5)
        #expect(identity.modificationTimeNanoseconds == 1_700_000_000_250_000_000)
        #expect(identity.inode == attributes[.systemFileNumber] as? UInt64)
        let json = try JSONEncoder().encode(identity)
        #expect(try JSONDecoder().decode(FileIdentity.self, from: json) == identity)
    }

    @Test("a file that changed has another identity; one that did not has the same")
    func changes() throws {
        let path = try folder.write("12345", to: "a")
        let before = try FileIdentity(of: path)
        #expect(try FileIdentity(of: path) == before)
        try FileManager.default.removeItem(atPath: path)
        try folder.write("123456", to: "a")
        #expect(try FileIdentity(of: path) != before)
    }

    @Test("missing files and folders are refused")
    func refused() throws {
        let missing = folder.path("none")
        #expect(throws: FileError.missing(path: missing, operation: .inspect)) { try FileIdentity(of: missing) }
        let path = folder.url.path
        #expect(throws: FileError.isDirectory(path: path, operation: .inspect)) { try FileIdentity(of: path) }
    }

    @Test(
        "each errno finds the case that has advice for it",
        arguments: [
            (ENOENT, "no such file"), (ENOTDIR, "no such file"), (EISDIR, "it is a folder"),
            (EACCES, "permission denied"), (EROFS, "permission denied"), (ENOSPC, "No space left on device"),
            (EDQUOT, "quota"), (EMFILE, "ulimit -n"), (EIO, "Input/output error (errno 5)"),
        ])
    func errors(errorNumber: Int32, expected: String) {
        let error = FileError(errorNumber: errorNumber, path: "/data/run 1.mzML", operation: .write)
        #expect(error.description.hasPrefix("cannot write '/data/run 1.mzML': "))
        #expect(error.description.contains(expected))
        #expect(error.path == "/data/run 1.mzML")
    }

    @Test("the disk of a folder has space; a missing folder has none to ask for")
    func diskSpace() throws {
        #expect(try DiskSpace.availableByteCount(at: folder.url.path) > 0)
        #expect(throws: FileError.self) { try DiskSpace.availableByteCount(at: folder.path("none")) }
    }

    @Test("reading past the end names the place and what is missing")
    func tooShort() throws {
        let path = try folder.write("12345", to: "short")
        let file = try ReadableFile(path: path)
        #expect(try file.bytes(at: 1, count: 4) == Array("2345".utf8))
        #expect(throws: FileError.tooShort(path: path, byteOffset: 5, missingByteCount: 2)) {
            try file.bytes(at: 3, count: 4)
        }
    }
}
