import Chemistry
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import Synchronization
import TestSupport
import Testing

@Suite("Peptide search")
struct PeptideSearcherTests {
    /// PEPTIDEK has a mass of 927.45493 Da; b2 227.10263, b3 324.15540, y3 391.18234, y4 504.26640, y5 605.31408. Its decoy
    /// EDITPEPK, with the first residue moved, has b2 245.07681 and y3 373.20816.
    private let decoys = DecoyRules(keepsFirstResidue: false)
    private let precursor = Precursor(mz: 464.734740, charge: 2)
    private let peaks: [(mz: Double, intensity: Double)] = [
        (227.10263, 5000), (245.07681, 3000), (300, 1000), (324.15540, 10_000), (373.20816, 1000), (391.18234, 4000),
        (504.26640, 6000), (605.31408, 2000),
    ]

    @Test("a spectrum worked out by hand gives the score, ions and runner-up worked out by hand")
    func byHand() async throws {
        let proteins = database([("B", "PEPTIDEKMAGICK"), ("A", "PEPTIDEK")])
        let found = try await search(
            [spectrum(3, precursors: [precursor], peaks: peaks)], builder(proteins, decoys: decoys), proteins,
            parameters())
        #expect(found.run == "run")
        #expect(found.matches.map(\.rank) == [1, 2])
        try #require(found.matches.count == 2)
        let best = found.matches[0]
        // ln 2! + ln 3! + ln(151 x 121), and ln(31 x 11) for the decoy.
        #expect(abs(best.hyperscore - 12.297977) < 1e-5)
        #expect(abs(best.deltaHyperscore - (12.297977 - 5.831882)) < 1e-5)
        #expect(abs(found.matches[1].hyperscore - 5.831882) < 1e-5)
        #expect(best.spectrumIndex == 3 && best.charge == 2 && best.isotopeError == 0)
        #expect(best.precursorMZ == 464.734740 && best.precursorMZMeasured == 464.734740)
        #expect(best.matchedFragments == 5)
        #expect(abs(best.features.matchedIntensityFraction - 27.0 / 32) < 1e-9)
        #expect(abs(best.features.fragmentErrorPPM) < 0.05)
        #expect(best.candidateCount == 2)
        #expect(best.ions == 0..<5 && found.matches[1].ions == 5..<7)
        #expect(found.ions.map { "\($0.series)\($0.ordinal)" } == ["b2", "b3", "y3", "y4", "y5", "b2", "y3"])
        #expect(zip(found.ions.map(\.intensity), [50, 100, 40, 60, 20, 30, 10]).allSatisfy { abs($0 - $1) < 1e-9 })
    }

    @Test("peptides and proteins are laid out for later stages")
    func layout() async throws {
        let proteins = database([("B", "MAGICKGEPTIDEKMAGICK"), ("A", "RGEPTLDEK"), ("C", "SSSSSSK")])
        let mz = MassToCharge.mz(ofNeutralMass: 887.4236272, charge: 2)
        // b2 of GEPTIDEK 187.07133, y3 391.18234; b2 of the decoy EDITPEGK 245.07681.
        let spectra = (0..<2).map {
            spectrum(
                $0, precursors: [Precursor(mz: mz, charge: 2)], peaks: [(187.07133, 9), (391.18234, 9), (245.07681, 2)])
        }
        let found = try await search(spectra, builder(proteins, decoys: decoys), proteins, parameters())
        #expect(found.proteins.map(\.accession) == ["A", "B"])
        try #require(found.peptides.map(\.sequence) == ["GEPTLDEK", "EDLTPEGK"])
        #expect(found.peptides.map(\.proteins) == [[0, 1], [0, 1]])
        #expect(found.peptides.map(\.isDecoy) == [false, true])
        #expect(found.peptides.map(\.isPaired) == [true, true])
        #expect(found.peptides.map(\.previousResidue) == ["R", "R"])
        #expect(found.peptides.map(\.nextResidue) == ["-", "-"])
        #expect(found.peptides[0].pairKey == found.peptides[1].pairKey)
        #expect(found.matches.map(\.peptide) == [0, 1, 0, 1])
        #expect(found.matches.map(\.spectrumIndex) == [0, 0, 1, 1])
        #expect(found.matches.map(\.ions) == [0..<2, 2..<3, 3..<5, 5..<6])
    }

    @Test("a target and a decoy of a FASTA that share an accession are one protein")
    func decoyProteins() async throws {
        let proteins = database([("A", "PEPTIDEK"), ("rev_A", "EDITPEPK"), ("rev_B", "SSSSSSSK")])
        let found = try await search(
            [spectrum(0, precursors: [precursor], peaks: peaks)],
            builder(proteins, decoys: DecoyRules(source: .fromFASTA(prefix: "rev_"))), proteins, parameters())
        #expect(found.proteins.map(\.accession) == ["A"])
        #expect(found.peptides.map(\.proteins) == [[0], [0]])
        #expect(found.peptides.map(\.isDecoy) == [false, true])
        #expect(found.peptides.map(\.isPaired) == [false, false])
    }

    @Test("spectra that cannot be searched are set aside with the reason, others are counted")
    func setAside() async throws {
        let proteins = database([("A", "PEPTIDEK")])
        let spectra = [
            spectrum(0, precursors: [precursor], peaks: Array(peaks.prefix(3))),
            spectrum(1, precursors: [precursor], peaks: []),
            spectrum(2, precursors: [Precursor(mz: 3000, charge: 3)], peaks: peaks),
            spectrum(3, precursors: [Precursor(mz: 90, charge: 1)], peaks: peaks),
            spectrum(4, precursors: [Precursor(mz: 700, charge: 2)], peaks: peaks),
            spectrum(5, precursors: [precursor], peaks: peaks),
        ]
        let limited = parameters(masses: 200...6000, minimumPeaks: 4)
        let outcome = try await PeptideSearcher(parameters: limited)
            .search(store(spectra), tables: try await [builder(proteins).build()], workers: 2)
        let found = outcome.matches(run: "r", database: proteins)
        #expect(found.setAside.map(\.spectrumIndex) == [0, 1, 2, 3])
        #expect(
            found.setAside.map(\.reason) == [.tooFewPeaks, .tooFewPeaks, .precursorOutOfRange, .precursorOutOfRange])
        #expect(Set(found.matches.map(\.spectrumIndex)) == [5])
        #expect(outcome.searchedCount == 2)
        #expect(outcome.matchedCount == 1)
        #expect(outcome.withoutCandidateCount == 1)
        #expect(outcome.candidateCount == 2)
    }

    @Test("a precursor at the rim of the mass range is searched as far as the tolerance reaches")
    func rim() async throws {
        let proteins = database([("A", "PEPTIDEK")])
        let spectra = [spectrum(0, precursors: [Precursor(mz: 464.734740 + 0.002, charge: 2)], peaks: peaks)]
        let tight = parameters(masses: 500...927.4550)
        #expect(
            try await search(spectra, builder(proteins, masses: 500...927.4550), proteins, tight).matches.count == 2)
    }

    @Test("candidates with too few fragments are no match", arguments: [(5, [1]), (6, []), (2, [1, 2]), (3, [1])])
    func minimumMatched(_ minimum: Int, _ ranks: [Int]) async throws {
        let proteins = database([("A", "PEPTIDEK")])
        let found = try await search(
            [spectrum(0, precursors: [precursor], peaks: peaks)], builder(proteins), proteins,
            parameters(minimumMatchedFragments: minimum))
        try #require(found.matches.map(\.rank) == ranks)
        if ranks == [1] { #expect(found.matches[0].deltaHyperscore == found.matches[0].hyperscore) }
    }

    @Test("damaged peaks neither end the search nor match: far m/z, no intensity, all at one m/z")
    func damagedPeaks() async throws {
        let proteins = database([("A", "PEPTIDEK")])
        let far = peaks + [(1e9, 7000), (1e18, 1), (Double.greatestFiniteMagnitude, 1)]
        let odd = peaks + [(228, 0), (229, .nan), (230, -1), (231, .infinity)]
        let same = (0..<300).map { _ in (mz: 227.10263, intensity: 5.0) }
        let spectra = [far, odd, same].enumerated().map { spectrum($0, precursors: [precursor], peaks: $1) }
        let found = try await search(spectra, builder(proteins), proteins, parameters(maximumPeaks: 250))
        let best = found.matches.filter { $0.rank == 1 }
        try #require(best.map(\.matchedFragments) == [5, 5, 1])
        #expect(abs(best[0].hyperscore - 12.297977) < 1e-5)
        #expect(abs(best[1].hyperscore - 12.297977) < 1e-5)
        #expect(abs(best[2].hyperscore - 4.615121) < 1e-5)  // ln 101
    }

    @Test(
        "a precursor beyond all numbers is set aside, and spoils neither the others of its spectrum nor other spectra",
        arguments: [ToleranceRange(.ppm(900_000)), ToleranceRange(lower: -150, upper: 500, unit: .daltons)])
    func absurdPrecursors(_ tolerance: ToleranceRange) async throws {
        let proteins = database([("A", "PEPTIDEK")])
        let absurd = [1.7e308, .greatestFiniteMagnitude, 1e300].map { Precursor(mz: $0, charge: 1) }
        let spectra =
            absurd.enumerated().map { spectrum($0, precursors: [$1], peaks: peaks) }
            + absurd.enumerated().map { spectrum(3 + $0, precursors: [$1, precursor], peaks: peaks) }
        let found = try await search(spectra, builder(proteins), proteins, parameters(precursor: tolerance))
        #expect(found.setAside.map(\.spectrumIndex) == [0, 1, 2])
        #expect(found.setAside.allSatisfy { $0.reason == .precursorOutOfRange })
        #expect(found.matches.filter { $0.rank == 1 }.map(\.matchedFragments) == [5, 5, 5])
    }

    @Test("a peak at next to no m/z, whose window reaches below 0, is compared with light fragments without harm")
    func lowestPeak() async throws {
        let proteins = database([("A", "GEPTIDEK")])
        // b1 is G less 58: 57.0215 - 58 + 1.0073 = 0.0288 Th, b2 with it heavier; the window of 0.1 Th begins at -0.4 Th.
        for lost in ["-58@N-term", "-58.2@N-term"] {
            let builder = try builder(proteins, variable: [lost])
            let mass = 887.4236272 + (Double(lost.prefix { $0 != "@" }) ?? 0)
            let mz = MassToCharge.mz(ofNeutralMass: mass, charge: 2)
            let found = try await search(
                [spectrum(0, precursors: [Precursor(mz: mz, charge: 2)], peaks: peaks + [(0.1, 50)])], builder,
                proteins,
                parameters(fragment: .daltons(0.5)))
            #expect(try #require(found.matches.first).ions.count >= 3)
        }
    }

    @Test("fragments of any charge are looked for, as many as the parameters say")
    func highCharges() async throws {
        let proteins = database([("A", "PEPTIDEK")])
        let mz = MassToCharge.mz(ofNeutralMass: 927.4549273, charge: 7)
        // b3 of charge 6: (323.14813 + 6 x 1.00728) / 6.
        let found = try await search(
            [spectrum(0, precursors: [Precursor(mz: mz, charge: 7)], peaks: [(54.86530, 5)])], builder(proteins),
            proteins,
            parameters(maximumFragmentCharge: 6))
        #expect(found.ions.map { "\($0.series)\($0.ordinal)+\($0.charge)" }.first == "b3+6")
    }

    @Test("a fragment made lighter than nothing by a modification is looked up without harm")
    func negativeFragment() async throws {
        let proteins = database([("A", "GEPTIDEK")])
        let builder = try builder(proteins, variable: ["-200@N-term"])
        let mz = MassToCharge.mz(ofNeutralMass: 687.4236272, charge: 2)
        let found = try await search(
            [spectrum(0, precursors: [Precursor(mz: mz, charge: 2)], peaks: peaks)], builder, proteins, parameters())
        #expect(found.matches.first?.matchedFragments == 3)
    }

    @Test("progress counts spectra over all parts of the table")
    func progress() async throws {
        let proteins = database([("A", "PEPTIDEK")])
        let builder = try builder(proteins)
        let spectra = (0..<100).map { spectrum($0, precursors: [precursor], peaks: peaks) }
        let seen = Mutex<[Int]>([])
        _ = try await PeptideSearcher(parameters: parameters()).search(
            store(spectra),
            tables: try await [builder.build(part: 0..<500), try await builder.build(part: 500..<Double.infinity)],
            workers: 1
        ) { count in seen.withLock { $0.append(count) } }
        #expect(seen.withLock { $0 } == [64, 100, 164, 200])
    }

    @Test("an empty store gives no matches")
    func empty() async throws {
        let proteins = database([("A", "PEPTIDEK")])
        #expect(try await search([], builder(proteins), proteins, parameters()) == RunMatches(run: "run"))
    }
}
