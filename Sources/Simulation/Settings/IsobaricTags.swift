public import Chemistry

/// A set of tags of one mass that give reporter ions of different m/z, one for each sample in a run.
public struct IsobaricTags: Sendable, Hashable {
    /// Name as the command line has it, and the label of SDRF files.
    public let name: String
    /// What a tagged lysine or N-terminus carries.
    public let modification: ModificationDefinition
    /// Name and reporter m/z in Th of each channel.
    public let channels: [Channel]

    /// One tag of a set.
    public struct Channel: Sendable, Hashable {
        /// Name as the maker has it: nominal mass, with N or C where kits of its kind have two of one mass.
        public var name: String
        /// m/z of the reporter ion in Th.
        public var reporterMZ: Double
    }

    /// Every set that is known.
    ///
    /// > Source: Thermo Fisher Scientific, product documents of TMT10plex, TMT11plex and TMTpro 16/18plex; modifications
    /// > of Unimod (737, 2016).
    public static let all: [IsobaricTags] = {
        let channels = [
            ("126", 126.127_726), ("127N", 127.124_761), ("127C", 127.131_081), ("128N", 128.128_116),
            ("128C", 128.134_436), ("129N", 129.131_471), ("129C", 129.137_790), ("130N", 130.134_825),
            ("130C", 130.141_145), ("131N", 131.138_180), ("131C", 131.144_500), ("132N", 132.141_535),
            ("132C", 132.147_855), ("133N", 133.144_890), ("133C", 133.151_210), ("134N", 134.148_245),
            ("134C", 134.154_565), ("135N", 135.151_600),
        ].map { Channel(name: $0.0, reporterMZ: $0.1) }
        // These two are older than the tags that share a mass with theirs; their names need no letter.
        let six = [0, 1, 4, 5, 8, 9].map { withoutLetter(channels[$0]) }
        let ten = channels[..<9] + [withoutLetter(channels[9])]
        let sets: [(String, String, [Channel])] = [
            ("TMT6plex", "TMT6plex", six), ("TMT10plex", "TMT6plex", Array(ten)),
            ("TMT11plex", "TMT6plex", Array(channels[..<11])), ("TMTpro16plex", "TMTpro", Array(channels[..<16])),
            ("TMTpro18plex", "TMTpro", channels),
        ]
        return sets.compactMap { name, modification, channels in
            ModificationTable.definition(named: modification)
                .map { IsobaricTags(name: name, modification: $0, channels: channels) }
        }
    }()

    private static func withoutLetter(_ channel: Channel) -> Channel {
        Channel(name: String(channel.name.prefix(3)), reporterMZ: channel.reporterMZ)
    }

    /// The set of that name, whatever its case; `nil` where there is none.
    public static func named(_ name: String) -> IsobaricTags? {
        all.first { $0.name.lowercased() == name.lowercased() }
    }

    /// The tag on every place it reacts with.
    package var occupancies: [ModificationOccupancy] {
        [ModificationSite.on(.lysine), .at(.peptideNTerm)].map { site in
            ModificationOccupancy(ModificationSpecification(definition: modification, site: site), occupancy: 1)
        }
    }
}
