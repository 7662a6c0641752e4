internal import SpectrumModel

/// Counts of fragment spectra that show the reporter ions of isobaric tags.
struct ReporterIonTally: Sendable {
    /// Counts of one MS level.
    private struct Level: Sendable {
        /// Spectra that were looked at.
        var spectra = 0
        /// Spectra with at least half of the channels of some product, by family.
        var tagged: [ReporterIons.Family: Int] = [:]
        /// How many of those show each channel.
        var channels = [Int](repeating: 0, count: ReporterIons.channels.count)
    }

    private var levels: [Int: Level] = [:]

    /// Looks at a fragment spectrum. In profile signal some sample is near every m/z; such spectra are not looked at.
    mutating func add(_ spectrum: Spectrum) {
        guard spectrum.signal != .profile else { return }
        let level = min(spectrum.msLevel, BatchTally.deepestLevel)
        let found = ReporterIons.found(mz: spectrum.mz, intensities: spectrum.intensities)
        levels[level, default: Level()].spectra += 1
        guard found.nonzeroBitCount > 1 else { return }
        for family in ReporterIons.Family.allCases where Self.isTagged(found, family) {
            levels[level]?.tagged[family, default: 0] += 1
            for channel in ReporterIons.channels.indices
            where found & 1 << channel != 0 && ReporterIons.channels[channel].family == family {
                levels[level]?.channels[channel] += 1
            }
        }
    }

    /// Adds the counts of another.
    mutating func merge(_ other: ReporterIonTally) {
        for (number, level) in other.levels {
            var sum = levels[number] ?? Level()
            sum.spectra += level.spectra
            sum.tagged.merge(level.tagged, uniquingKeysWith: +)
            for channel in level.channels.indices { sum.channels[channel] += level.channels[channel] }
            levels[number] = sum
        }
    }

    /// What was found, by level and family; only what occurs.
    var findings: [SpectrumFileInspection.ReporterIonFinding] {
        levels.sorted { $0.key < $1.key }.flatMap { number, level in
            ReporterIons.Family.allCases.compactMap { family in
                level.tagged[family].map { Self.finding(family, msLevel: number, level, tagged: $0) }
            }
        }
    }

    /// Whether at least half of the channels of some product of a family are among those found.
    private static func isTagged(_ found: UInt32, _ family: ReporterIons.Family) -> Bool {
        ReporterIons.tagSets.contains {
            $0.family == family && 2 * (found & $0.channels).nonzeroBitCount >= $0.channels.nonzeroBitCount
        }
    }

    /// The product is the smallest with all channels that at least half of the spectra show.
    private static func finding(
        _ family: ReporterIons.Family, msLevel: Int, _ level: Level, tagged: Int
    ) -> SpectrumFileInspection.ReporterIonFinding {
        var inUse: UInt32 = 0
        var counts: [String: Int] = [:]
        for (index, channel) in ReporterIons.channels.enumerated() where channel.family == family {
            counts[channel.name] = level.channels[index]
            if 2 * level.channels[index] >= tagged { inUse |= 1 << index }
        }
        let product = ReporterIons.tagSets.first { $0.family == family && inUse & ~$0.channels == 0 }
        return SpectrumFileInspection.ReporterIonFinding(
            tags: product?.name ?? family.name, msLevel: msLevel, spectra: tagged, spectraLookedAt: level.spectra,
            channels: counts)
    }
}
