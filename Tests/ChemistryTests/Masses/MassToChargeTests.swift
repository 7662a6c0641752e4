import Chemistry
import Testing

@Suite struct MassToChargeTests {
    @Test("the doubly charged PEPTIDE is at 400.68726 Th")
    func publishedValue() {
        // Monoisotopic 799.35996 Da; pyteomics 5.0.1 gives 400.687258 for [M+2H]2+.
        #expect(isClose(MassToCharge.mz(ofNeutralMass: 799.359964, charge: 2), 400.687258, within: 1e-6))
    }

    @Test("mass to m/z and back is the same mass", arguments: 1...6)
    func roundTrip(charge: Int) {
        let mz = MassToCharge.mz(ofNeutralMass: 2500.25, charge: charge)
        #expect(isClose(MassToCharge.neutralMass(ofMZ: mz, charge: charge), 2500.25, within: 1e-9))
    }

    @Test("particles and atoms agree with one another")
    func particles() {
        // A hydrogen atom is a proton and an electron, less 13.6 eV of binding (1.46e-8 Da).
        let parts = ParticleMass.proton + ParticleMass.electron
        #expect(isClose(ParticleMass.hydrogen, parts - 1.46e-8, within: 1e-9))
        #expect(isClose(ParticleMass.water, 18.0105647, within: 1e-7))
        #expect(isClose(ParticleMass.ammonia, 17.0265491, within: 1e-7))
        #expect(isClose(ParticleMass.carbon13Shift, 1.0033548378, within: 1e-8))
    }

    @Test("an error of 1 mTh at 500 Th is 2 ppm")
    func errorPPM() {
        #expect(isClose(MassToCharge.errorPPM(observed: 500.001, calculated: 500), 2, within: 1e-9))
    }
}
