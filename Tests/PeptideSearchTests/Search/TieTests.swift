import Chemistry
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import TestSupport
import Testing

@Suite("Ties")
struct TieTests {
    /// A target and its decoy share the last residue and so the ion y1; where nothing else is in the spectrum, they tie.
    /// Of n fair coins heads lie within 4 standard deviations, 2 sqrt(n), of n / 2 in all but 1 of 16,000 trials; the seed
    /// is fixed.
    @Test("between a target and its decoy, neither is favoured", arguments: [DecoySource.reversed, .shuffled])
    func unbiased(_ source: DecoySource) async throws {
        var generator = SplitMix64(seed: 61)
        let letters = Array("ACDEFGHILMNPQSTVWY".utf8)
        let proteins = database(
            (0..<600).map { number in
                let residues = (0..<12).map { _ in letters[generator.integer(0..<letters.count)] }
                return ("P\(1000 + number)", String(decoding: residues, as: UTF8.self) + "K")
            })
        let builder = try builder(proteins, decoys: DecoyRules(source: source))
        let table = try await builder.build()
        let spectra = (0..<table.count).map { row in
            spectrum(
                row,
                precursors: [Precursor(mz: MassToCharge.mz(ofNeutralMass: table.masses[row], charge: 2), charge: 2)],
                peaks: [(147.11280, 1000)])
        }
        let found = try await search(spectra, builder, proteins, parameters(precursor: ToleranceRange(.ppm(0.001))))
        let best = found.matches.filter { $0.rank == 1 }
        #expect(best.count > 590)
        #expect(best.allSatisfy { abs($0.hyperscore - 4.61512051684126) < 1e-9 })  // ln 101
        #expect(found.matches.filter { $0.rank == 2 }.count == best.count)
        let targets = best.count { !found.peptides[$0.peptide].isDecoy }
        let half = Double(best.count) / 2
        #expect(abs(Double(targets) - half) < 2 * Double(best.count).squareRoot(), "\(targets) of \(best.count)")
    }

    @Test("a tie in score goes to more matched fragments, then the smaller isotope error, then the lower charge")
    func order() async throws {
        // The precursor of charge 2 without isotope error reads as the same peptide only once; wide windows give several.
        let proteins = database([("A", "PEPTIDEK")])
        let builder = try builder(proteins)
        let mass = 927.4549273
        let spectra = [
            spectrum(
                0, precursors: [Precursor(mz: MassToCharge.mz(ofNeutralMass: mass, charge: 2), charge: 2)],
                peaks: [(147.11280, 1)])
        ]
        let wide = parameters(precursor: ToleranceRange(.daltons(3)), isotopeErrors: -2...2)
        let found = try await search(spectra, builder, proteins, wide)
        try #require(found.matches.map(\.isotopeError) == [0, 0])
        #expect(found.matches[0].candidateCount == 10)
        let unknown = [spectrum(0, precursors: [Precursor(mz: 464.73474)], peaks: [(147.11280, 1)])]
        let open = parameters(precursor: ToleranceRange(.daltons(600)), charges: 1...3)
        #expect(try await search(unknown, builder, proteins, open).matches.map(\.charge) == [1, 1])
    }
}
