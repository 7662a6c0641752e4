import Chemistry
import PeakPicking
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import TestSupport
import Testing

@Suite("Candidates by their fragments near peaks")
struct CountHistogramTests {
    private static let open = parameters(
        precursor: ToleranceRange(lower: -150, upper: 300, unit: .daltons), minimumFragmentOrdinal: 2,
        minimumPeaks: 10)

    private func settings(partitionRows: Int) -> WideWindowSettings {
        var settings = WideWindowSettings()
        settings.leastRows = 0
        settings.partitionRows = partitionRows
        return settings
    }

    /// Candidates by their fragments with a peak in tolerance, by definition.
    private func counted(_ spectrum: Spectrum, _ table: PeptideTable, ppm: Double) throws -> [Int] {
        var atLeast = [Int](repeating: 0, count: CountHistogram.most + 1)
        let peaks = PreparedSpectrum(
            mz: spectrum.mz, intensities: spectrum.intensities.map { Float($0) }, maximumPeaks: 150
        ).mz
        for precursor in spectrum.precursors {
            for charge in precursor.charge.map({ [$0] })
                ?? (precursor.possibleCharges.isEmpty ? [2, 3] : precursor.possibleCharges)
            {
                let mass = MassToCharge.neutralMass(ofMZ: precursor.mz ?? 0, charge: charge)
                for row in 0..<table.count where Self.open.precursorTolerance.contains(mass, around: table.masses[row])
                {
                    for label in [CandidateLabel.target, .decoy]
                    where label == .target || table.labels(ofRow: row).decoy {
                        let form = try Peptidoform(
                            sequence: table.sequence(ofRow: row, label: label),
                            modifications: table.modifications(ofRow: row, label: label))
                        let near = theoreticalFragments(of: form, charges: 1...max(1, min(2, charge - 1))).count {
                            ion in
                            ion.ordinal >= 2 && peaks.contains { Tolerance.ppm(ppm).contains($0, around: ion.mz) }
                        }
                        for number in 0...min(near, CountHistogram.most) { atLeast[number] += 1 }
                    }
                }
            }
        }
        return atLeast
    }

    @Test(
        "counts lie between those of the tolerance and those of one wider by two bins, for any partitions and workers")
    func againstDefinition() async throws {
        let example = SearchCase(name: "open", parameters: Self.open)
        let table = try example.tableBuilder().build()
        var random = RandomSpectra(table: table, parameters: Self.open, seed: 97)
        let spectra = try random.make(16)
        let store = try store(spectra)
        let found = try await WideWindowSearch.counts(
            store, table: table, parameters: Self.open, settings: settings(partitionRows: 32_768), workers: 1)
        #expect(found.count { $0 != nil } > 8)
        for (entry, histogram) in zip(store.entries, found) {
            guard let histogram else { continue }
            let exact = try counted(spectra[entry.spectrumIndex], table, ppm: 20)
            let wider = try counted(spectra[entry.spectrumIndex], table, ppm: 20 + 2 * 7.7)
            #expect(histogram.atLeast[0] == exact[0])
            for number in 1...CountHistogram.most {
                #expect(exact[number] <= histogram.atLeast[number] && histogram.atLeast[number] <= wider[number])
            }
        }
        for (rows, workers) in [(100, 1), (77, 3)] {
            let other = try await WideWindowSearch.counts(
                store, table: table, parameters: Self.open, settings: settings(partitionRows: rows), workers: workers)
            #expect(other == found)
        }
    }
}
