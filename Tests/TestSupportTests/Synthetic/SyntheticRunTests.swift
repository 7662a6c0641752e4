import SpectrumModel
import TestSupport
import Testing

@Suite("SyntheticRun")
struct SyntheticRunTests {
    private let run = SyntheticRun(proteins: SyntheticProtein.make(count: 40, seed: 1), seed: 2)

    @Test("the same seed gives the same run, another seed another")
    func seeds() {
        let proteins = SyntheticProtein.make(count: 40, seed: 1)
        #expect(SyntheticRun(proteins: proteins, seed: 2).spectra == run.spectra)
        #expect(SyntheticRun(proteins: proteins, seed: 3).spectra != run.spectra)
    }

    @Test("spectra are numbered, in order of time, and their peaks in order of m/z")
    func order() {
        #expect(run.spectra.map(\.index) == Array(run.spectra.indices))
        #expect(run.spectra.filter { $0.msLevel == 1 }.count == 20)
        #expect(run.spectra.filter { $0.msLevel == 2 }.count == 200)
        let times = run.spectra.compactMap(\.retentionTimeSeconds)
        #expect(times.count == 220)
        #expect(times == times.sorted() && (times.first ?? -1) > 0 && (times.last ?? 9999) < 1800)
        #expect(run.spectra.allSatisfy { $0.mz == $0.mz.sorted() && $0.intensities.allSatisfy { $0 >= 1 } })
    }

    @Test("truth names each fragment spectrum once, and about a fifth is in no protein")
    func truth() {
        let fragmentSpectra = run.spectra.filter { $0.msLevel == 2 }
        #expect(run.truth.map(\.nativeID) == fragmentSpectra.map(\.nativeID))
        #expect(run.truth.map(\.spectrumIndex) == fragmentSpectra.map(\.index))
        let foreign = run.truth.filter { !$0.isInProteins }
        #expect((20...60).contains(foreign.count))
        #expect(Set(run.truth.map(\.charge)) == [2, 3])
    }

    @Test("precursors are within a few ppm of their peptide, isotope errors as told")
    func precursors() throws {
        for truth in run.truth {
            let precursor = try #require(run.spectra[truth.spectrumIndex].precursors.first)
            let isotope = Double(truth.isotopeError) * 1.003_355 / Double(truth.charge)
            let expected = truth.peptide.mz(charge: truth.charge) + isotope
            let error = (try #require(precursor.mz) / expected - 1) * 1e6
            #expect(precursor.charge == truth.charge && abs(error - 1) < 5 * 3)
        }
        #expect(run.truth.contains { $0.isotopeError == 1 })
    }

    @Test("most fragments of the truth are in the spectrum, few of another peptide's are")
    func fragments() {
        var own = 0.0
        var other = 0.0
        for (truth, next) in zip(run.truth, run.truth.dropFirst()) {
            own += share(of: truth.peptide, in: run.spectra[truth.spectrumIndex])
            other += share(of: next.peptide, in: run.spectra[truth.spectrumIndex])
        }
        let count = Double(run.truth.count - 1)
        #expect((0.7...0.85).contains(own / count))
        #expect(other / count < 0.1)
    }

    /// Share of the singly charged fragments (without b1) that have a peak within 20 ppm.
    private func share(of peptide: SyntheticPeptide, in spectrum: Spectrum) -> Double {
        let expected = peptide.fragmentMZ(.b, charge: 1).dropFirst() + peptide.fragmentMZ(.y, charge: 1)
        let found = expected.filter { mz in spectrum.mz.contains { abs($0 / mz - 1) < 20e-6 } }
        return Double(found.count) / Double(expected.count)
    }
}
