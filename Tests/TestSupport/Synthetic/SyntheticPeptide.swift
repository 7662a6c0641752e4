/// A peptide of a synthetic run, with the little chemistry that making its spectra needs.
///
/// This is an independent account of digestion, masses and fragments on purpose: it shares no code with the product,
/// so that a search of synthetic spectra tests the product's chemistry against another.
public struct SyntheticPeptide: Sendable, Hashable {
    /// Residues, one letter each.
    public var sequence: String
    /// Positions of oxidised methionines, counted from 0, ascending.
    public var oxidizedPositions: [Int]
    /// Accessions of the proteins the peptide was cut from, in their order; empty for one that is in no protein.
    public var proteins: [String]

    /// Creates a peptide from its parts.
    public init(sequence: String, oxidizedPositions: [Int] = [], proteins: [String] = []) {
        self.sequence = sequence
        self.oxidizedPositions = oxidizedPositions
        self.proteins = proteins
    }

    /// Monoisotopic mass of the neutral peptide in Da, every cysteine carbamidomethylated.
    public var massDaltons: Double { residueMasses.reduce(SyntheticMass.water, +) }

    /// m/z of the monoisotopic ion of a charge, in Th.
    public func mz(charge: Int) -> Double { massDaltons / Double(charge) + SyntheticMass.proton }

    /// m/z of the b or y ions of a charge in Th, from one residue to all but one.
    public func fragmentMZ(_ series: Series, charge: Int) -> [Double] {
        let masses = series == .b ? residueMasses : residueMasses.reversed()
        var sum = series == .b ? 0 : SyntheticMass.water
        return masses.dropLast().map { mass in
            sum += mass
            return sum / Double(charge) + SyntheticMass.proton
        }
    }

    /// A series of fragments made by breaking peptide bonds.
    public enum Series: String, Sendable, Hashable, CaseIterable {
        /// Fragments that keep the N terminus.
        case b
        /// Fragments that keep the C terminus.
        case y
    }

    private var residueMasses: [Double] {
        var masses = sequence.utf8.map { SyntheticMass.residue($0) }
        for position in oxidizedPositions { masses[position] += SyntheticMass.oxygen }
        return masses
    }

    /// Tryptic peptides of the proteins, each sequence once, in the order of their first place.
    ///
    /// Trypsin cuts after K and R, not before P. Nothing is cut from the protein's first methionine.
    ///
    /// - Parameters:
    ///   - lengths: Numbers of residues to keep.
    ///   - missedCleavages: Largest number of sites inside a peptide that were not cut.
    public static func tryptic(
        of proteins: [SyntheticProtein], lengths: ClosedRange<Int> = 7...30, missedCleavages: Int = 1
    ) -> [SyntheticPeptide] {
        var positions: [String: Int] = [:]
        var peptides: [SyntheticPeptide] = []
        for protein in proteins {
            for sequence in pieces(of: Array(protein.sequence.utf8), missedCleavages: missedCleavages)
            where lengths.contains(sequence.utf8.count) {
                if let known = positions[sequence] {
                    guard peptides[known].proteins.last != protein.accession else { continue }
                    peptides[known].proteins.append(protein.accession)
                } else {
                    positions[sequence] = peptides.count
                    peptides.append(SyntheticPeptide(sequence: sequence, proteins: [protein.accession]))
                }
            }
        }
        return peptides
    }

    private static func pieces(of residues: [UInt8], missedCleavages: Int) -> [String] {
        var cuts = [0]
        for position in residues.indices.dropLast() {
            let isSite = residues[position] == UInt8(ascii: "K") || residues[position] == UInt8(ascii: "R")
            if isSite && residues[position + 1] != UInt8(ascii: "P") { cuts.append(position + 1) }
        }
        cuts.append(residues.count)
        var result: [String] = []
        for first in cuts.indices.dropLast() {
            for last in first + 1...min(first + 1 + missedCleavages, cuts.count - 1) {
                result.append(String(decoding: residues[cuts[first]..<cuts[last]], as: UTF8.self))
            }
        }
        return result
    }
}

/// Masses in Da, written down here once more so that the product's own are tested against them.
///
/// > Source: residues and modifications from Unimod (unimod.org) to 1e-6 Da, the proton from CODATA 2018.
enum SyntheticMass {
    static let proton = 1.007_276_467
    static let water = 18.010_565
    static let oxygen = 15.994_915
    /// Distance of an isotope peak from the one before it: mostly carbon-13 minus carbon-12.
    static let isotopeSpacing = 1.003_355

    /// Mass of a residue, cysteine carbamidomethylated; the letter must be one of the twenty.
    static func residue(_ letter: UInt8) -> Double {
        guard let mass = residues[letter] else {
            preconditionFailure("A synthetic peptide has the twenty residues only.")
        }
        return mass
    }

    private static let residues: [UInt8: Double] = Dictionary(
        uniqueKeysWithValues: zip(
            "GASPVTCLINDQKEMHFRYW".utf8,
            [
                57.021_464, 71.037_114, 87.032_028, 97.052_764, 99.068_414, 101.047_678, 103.009_184 + 57.021_464,
                113.084_064, 113.084_064, 114.042_927, 115.026_943, 128.058_578, 128.094_963, 129.042_593,
                131.040_485, 137.058_912, 147.068_414, 156.101_111, 163.063_329, 186.079_313,
            ]))
}
