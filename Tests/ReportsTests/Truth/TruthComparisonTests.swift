import Confidence
import PeptideSearch
import Reports
import Simulation
import Testing

@Suite struct TruthComparisonTests {
    private typealias Ion = KnownExperiment.Ion
    private typealias Match = KnownExperiment.Match
    private typealias Spectrum = KnownExperiment.Spectrum

    /// Sixteen spectra; what each comes to is said beside it.
    private static let experiment = KnownExperiment(
        runs: [
            (
                "a",
                [
                    .of("AAAK", match: Match(sequence: "AAAK")),  // right; clean
                    .of("GLVK", match: Match(sequence: "GIVK")),  // right, I is L; clean
                    .of("PEPK", match: Match(sequence: "SAAK")),  // wrong, missed; clean
                    .of("PEPK", match: Match(sequence: "PEPK", qValue: 0.010_001)),  // not accepted, missed; clean
                    // right: the peptide isolated with the selected one
                    Spectrum(
                        ions: [Ion(sequence: "AAAK", share: 0.7), Ion(sequence: "VVVK", share: 0.3)],
                        match: Match(sequence: "VVVK")),
                    // wrong, missed: what was isolated with it is in no protein; just co-isolated
                    Spectrum(
                        ions: [
                            Ion(sequence: "AAAK", share: 0.8), Ion(sequence: "FFFK", share: 0.2, origin: .foreign),
                        ], match: Match(sequence: "FFFK")),
                    // right; neither clean nor co-isolated
                    Spectrum(
                        ions: [Ion(sequence: "AAAK", share: 0.81), Ion(sequence: "VVVK", share: 0.19)],
                        match: Match(sequence: "AAAK")),
                    // wrong, missed: the sequence without its oxidation; clean
                    Spectrum(
                        ions: [Ion(sequence: "MMMK", massDaltons: 1015.9949)],
                        match: Match(sequence: "MMMK", massDaltons: 1000)),
                    // right; wrong isotope
                    Spectrum(ions: [Ion(sequence: "AAAK")], isotopeOffset: 1, match: Match(sequence: "AAAK")),
                    // missed; co-isolated, wrong isotope and without charge
                    Spectrum(
                        ions: [Ion(sequence: "AAAK", share: 0.5), Ion(sequence: "VVVK", share: 0.5)],
                        statedCharge: nil, isotopeOffset: 2),
                    // wrong; foreign
                    Spectrum(ions: [Ion(sequence: "FFFK", origin: .foreign)], match: Match(sequence: "FFFK")),
                    // right without being identifiable; foreign
                    Spectrum(
                        ions: [
                            Ion(sequence: "FFFK", share: 0.6, origin: .foreign), Ion(sequence: "AAAK", share: 0.4),
                        ], match: Match(sequence: "AAAK")),
                    // a decoy is not accepted; foreign
                    Spectrum(
                        ions: [Ion(sequence: "FFFK", origin: .foreign)],
                        match: Match(sequence: "AAAK", qValue: 0, isDecoy: true)),
                    Spectrum(ions: [], match: Match(sequence: "AAAK")),  // wrong; noise
                    Spectrum(ions: []),  // noise
                ]
            ),
            ("b", [.of("STYK", match: Match(sequence: "STYK"))]),  // right; clean
        ],
        peptides: [
            KnownExperiment.peptide("AAAK"), KnownExperiment.peptide("GIVK"), KnownExperiment.peptide("STYK"),
            KnownExperiment.peptide("VVVK"), KnownExperiment.peptide("SAAK"), KnownExperiment.peptide("FFFK"),
            KnownExperiment.peptide("PEPK", qValue: 0.02), KnownExperiment.peptide("MMMK", qValue: 0, isDecoy: true),
        ])

    @Test("matches are counted for all spectra and each kind of them, as worked out by hand")
    func matches() throws {
        let tallies = try Self.experiment.compare().tallies.filter { $0.level == .psm }
        func tally(
            _ kind: SpectrumKind, _ spectra: Int, _ identifiable: Int, _ right: Int, _ wrong: Int, _ missed: Int,
            inAnotherForm wrongForm: Int = 0
        ) -> TruthTally {
            TruthTally(
                level: .psm, kind: kind, spectra: spectra, identifiable: identifiable, right: right, wrong: wrong,
                wrongForm: wrongForm, missed: missed)
        }
        #expect(
            tallies == [
                tally(.all, 16, 11, 7, 5, 5, inAnotherForm: 1), tally(.clean, 6, 6, 3, 2, 3, inAnotherForm: 1),
                tally(.coIsolated, 3, 3, 1, 1, 2),
                tally(.wrongIsotope, 2, 2, 1, 0, 1), tally(.missingCharge, 1, 1, 0, 0, 1),
                tally(.foreign, 3, 0, 1, 1, 0), tally(.noise, 2, 0, 0, 1, 0),
            ])
    }

    @Test("a peptide is right where any spectrum holds it, and missed where it was selected and not accepted")
    func peptides() throws {
        let tally = try #require(try Self.experiment.compare().tallies.first { $0.level == .peptide })
        // Right: AAAK, GIVK as GLVK, STYK, and VVVK, which was never selected. Missed: PEPK and MMMK.
        #expect(tally == TruthTally(level: .peptide, identifiable: 5, right: 4, wrong: 2, missed: 2))
    }

    @Test("peptidoforms have to agree in mass within 0.01 Da", arguments: [(1000.009, 1), (1000.011, 0), (999.991, 1)])
    func mass(massDaltons: Double, right: Int) throws {
        let match = Match(sequence: "AAAK", massDaltons: massDaltons)
        let tally = try KnownExperiment(runs: [("a", [.of("AAAK", match: match)])]).compare().tallies[0]
        #expect(tally.right == right && tally.wrong == 1 - right && tally.wrongForm == tally.wrong)
    }

    @Test("the mass of a component is that of its true m/z and charge")
    func massOfIon() throws {
        let experiment = KnownExperiment(runs: [("a", [.of("AAAK", match: Match(sequence: "AAAK"))])])
        var components = experiment.components
        // 1000 Da with three protons: 1000 / 3 + 1.007276466...
        (components[0].charge, components[0].monoisotopicMZ) = (3, 334.340_609_799_912)
        let comparison = try TruthComparison(
            identifications: experiment.identifications, runs: experiment.evidence, components: components)
        #expect(comparison.tallies[0].right == 1)
    }

    @Test("proteins are right by members and subsets, and asked for by the smallest sets peptides point to")
    func proteins() throws {
        let spectra: [Spectrum] = [
            Spectrum(ions: [Ion(sequence: "AAAK", proteins: ["P1"])]),
            Spectrum(ions: [Ion(sequence: "GLVK", proteins: ["P2", "P1"])]),  // P1 explains it
            Spectrum(ions: [Ion(sequence: "PEPK", proteins: ["P3", "P4"])]),
            Spectrum(ions: [Ion(sequence: "MMMK", proteins: ["P5", "P3", "P4"])]),  // P3 or P4 explains it
            Spectrum(ions: [Ion(sequence: "STYK", proteins: ["P6"]), Ion(sequence: "VVVK", proteins: ["P7"])]),
        ]
        let experiment = KnownExperiment(
            runs: [("a", spectra)],
            groups: [
                KnownExperiment.group([0]),  // P1
                KnownExperiment.group([7], subsets: [3]),  // P8 with P4: right by P4, which finds {P3, P4}
                KnownExperiment.group([6]),  // P7, which was isolated and never selected
                KnownExperiment.group([8]),  // P9: wrong
                KnownExperiment.group([5], qValue: 0, isDecoy: true),
                KnownExperiment.group([5], qValue: 0.5),  // P6 is missed
            ],
            proteins: (1...9).map { MatchedProtein(accession: "P\($0)", isContaminant: false) })
        let tally = try #require(try experiment.compare().tallies.last)
        #expect(tally == TruthTally(level: .protein, identifiable: 3, right: 3, wrong: 1, missed: 1))
    }

    @Test("neither the order of runs nor that of the table's rows matters, and rows of other runs are left out")
    func order() throws {
        let experiment = Self.experiment
        var more = Array(experiment.components.reversed())
        var other = more[0]
        other.run = "not searched"
        more.append(other)
        let comparison = try TruthComparison(
            identifications: experiment.identifications, runs: experiment.evidence.reversed(), components: more)
        #expect(comparison == (try experiment.compare()))
    }
}
