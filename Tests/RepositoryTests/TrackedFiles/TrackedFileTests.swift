import Foundation
import TestSupport
import Testing

@Suite("Tracked files")
struct TrackedFileTests {
    @Test("git tracks nothing that the build makes", .enabled(if: Checkout.isGitCheckout))
    func paths() throws {
        let paths = try Checkout.trackedPaths()
        let found = TrackedFileRules.pathViolations(in: paths)
        #expect(found.isEmpty, "\(found.listed)")
        #expect(paths.contains("Package.swift"))
    }

    @Test("no tracked file is larger than 4 MB", .enabled(if: Checkout.isGitCheckout))
    func sizes() throws {
        let found = try Checkout.trackedPaths().flatMap { path in
            TrackedFileRules.sizeViolations(path: path, bytes: Checkout.bytes(path).count)
        }
        #expect(found.isEmpty, "\(found.listed)")
    }

    @Test("no tracked text names a folder of one machine", .enabled(if: Checkout.isGitCheckout))
    func machines() throws {
        let folders = TrackedFileRules.machineFolders(checkout: TestData.packageRoot.path)
        let found = try Checkout.trackedPaths().flatMap { path in
            TrackedFileRules.machineViolations(path: path, contents: Checkout.bytes(path), folders: folders)
        }
        #expect(found.isEmpty, "\(found.listed)")
    }

    @Test("no tracked text holds the marks of an unfinished merge", .enabled(if: Checkout.isGitCheckout))
    func merges() throws {
        let found = try Checkout.trackedPaths().flatMap { path in
            TrackedFileRules.mergeViolations(path: path, contents: Checkout.bytes(path))
        }
        #expect(found.isEmpty, "\(found.listed)")
    }

    @Test("both marks of an unfinished merge are found at the beginning of a line")
    func badMerge() {
        let (ours, theirs) = (String(repeating: "<", count: 7), String(repeating: ">", count: 7))
        let text = "one\n\(ours) HEAD\ntwo \(theirs) three\n\(theirs) 9bd297f (Compare)\n"
        #expect(TrackedFileRules.mergeViolations(path: "a.md", contents: Data(text.utf8)).map(\.line) == [2, 4])
    }

    @Test("build products and what runs leave are found at any depth")
    func badPaths() {
        let paths = [
            "Package.swift", "Package.resolved", "Benchmarks/Package.resolved", ".build/a", "x/.build/b",
            "out/work/inputs.json", "out/run.json", "log.jsonl",
        ]
        #expect(TrackedFileRules.pathViolations(in: paths).map(\.file) == Array(paths.dropFirst()))
    }

    @Test("a file of more than 4 MB is found")
    func badSize() {
        #expect(TrackedFileRules.sizeViolations(path: "a", bytes: 4_000_000).isEmpty)
        #expect(TrackedFileRules.sizeViolations(path: "a", bytes: 4_000_001).count == 1)
    }

    @Test("homes and the checkout's own folder are found where a path begins there")
    func badMachines() {
        let home = "/" + "home/"
        let folders = TrackedFileRules.machineFolders(checkout: "/srv/projects/moselle")
        #expect(folders.contains(home) && folders.contains("/srv/"))
        let text = """
            see \(home)someone/data
            DIR\(home)fine and ..\(home)fine
            let path = "/srv/projects"
            the folder \(home) as such
            """
        let found = TrackedFileRules.machineViolations(path: "a.md", contents: Data(text.utf8), folders: folders)
        #expect(found.map(\.line) == [1, 3])
    }

    @Test("a checkout in a folder that every machine has adds no folder of its own")
    func sharedCheckout() {
        #expect(TrackedFileRules.machineFolders(checkout: "/tmp/moselle").count == 3)
    }

    @Test("binary files are not read as text")
    func binary() {
        let bytes = Data([0]) + Data((" /" + "home/x").utf8)
        #expect(TrackedFileRules.machineViolations(path: "a", contents: bytes, folders: ["/" + "home/"]).isEmpty)
    }
}
