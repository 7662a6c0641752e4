import TestSupport
import Testing

@Suite("SyntheticPeptide")
struct SyntheticPeptideTests {
    @Test("has the published mass of PEPTIDE, and of modified residues")
    func masses() {
        // C34H53N7O15, PubChem; carbamidomethyl C2H3NO and oxygen from Unimod 4 and 35.
        #expect(abs(SyntheticPeptide(sequence: "PEPTIDE").massDaltons - 799.359_964) < 5e-6)
        let plain = SyntheticPeptide(sequence: "MK").massDaltons
        #expect(abs(SyntheticPeptide(sequence: "MK", oxidizedPositions: [0]).massDaltons - plain - 15.994_915) < 1e-9)
        let glycines = SyntheticPeptide(sequence: "GGK").massDaltons
        #expect(
            abs(SyntheticPeptide(sequence: "GCK").massDaltons - glycines - (103.009_184 + 57.021_464 - 57.021_464))
                < 1e-9)
    }

    @Test("b and y ions are those of textbooks")
    func fragments() {
        let peptide = SyntheticPeptide(sequence: "PEPTIDE")
        // b2 = P + E + proton, y1 = E + water + proton.
        #expect(peptide.fragmentMZ(.b, charge: 1).count == 6)
        #expect(abs(peptide.fragmentMZ(.b, charge: 1)[1] - 227.102_6) < 1e-4)
        #expect(abs(peptide.fragmentMZ(.y, charge: 1)[0] - 148.060_4) < 1e-4)
        #expect(abs(peptide.fragmentMZ(.y, charge: 2)[5] - (703.314_5 + 1.007_276) / 2) < 1e-4)
    }

    @Test("a b ion and the y ion that completes it add up to the peptide and two protons")
    func complement() {
        let peptide = SyntheticPeptide(sequence: "SAMPLER", oxidizedPositions: [2])
        let pairs = zip(peptide.fragmentMZ(.b, charge: 1), peptide.fragmentMZ(.y, charge: 1).reversed())
        for (b, y) in pairs { #expect(abs(b + y - peptide.massDaltons - 2 * 1.007_276_467) < 1e-9) }
    }

    @Test("trypsin cuts after K and R but not before P, and joins pieces where it missed")
    func digestion() {
        let proteins = [
            SyntheticProtein(accession: "A", header: "A", sequence: "MAKPGRCDEKL"),
            SyntheticProtein(accession: "B", header: "B", sequence: "CDEKCDEK"),
        ]
        let whole = SyntheticPeptide.tryptic(of: proteins, lengths: 1...30, missedCleavages: 0)
        #expect(whole.map(\.sequence) == ["MAKPGR", "CDEK", "L"])
        #expect(whole.map(\.proteins) == [["A"], ["A", "B"], ["A"]])
        let missed = SyntheticPeptide.tryptic(of: proteins, lengths: 5...9, missedCleavages: 1)
        #expect(missed.map(\.sequence) == ["MAKPGR", "CDEKL", "CDEKCDEK"])
    }
}
