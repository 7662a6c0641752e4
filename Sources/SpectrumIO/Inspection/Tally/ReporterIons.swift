/// The reporter ions of isobaric tags, and where a spectrum shows them.
///
/// The masses follow from composition: the reporter of TMT is C8H16N+, that of iTRAQ C6H13N2+, in which so many atoms are
/// 13C and 15N as the channel says.
///
/// > Source: Thompson et al., Anal Chem 2003, 75, 1895 (TMT); Ross et al., Mol Cell Proteomics 2004, 3, 1154 and Choe et
/// > al., Proteomics 2007, 7, 3651 (iTRAQ); Li et al., Nat Methods 2020, 17, 399 (TMTpro). Masses of isotopes: AME2020.
enum ReporterIons {
    /// Tags whose reporter ions have one composition.
    enum Family: Int, Sendable, CaseIterable {
        case tmt, itraq

        /// The name the field uses.
        var name: String { self == .tmt ? "TMT" : "iTRAQ" }
    }

    /// A reporter ion.
    struct Channel: Sendable {
        var family: Family
        var name: String
        /// m/z in Th.
        var mz: Double
    }

    /// The channels that one product has, as a set of bits: bit N stands for the Nth of ``channels``.
    struct TagSet: Sendable {
        var family: Family
        var name: String
        var channels: UInt32
    }

    /// Half-width in Th of where a reporter ion is looked for: 24 ppm, and less than half of the 6.3 mTh between the
    /// neighbours that differ in 15N for 13C.
    static let toleranceMZ = 0.003

    /// All channels in ascending order of m/z.
    static let channels: [Channel] = (itraq + tmt).sorted { $0.mz < $1.mz }

    /// The products, in each family in order of the number of channels.
    static let tagSets: [TagSet] = {
        let all = tmt.map(\.name)
        let ten = Array(all[..<10])
        let sets: [(Family, String, [String])] = [
            (.itraq, "iTRAQ4plex", ["114", "115", "116", "117"]),
            (.itraq, "iTRAQ8plex", itraq.map(\.name)),
            (.tmt, "TMT6plex", ["126", "127N", "128C", "129N", "130C", "131N"]), (.tmt, "TMT10plex", ten),
            (.tmt, "TMT11plex", ten + ["131C"]), (.tmt, "TMTpro16plex", Array(all[..<16])), (.tmt, "TMTpro18plex", all),
        ]
        return sets.map { family, name, names in
            TagSet(family: family, name: name, channels: bits { $0.family == family && names.contains($0.name) })
        }
    }()

    /// The channels for which a spectrum has a peak of intensity above 0 within ``toleranceMZ``, as bits.
    ///
    /// - Precondition: `mz` is ascending and as long as `intensities`.
    static func found(mz: [Double], intensities: [Double]) -> UInt32 {
        guard let lowest = channels.first?.mz, let highest = channels.last?.mz else { return 0 }
        var peak = firstIndex(in: mz, notBelow: lowest - toleranceMZ)
        var channel = 0
        var bits: UInt32 = 0
        while peak < mz.count, channel < channels.count, mz[peak] <= highest + toleranceMZ {
            if mz[peak] > channels[channel].mz + toleranceMZ {
                channel += 1
            } else {
                if mz[peak] >= channels[channel].mz - toleranceMZ, intensities[peak] > 0 { bits |= 1 << channel }
                peak += 1
            }
        }
        return bits
    }

    /// Bits of the channels for which something holds.
    static func bits(where holds: (Channel) -> Bool) -> UInt32 {
        channels.indices.reduce(0) { holds(channels[$1]) ? $0 | 1 << $1 : $0 }
    }

    private static func firstIndex(in mz: [Double], notBelow bound: Double) -> Int {
        var low = 0
        var high = mz.count
        while low < high {
            let middle = (low + high) / 2
            if mz[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: - Masses

    private static let electron = 0.000_548_579_909
    private static let hydrogen = 1.007_825_031_90
    private static let nitrogen = 14.003_074_004_25
    /// What a 13C weighs more than a 12C, and a 15N more than a 14N.
    private static let extra13C = 1.003_354_835_34
    private static let extra15N = 0.997_034_894_6

    /// TMT reporters weigh one more from channel to channel, by a further 13C, and the N channels have their last 13C
    /// exchanged for a 15N.
    private static let tmt: [Channel] = {
        let base = 8 * 12 + 16 * hydrogen + nitrogen - electron
        var channels = [Channel(family: .tmt, name: "126", mz: base)]
        for nominal in 127...135 {
            let added = Double(nominal - 126)
            let ofN = base + (added - 1) * extra13C + extra15N
            channels.append(Channel(family: .tmt, name: "\(nominal)N", mz: ofN))
            if nominal < 135 {
                channels.append(Channel(family: .tmt, name: "\(nominal)C", mz: base + added * extra13C))
            }
        }
        return channels
    }()

    /// Numbers of 13C and 15N in the reporters of iTRAQ; 120 is left out for the immonium ion of phenylalanine.
    private static let itraq: [Channel] = {
        let base = 6 * 12 + 13 * hydrogen + 2 * nitrogen - electron
        let isotopes = [
            (113, 0, 0), (114, 1, 0), (115, 1, 1), (116, 2, 1), (117, 3, 1), (118, 3, 2), (119, 4, 2), (121, 6, 2),
        ]
        return isotopes.map { nominal, of13C, of15N in
            Channel(
                family: .itraq, name: "\(nominal)", mz: base + Double(of13C) * extra13C + Double(of15N) * extra15N)
        }
    }()
}
