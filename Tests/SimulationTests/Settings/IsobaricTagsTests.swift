import Chemistry
import Simulation
import Testing

@Suite struct IsobaricTagsTests {
    @Test("sets have as many channels as their names say, and the modification of their chemistry")
    func counts() {
        #expect(IsobaricTags.all.map(\.channels.count) == [6, 10, 11, 16, 18])
        let names = ["TMT6plex", "TMT10plex", "TMT11plex", "TMTpro16plex", "TMTpro18plex"]
        #expect(IsobaricTags.all.map(\.name) == names)
        let modifications = ["TMT6plex", "TMT6plex", "TMT6plex", "TMTpro", "TMTpro"]
        #expect(IsobaricTags.all.map(\.modification.name) == modifications)
    }

    @Test("reporter ions are C8H16N with the heavy atoms their names stand for")
    func reporters() throws {
        let carbon = 12.0
        let hydrogen = 1.007_825_032
        let nitrogen = 14.003_074_004
        let lightest = 8 * carbon + 16 * hydrogen + nitrogen - 0.000_548_580
        let (heavyCarbon, heavyNitrogen) = (1.003_354_835, 0.997_034_893)
        for channel in try #require(IsobaricTags.named("TMTpro18plex")).channels {
            let extra = Double(try #require(Int(channel.name.prefix(3))) - 126)
            let hasHeavyNitrogen = channel.name.hasSuffix("N")
            let expected = lightest + extra * heavyCarbon + (hasHeavyNitrogen ? heavyNitrogen - heavyCarbon : 0)
            #expect(isNear(channel.reporterMZ, expected, 2e-6), "\(channel.name)")
        }
    }

    @Test("channels ascend from 126 to the heaviest, and every set begins with the same one")
    func order() {
        for tags in IsobaricTags.all {
            let mz = tags.channels.map(\.reporterMZ)
            #expect(mz == mz.sorted())
            #expect(Set(tags.channels.map(\.name)).count == tags.channels.count)
            #expect(tags.channels.first?.name == "126")
        }
        #expect(IsobaricTags.all.map { Int($0.channels.last?.reporterMZ ?? 0) } == [131, 131, 131, 134, 135])
    }

    @Test("the six of TMT6plex are those the maker sells, named without letters")
    func sixplex() throws {
        let channels = try #require(IsobaricTags.named("TMT6plex")).channels
        #expect(channels.map(\.name) == ["126", "127", "128", "129", "130", "131"])
        let published = [126.127_726, 127.124_761, 128.134_436, 129.131_471, 130.141_145, 131.138_180]
        #expect(channels.map(\.reporterMZ) == published)
    }

    @Test("131 has a letter only in sets that have two of it")
    func tenplex() throws {
        #expect(try #require(IsobaricTags.named("TMT10plex")).channels.suffix(2).map(\.name) == ["130C", "131"])
        #expect(try #require(IsobaricTags.named("TMT11plex")).channels.suffix(2).map(\.name) == ["131N", "131C"])
    }

    @Test("sets are found by name, whatever its case")
    func naming() {
        #expect(IsobaricTags.named("tmtPRO16plex")?.name == "TMTpro16plex")
        #expect(IsobaricTags.named("TMT12plex") == nil)
    }

    @Test("every lysine and every N-terminus of a peptide is tagged")
    func occupancies() throws {
        let tags = try #require(IsobaricTags.named("TMT10plex"))
        #expect(tags.occupancies.map { "\($0.modification)" } == ["TMT6plex@K", "TMT6plex@N-term"])
        #expect(tags.occupancies.allSatisfy { $0.occupancy == 1 })
    }
}
