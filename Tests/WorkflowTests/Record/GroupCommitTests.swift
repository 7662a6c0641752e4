import Foundations
import Synchronization
import TestSupport
import Testing
import Workflow

@Suite struct GroupCommitTests {
    /// Keeps the groups that were brought to disk; the file `bad` cannot be.
    private final class Disk: Sendable {
        private let groups = Mutex<[[String]]>([])

        var all: [[String]] { groups.withLock { $0 } }

        func flush(_ paths: [String]) throws {
            groups.withLock { $0.append(paths) }
            if paths.contains("bad") { throw ToyError("no disk for \(paths.joined(separator: ", "))") }
        }
    }

    @Test("files that come soon after each other share a wait, each once; who waits for the end does not wait for more")
    func groups() async {
        let disk = Disk()
        let commit = GroupCommit(interval: .seconds(600)) { try disk.flush($0) }
        for path in ["b", "log", "a", "log"] { commit.add(path) }
        #expect(disk.all == [])
        #expect(await commit.finish() == nil)
        #expect(disk.all == [["a", "b", "log"]])
        commit.add("log")
        #expect(await commit.finish() == nil)
        #expect(disk.all == [["a", "b", "log"], ["log"]])
    }

    @Test("they come to disk without anybody waiting")
    func unasked() async throws {
        let disk = Disk()
        let commit = GroupCommit(interval: .milliseconds(1)) { try disk.flush($0) }
        for path in ["a", "b"] {
            commit.add(path)
            while !disk.all.joined().contains(path) { try await Task.sleep(for: .milliseconds(1)) }
        }
    }

    @Test("the first problem is kept, and what comes later is brought to disk all the same")
    func problem() async {
        let disk = Disk()
        let commit = GroupCommit { try disk.flush($0) }
        for path in ["bad", "worse"] {
            commit.add(path)
            #expect(await commit.finish() == "no disk for bad")
        }
        #expect(disk.all == [["bad"], ["worse"]])
    }

    @Test("nothing to do is over at once")
    func idle() async { #expect(await GroupCommit().finish() == nil) }

    @Test("real files come to disk; one that was removed meanwhile is passed over, a folder that is gone is named")
    func files() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("x", to: "a")
        let commit = GroupCommit()
        commit.add(folder.path("a"))
        commit.add(folder.path("gone"))
        #expect(await commit.finish() == nil)
        commit.add(folder.path("nowhere/a"))
        #expect(await commit.finish()?.contains("nowhere") == true)
    }
}
