import Chemistry
import Testing

@Suite struct FragmentMassesTests {
    /// m/z of the singly charged fragments 1 to 6 of PEPTIDE, by pyteomics 5.0.1: mass.fast_mass with the ion types a, b,
    /// c, x, y and "z-dot".
    static let peptide: [(FragmentSeries, [Double])] = [
        (.a, [70.065126, 199.107719, 296.160483, 397.208161, 510.292225, 625.319168]),
        (.b, [98.060040, 227.102633, 324.155397, 425.203076, 538.287140, 653.314083]),
        (.c, [115.086589, 244.129183, 341.181946, 442.229625, 555.313689, 670.340632]),
        (.x, [174.039699, 289.066642, 402.150706, 503.198384, 600.251148, 729.293741]),
        (.y, [148.060434, 263.087377, 376.171441, 477.219120, 574.271884, 703.314477]),
        (.z, [132.041710, 247.068653, 360.152717, 461.200396, 558.253159, 687.295753]),
    ]

    @Test("the fragments of PEPTIDE are where the tables have them", arguments: peptide)
    func publishedValues(series: FragmentSeries, expected: [Double]) throws {
        let masses = FragmentMasses(try ProForma.read("PEPTIDE").peptidoform)
        for ordinal in 1...6 {
            #expect(
                isClose(masses.mz(series: series, ordinal: ordinal, charge: 1), expected[ordinal - 1], within: 2e-6))
        }
    }

    @Test("doubly charged b ions of PEPTIDE are at half the mass and one proton")
    func doublyCharged() throws {
        let masses = FragmentMasses(try ProForma.read("PEPTIDE").peptidoform)
        let expected = [49.533658, 114.054955, 162.581337, 213.105176, 269.647208, 327.160680]
        for ordinal in 1...6 {
            #expect(isClose(masses.mz(series: .b, ordinal: ordinal, charge: 2), expected[ordinal - 1], within: 2e-6))
        }
    }

    @Test("complementary fragments together are the peptide, with all its modifications")
    func complements() throws {
        let peptidoform = try ProForma.read("[Acetyl]-AM[Oxidation]C[Carbamidomethyl]S[Phospho]DEK-[Amidated]")
            .peptidoform
        let masses = FragmentMasses(peptidoform)
        for ordinal in 1..<masses.length {
            let rest = masses.length - ordinal
            let b = masses.neutralMass(series: .b, ordinal: ordinal)
            let y = masses.neutralMass(series: .y, ordinal: rest)
            #expect(isClose(b + y, peptidoform.massDaltons, within: 1e-9))
            // c + z-dot has one hydrogen more than the peptide, a + x one H2 less.
            let c = masses.neutralMass(series: .c, ordinal: ordinal)
            let z = masses.neutralMass(series: .z, ordinal: rest)
            #expect(isClose(c + z, peptidoform.massDaltons + ParticleMass.hydrogen, within: 1e-9))
            let a = masses.neutralMass(series: .a, ordinal: ordinal)
            let x = masses.neutralMass(series: .x, ordinal: rest)
            #expect(isClose(a + x, peptidoform.massDaltons - 2 * ParticleMass.hydrogen, within: 1e-9))
        }
    }
}
