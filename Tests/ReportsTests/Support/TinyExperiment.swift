import Confidence
import PeptideSearch
import Reports
import SpectrumModel

/// Two runs with three matches: an accepted target, a target that is not, and a decoy.
enum TinyExperiment {
    static let identifications = Identifications(
        parameters: ConfidenceParameters(falseDiscoveryRate: 0.01), runs: ["a", "b"],
        proteins: [
            MatchedProtein(accession: "P1", isContaminant: false), MatchedProtein(accession: "P2", isContaminant: true),
            MatchedProtein(accession: "P3", isContaminant: false),
        ],
        psms: [
            IdentifiedPSM(
                run: 0, match: 0, spectrumIndex: 1, isDecoy: false, score: 30.5, qValue: 0.01,
                posteriorErrorProbability: 1e-5, runQValue: 0.0099, peptidoformQValue: 0.011, peptideQValue: 0.25,
                proteinQValue: 0.5, inRun: RunQValues(peptidoform: 0.0125, peptide: 0.375, protein: 0.625), peptide: 0),
            IdentifiedPSM(
                run: 1, match: 1, spectrumIndex: 4, isDecoy: true, score: 12, qValue: 0.005,
                posteriorErrorProbability: 0.5, runQValue: 1, peptidoformQValue: 0.75, peptideQValue: 1,
                proteinQValue: nil, peptide: 1),
            IdentifiedPSM(
                run: 1, match: 0, spectrumIndex: 2, isDecoy: false, score: 0.1 + 0.2, qValue: 0.010000000000000002,
                posteriorErrorProbability: 1, runQValue: 1, peptidoformQValue: 0.5, peptideQValue: 0.25,
                proteinQValue: nil, peptide: 0),
        ],
        peptides: [
            IdentifiedPeptide(
                sequence: "PEPTIDEK", peptidoforms: ["PEPTIDEK", "[Acetyl]-PEPTIDEK"], proteins: [0, 1], isDecoy: false,
                isContaminant: true, isBeatenByPartner: false, psmCount: 7, bestPSM: 0, score: 30.5, qValue: 0.01,
                posteriorErrorProbability: 0.125),
            IdentifiedPeptide(
                sequence: "EDITPEPK", peptidoforms: ["EDITPEPK"], proteins: [0, 2], isDecoy: true, isContaminant: false,
                isBeatenByPartner: true, psmCount: 0, bestPSM: 1, score: 12, qValue: 0.001,
                posteriorErrorProbability: 0.75),
        ],
        proteinGroups: [
            IdentifiedProteinGroup(
                proteins: [1, 0], subsetProteins: [2], gene: "ALB", description: "Serum\talbumin, 5'-\"x\"\nline",
                isContaminant: true, isDecoy: false, peptideCount: 3, uniquePeptideCount: 2, psmCount: 9,
                coverage: 1.0 / 3, score: 30.5, qValue: 0.002, posteriorErrorProbability: 0.0625, peptides: [0],
                razorPeptides: [0]),
            IdentifiedProteinGroup(
                proteins: [2], subsetProteins: [], gene: nil, description: nil, isContaminant: false, isDecoy: true,
                peptideCount: 1, uniquePeptideCount: 1, psmCount: 0, coverage: nil, score: 12, qValue: 0.003,
                posteriorErrorProbability: 0.5, peptides: [1]),
            IdentifiedProteinGroup(
                proteins: [0], subsetProteins: [1, 2], gene: nil, description: nil, isContaminant: false,
                isDecoy: false,
                peptideCount: 1, uniquePeptideCount: 1, psmCount: 1, coverage: 0, score: -1, qValue: 0.02,
                posteriorErrorProbability: 1, peptides: [0]),
        ], summaries: [], notes: [])

    /// Evidence in another order than the runs of the identifications.
    static let evidence = [
        PSMReport.RunEvidence(matches: runB, spectra: []), PSMReport.RunEvidence(matches: runA, spectra: spectraA),
    ]

    private static let runA = RunMatches(
        run: "a",
        proteins: [
            MatchedProtein(accession: "P1", isContaminant: false), MatchedProtein(accession: "P2", isContaminant: true),
        ],
        peptides: [
            MatchedPeptide(
                peptidoform: "[Acetyl]-PEPTIDEK", sequence: "PEPTIDEK", previousResidue: "R", nextResidue: "-",
                proteins: [0, 1], isDecoy: false, pairKey: 1, isPaired: true, massDaltons: 1000, missedCleavages: 1)
        ],
        matches: [
            // Neutral mass 2 x (502.510631301614 - 1.0072764665789) = 1003.00670967; less one isotope 1002.003354835.
            match(spectrum: 1, charge: 2, mz: 502.510631301614, isotopeError: 1, peptide: 0)
        ])

    private static let runB = RunMatches(
        run: "b",
        proteins: [
            MatchedProtein(accession: "P1", isContaminant: false),
            MatchedProtein(accession: "P3", isContaminant: false),
        ],
        peptides: [
            MatchedPeptide(
                peptidoform: "MAGICK", sequence: "MAGICK", previousResidue: "-", nextResidue: "A", proteins: [1],
                isDecoy: false, pairKey: 2, isPaired: false, massDaltons: 500, missedCleavages: 0),
            MatchedPeptide(
                peptidoform: "EDITPEPK", sequence: "EDITPEPK", previousResidue: "K", nextResidue: "S",
                proteins: [0, 1],
                isDecoy: true, pairKey: 1, isPaired: true, massDaltons: 1000, missedCleavages: 0),
        ],
        matches: [
            match(spectrum: 2, charge: 1, mz: 501.0072764665789, isotopeError: 0, peptide: 0),
            match(spectrum: 4, charge: 2, mz: 501.0072764665789, isotopeError: 0, peptide: 1),
        ])

    private static let spectraA = [
        SpectrumSummary(
            index: 0, nativeID: "scan=10", scanNumber: 10, msLevel: 1, retentionTimeSeconds: 1, peakCount: 9,
            totalIonCurrent: 1),
        SpectrumSummary(
            index: 1, nativeID: "controllerType=0 scan=11", scanNumber: 11, msLevel: 2, retentionTimeSeconds: 90,
            peakCount: 9, totalIonCurrent: 1,
            refinement: PrecursorRefinement(mz: 502.510631301614, charge: 2, purity: 0.75)),
    ]

    private static func match(spectrum: Int, charge: Int, mz: Double, isotopeError: Int, peptide: Int) -> SpectrumMatch
    {
        SpectrumMatch(
            spectrumIndex: spectrum, rank: 1, charge: charge, precursorMZ: mz, precursorMZMeasured: 502.5,
            isotopeError: isotopeError, peptide: peptide, hyperscore: 30.25, deltaHyperscore: 4.125, score: 30.5,
            matchedFragments: 12, features: features, candidateCount: 100, ions: 0..<0)
    }

    private static let features: MatchFeatures = {
        var features = MatchFeatures()
        features.matchedIntensityFraction = 0.5
        features.fragmentErrorPPM = -1.5
        features.fragmentErrorSpreadPPM = 2.25
        features.nTerminalFragments = 5
        features.cTerminalFragments = 7
        features.longestSeries = 4
        features.crossCorrelation = 3.5
        return features
    }()
}
