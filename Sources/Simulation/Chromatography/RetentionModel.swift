package import Chemistry
internal import Glibc

/// When peptides leave a reversed-phase column: the sum of their residues' hydrophobicity, less for long ones, and an
/// irregularity that belongs to the sequence.
///
/// > Source: coefficients for C8/C18 columns at pH 2: D. Guo, C. T. Mant, A. K. Taneja, J. M. R. Parker, R. S. Hodges,
/// > J. Chromatogr. A 359 (1986) 499, doi:10.1016/0021-9673(86)80102-9 (minutes). Correction for the length:
/// > 1 - 0.21 ln n, as in A. A. Goloborodko et al., J. Am. Soc. Mass Spectrom. 24 (2013) 301,
/// > doi:10.1007/s13361-012-0516-6.
package struct RetentionModel: Sendable {
    let settings: ChromatographySettings
    let seed: UInt64
    let gradientSeconds: Double

    /// Creates the model of a column and a gradient.
    package init(settings: ChromatographySettings, seed: UInt64, gradientSeconds: Double) {
        self.settings = settings
        self.seed = seed
        self.gradientSeconds = gradientSeconds
    }

    /// Retention coefficients in minutes by ASCII byte.
    static let coefficients: [Double] = {
        var table = [Double](repeating: 0, count: 256)
        for (letter, minutes) in zip("WFLIMVYCAPETDQSGNRHK".utf8, values) { table[Int(letter)] = minutes }
        return table
    }()

    private static let values = [
        8.8, 8.1, 8.1, 7.4, 5.5, 5.0, 4.5, 2.6, 2.0, 2.0, 1.1, 0.6, 0.2, 0.0, -0.2, -0.2, -0.6, -0.6, -2.1, -2.1,
    ]

    /// Hydrophobicity of an unmodified peptide in minutes of the original gradient.
    package static func hydrophobicity(of sequence: [UInt8]) -> Double {
        let sum = sequence.reduce(0) { $0 + coefficients[Int($1)] }
        return sum * (1 - 0.21 * log(Double(sequence.count)))
    }

    /// What a modification adds: oxygen and phosphate make a peptide leave earlier, blocked amines later.
    package static func shift(of modification: ModificationDefinition) -> Double {
        switch modification.name {
        case "Oxidation": -2.5
        case "Phospho": -1
        case "Deamidated": 0.5
        case "Acetyl": 2
        case "TMT6plex", "TMTpro": 3
        default: 0
        }
    }

    /// When a peptide leaves the column in an average run, in seconds; always within the run.
    ///
    /// A logistic curve stands for a gradient that is steep at its ends, so that most of the run is used and nothing
    /// falls outside it.
    ///
    /// - Parameters:
    ///   - hydrophobicity: of the peptide with its modifications.
    ///   - sequenceHash: decides the irregularity, so that all forms and charges of a peptide share it.
    package func apexSeconds(hydrophobicity: Double, sequenceHash: UInt64) -> Double {
        let share = 1 / (1 + exp(-(hydrophobicity - Self.middle) / Self.spread))
        var stream = RandomStream(seed: seed, .retention, sequenceHash)
        let moved = share + stream.normal(deviation: settings.irregularity)
        return gradientSeconds * (0.03 + 0.94 * min(max(moved, 0), 1))
    }

    /// Median hydrophobicity of tryptic peptides, and the scale of a logistic curve through their distribution.
    private static let middle = 14.6
    private static let spread = 4.4
}
