import Confidence
import Foundation
import Foundations
import PeptideSearch
import TestSupport
import Testing

@Suite("Stored identifications")
struct IdentificationsArtefactTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func example() throws -> Identifications {
        var experiment = PlantedExperiment()
        experiment.spectraOfPeptides = 200
        experiment.spectraOfNothing = 100
        let families = PlantedFamilies(
            familyCount: 40, presentFamilyCount: 20, spectraOfPeptides: 400, spectraOfNothing: 100)
        let small = RunMatches.planned("small", [.target("T0K", 3, pair: 0)])
        return try ConfidenceEngine.assess(
            runs: experiment.runs(seed: 1) + [small, families.run(seed: 1)],
            parameters: ConfidenceParameters(falseDiscoveryRate: 0.1 + 0.2)
        ) { $0 == "P1" ? ProteinFacts(gene: "GÄN", description: "a\tb", sequence: "T5KT6K") : nil }
    }

    @Test("identifications come back as they were, to the last bit")
    func roundTrip() throws {
        let example = try example()
        #expect(!example.proteinGroups.isEmpty && !example.notes.isEmpty)
        #expect(!example.explainedProteins.isEmpty && example.proteinGroups.contains { $0.razorPeptideCount > 0 })
        #expect(example.proteinGroups.contains { $0.gene != nil } && example.proteinGroups.contains { $0.gene == nil })
        try example.write(to: folder.path("a"))
        #expect(try Identifications(artefact: folder.path("a")) == example)
        try ArtefactReader(path: folder.path("a")).verify()
    }

    @Test("equal identifications give equal bytes")
    func equalBytes() throws {
        try example().write(to: folder.path("a"))
        try example().write(to: folder.path("b"))
        #expect(
            try Data(contentsOf: URL(filePath: folder.path("a"))) == Data(contentsOf: URL(filePath: folder.path("b"))))
    }

    @Test("a reference to a row that is not there is damage, not a crash")
    func dangling() throws {
        var psms = try example()
        psms.psms[0].run = 99
        var matches = try example()
        matches.psms[0].match = -1
        var peptides = try example()
        peptides.peptides[0].bestPSM = 1_000_000
        var groups = try example()
        groups.proteinGroups[0].proteins = []
        var razor = try example()
        razor.proteinGroups[0].razorPeptides = [-1]
        var explained = try example()
        explained.explainedProteins = [ExplainedProteins(proteins: [0], groups: [1_000_000])]
        for (table, value) in [
            ("psms", psms), ("psms", matches), ("peptides", peptides), ("protein-groups", groups),
            ("protein-groups", razor), ("explained-proteins", explained),
        ] {
            let path = folder.path(table)
            try value.write(to: path)
            #expect {
                try Identifications(artefact: path)
            } throws: { error in
                guard case .damaged(path, table, _)? = error as? ArtefactError else { return false }
                return true
            }
        }
    }

    @Test(
        "a false discovery rate that none can be is damage, not a crash", arguments: [0, -0.01, 1.5, .infinity, .nan])
    func rate(_ rate: Double) throws {
        var example = try example()
        example.parameters.falseDiscoveryRate = rate
        try example.write(to: folder.path("a"))
        #expect {
            try Identifications(artefact: folder.path("a"))
        } throws: { error in
            guard case .damaged(_, "schema.json", let reason)? = error as? ArtefactError else { return false }
            return reason == "false_discovery_rate is \(rate), not above 0 and at most 1"
        }
    }
}
