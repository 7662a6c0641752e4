import Foundation
import Stages
import TestSupport
import Testing
import Workflow

@Suite("Looking at input files beforehand")
struct InputProbeTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    /// What the search says of these FASTA files, in this order.
    private func issues(_ names: [String]) throws -> [InputIssue] {
        let definition = try #require(MoselleStages.registry.stage("search"))
        return definition.checkInputs(
            try ParameterValues(for: definition.parameters), [.proteins: names.map { folder.path($0) }])
    }

    @Test("an issue is about the file that has it, not one whose path begins alike")
    func alikePaths() throws {
        try folder.write(">A\nPEPTIDEK\n", to: "p.fasta")
        try folder.write(">B\nPEP1IDEK\n", to: "p.fasta.old")
        try folder.write([0x1F, 0x8B, 8, 0], to: "p.fasta.old.gz")
        let issue = try #require(issues(["p.fasta", "p.fasta.old"]).first)
        #expect(issue.path == folder.path("p.fasta.old"))
        #expect(issue.message.hasPrefix("\(folder.path("p.fasta.old")):2:4: '1' is not a residue"))
        let unreadable = try issues(["p.fasta", "p.fasta.old.gz"])
        #expect(unreadable.map(\.path) == [folder.path("p.fasta.old.gz")])
    }

    @Test("an accession that two files have is about the later one, which is where the message points")
    func conflict() throws {
        try folder.write(">A\nPEPTIDEK\n", to: "first.fasta")
        try folder.write(">A\nPEPTIDER\n", to: "second.fasta")
        let issue = try #require(issues(["first.fasta", "second.fasta"]).first)
        #expect(issue.path == folder.path("second.fasta"))
        #expect(issue.message.hasPrefix("\(folder.path("second.fasta")):1: accession A stands already at"))
    }

    @Test("what is wrong with all files together is about none of them")
    func together() throws {
        try folder.write(">rev_A\nPEPTIDEK\n", to: "decoys.fasta")
        let issue = try #require(issues(["decoys.fasta"]).first)
        #expect(issue.path == nil && issue.message.hasPrefix("\(folder.path("decoys.fasta")): 1 of 1 proteins look"))
    }
}
