internal import SpectrumModel

/// The precursor of an MS2 spectrum from its two statements: the m/z of the S line and the masses of the Z lines.
///
/// Search engines take the mass of a Z line, which may have been refined after the S line was written or have more digits
/// than it. It may also have been made from the m/z with a rounded proton mass. So the m/z of a Z line counts, unless that
/// of the S line has four decimals and lies within 0.001 Th of it.
enum MS2Mass {
    /// An m/z of an S line.
    struct Stated {
        /// In Th.
        var mz: Double
        /// Digits after the point.
        var decimals: Int

        init?(_ word: Substring) {
            guard let mz = Double(word), mz > 0, mz < .infinity else { return nil }
            self.mz = mz
            decimals = word.firstIndex(of: ".").map { word.distance(from: $0, to: word.endIndex) - 1 } ?? 0
        }
    }

    /// A Z line: a charge and, where stated, the mass of the singly protonated peptide in Da.
    struct Charged {
        var charge: Int
        var protonatedMass: Double?

        /// The m/z in Th that the mass has at the charge.
        var mz: Double? {
            guard let protonatedMass, protonatedMass > 0, protonatedMass < .infinity else { return nil }
            return (protonatedMass + Double(charge - 1) * protonMassDaltons) / Double(charge)
        }
    }

    /// A selected ion with the charges it may have, ascending.
    struct Ion: Equatable {
        var mz: Double?
        var charges: [Int]
    }

    /// Mass of the proton in Da.
    ///
    /// > Source: CODATA 2018.
    private static let protonMassDaltons = 1.007276466621

    /// The selected ions: one where all lines agree to 0.01 Th; one for each m/z where an S line states several, whose
    /// charges nobody can tell; and one for each group of Z lines that agree where they were refined apart.
    static func precursors(stated: [Stated], charged: [Charged]) -> [Ion] {
        if stated.count > 1 { return stated.map { Ion(mz: $0.mz, charges: []) } }
        var ions: [Ion] = []
        for line in charged {
            let mz = resolved(line.mz, stated.first)
            if let same = ions.firstIndex(where: { agree($0.mz, mz) }) {
                ions[same].charges = (ions[same].charges + [line.charge]).uniqueAscending
            } else {
                ions.append(Ion(mz: mz, charges: [line.charge]))
            }
        }
        return ions.isEmpty ? [Ion(mz: stated.first?.mz, charges: [])] : ions
    }

    private static func resolved(_ mz: Double?, _ stated: Stated?) -> Double? {
        guard let mz, let stated else { return mz ?? stated?.mz }
        return stated.decimals >= 4 && abs(mz - stated.mz) <= 0.001 ? stated.mz : mz
    }

    private static func agree(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return abs(one - other) <= 0.01
    }
}
