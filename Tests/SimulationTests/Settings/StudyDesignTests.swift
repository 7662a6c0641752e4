import Simulation
import Testing

@Suite struct StudyDesignTests {
    private static let groups = [
        StudyDesign.Group(name: "control", samples: 2), StudyDesign.Group(name: "case", samples: 3),
    ]

    @Test("each sample has a name of group and number, and a run of its own")
    func plain() {
        let design = StudyDesign(groups: Self.groups)
        let names = ["control_1", "control_2", "case_1", "case_2", "case_3"]
        #expect(design.samples.map(\.name) == names)
        #expect(design.samples.map(\.group) == [0, 0, 1, 1, 1])
        #expect(design.runs.map(\.name) == names)
        #expect(design.runs.map(\.samples) == [[0], [1], [2], [3], [4]])
        #expect(design.runs.allSatisfy { $0.technicalReplicate == 1 })
    }

    @Test("repeated injections follow each other and are numbered")
    func replicates() {
        let design = StudyDesign(groups: [StudyDesign.Group(name: "a", samples: 2)], technicalReplicates: 3)
        #expect(design.runs.map(\.name) == ["a_1_1", "a_1_2", "a_1_3", "a_2_1", "a_2_2", "a_2_3"])
        #expect(design.runs.map(\.samples) == [[0], [0], [0], [1], [1], [1]])
        #expect(design.runs.map(\.technicalReplicate) == [1, 2, 3, 1, 2, 3])
    }

    @Test("tagged sets take the groups in turn, and the last set may be smaller")
    func tagged() throws {
        let tags = try #require(IsobaricTags.named("TMT6plex"))
        let groups = [StudyDesign.Group(name: "a", samples: 5), StudyDesign.Group(name: "b", samples: 3)]
        let design = StudyDesign(groups: groups, tags: tags)
        // Samples 0 to 4 are of a, 5 to 7 of b.
        #expect(design.runs.map(\.samples) == [[0, 5, 1, 6, 2, 7], [3, 4]])
        #expect(design.runs.map(\.name) == ["set_1", "set_2"])
    }

    @Test("tagged sets are injected as often as asked, and every sample is in one set")
    func taggedReplicates() throws {
        let tags = try #require(IsobaricTags.named("TMT10plex"))
        let groups = ["a", "b", "c"].map { StudyDesign.Group(name: $0, samples: 5) }
        let design = StudyDesign(groups: groups, technicalReplicates: 2, tags: tags)
        #expect(design.runs.map(\.name) == ["set_1_1", "set_1_2", "set_2_1", "set_2_2"])
        #expect(design.runs.map(\.samples.count) == [10, 10, 5, 5])
        #expect(design.runs[0].samples == design.runs[1].samples)
        #expect((design.runs[0].samples + design.runs[2].samples).sorted() == Array(0..<15))
        let groupsOfFirst = design.runs[0].samples.map { design.samples[$0].group }
        #expect(groupsOfFirst == [0, 1, 2, 0, 1, 2, 0, 1, 2, 0])
    }
}
