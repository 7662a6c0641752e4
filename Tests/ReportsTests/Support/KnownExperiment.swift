import Chemistry
import Confidence
import PeptideSearch
import Reports
import Simulation
import SpectrumModel

/// Runs whose spectra are known, with the matches a search made: written down spectrum by spectrum.
struct KnownExperiment {
    /// A peptide in a spectrum.
    struct Ion {
        var sequence: String
        var proteins: [String] = ["P1"]
        var share = 1.0
        var origin = SpectrumComponent.Origin.database
        var massDaltons = 1000.0
    }

    /// The best match of a spectrum.
    struct Match {
        var sequence: String
        var qValue = 0.01
        var isDecoy = false
        var massDaltons = 1000.0
    }

    /// A spectrum: no ion is noise.
    struct Spectrum {
        var ions: [Ion]
        var statedCharge: Int? = 2
        var isotopeOffset = 0
        var match: Match?
    }

    var runs: [(name: String, spectra: [Spectrum])]
    var peptides: [IdentifiedPeptide] = []
    var groups: [IdentifiedProteinGroup] = []
    var proteins: [MatchedProtein] = []

    /// What the search came to, at 1 %.
    var identifications: Identifications {
        var psms: [IdentifiedPSM] = []
        for (run, value) in runs.enumerated() {
            let matches = value.spectra.enumerated().filter { $0.element.match != nil }
            for (position, (index, spectrum)) in matches.enumerated() {
                guard let match = spectrum.match else { continue }
                psms.append(
                    IdentifiedPSM(
                        run: run, match: position, spectrumIndex: index + 1, isDecoy: match.isDecoy, score: 1,
                        qValue: match.qValue, posteriorErrorProbability: 0.5, runQValue: 1, peptidoformQValue: 1,
                        peptideQValue: 1, proteinQValue: nil, peptide: 0))
            }
        }
        return Identifications(
            parameters: ConfidenceParameters(falseDiscoveryRate: 0.01), runs: runs.map(\.name),
            proteins: proteins, psms: psms, peptides: peptides, proteinGroups: groups, summaries: [], notes: [])
    }

    /// The evidence of the runs, which begin with a survey spectrum.
    var evidence: [PSMReport.RunEvidence] {
        runs.map { name, spectra in
            let matched = spectra.enumerated().compactMap { index, spectrum in spectrum.match.map { (index, $0) } }
            let survey = SpectrumSummary(
                index: 0, nativeID: "scan=0", msLevel: 1, peakCount: 1, totalIonCurrent: 1)
            return PSMReport.RunEvidence(
                matches: RunMatches(
                    run: name, peptides: matched.map { Self.peptide($0.1) },
                    matches: matched.enumerated().map { Self.match(spectrum: $0.element.0 + 1, peptide: $0.offset) }),
                spectra: [survey]
                    + spectra.indices.map {
                        SpectrumSummary(
                            index: $0 + 1, nativeID: "scan=\($0 + 1)", msLevel: 2, peakCount: 1, totalIonCurrent: 1,
                            precursorMZ: 600 + Double($0))
                    })
        }
    }

    /// The rows of the truth.
    var components: [SpectrumComponent] {
        runs.flatMap { name, spectra in
            spectra.enumerated().flatMap { index, spectrum in
                let noise = SpectrumComponent(
                    noiseIn: name, spectrumID: "scan=\(index + 1)", scanNumber: index + 1, retentionTimeSeconds: 1,
                    statedMZ: 600 + Double(index), statedCharge: spectrum.statedCharge)
                if spectrum.ions.isEmpty { return [noise] }
                return spectrum.ions.enumerated().map { number, ion in
                    var row = noise
                    row.isotopeOffset = spectrum.isotopeOffset
                    row.component = number + 1
                    (row.origin, row.share, row.sequence) = (ion.origin, ion.share, ion.sequence)
                    (row.peptidoform, row.charge) = (ion.sequence, 2)
                    row.proteins = ion.origin == .database ? ion.proteins : []
                    row.monoisotopicMZ = MassToCharge.mz(ofNeutralMass: ion.massDaltons, charge: 2)
                    return row
                }
            }
        }
    }

    /// What comes of comparing the two.
    func compare() throws -> TruthComparison {
        try TruthComparison(identifications: identifications, runs: evidence, components: components)
    }

    private static func peptide(_ match: Match) -> MatchedPeptide {
        MatchedPeptide(
            peptidoform: match.sequence, sequence: match.sequence, previousResidue: "-", nextResidue: "-", proteins: [],
            isDecoy: match.isDecoy, pairKey: 0, isPaired: true, massDaltons: match.massDaltons, missedCleavages: 0)
    }

    private static func match(spectrum: Int, peptide: Int) -> SpectrumMatch {
        SpectrumMatch(
            spectrumIndex: spectrum, rank: 1, charge: 2, precursorMZ: 500, precursorMZMeasured: 500, isotopeError: 0,
            peptide: peptide, hyperscore: 1, deltaHyperscore: 1, score: 1, matchedFragments: 4,
            features: MatchFeatures(), candidateCount: 9, ions: 0..<0)
    }
}

extension KnownExperiment.Spectrum {
    /// A spectrum of one ion.
    static func of(_ sequence: String, match: KnownExperiment.Match? = nil) -> Self {
        Self(ions: [KnownExperiment.Ion(sequence: sequence)], match: match)
    }
}

extension KnownExperiment {
    static func peptide(_ sequence: String, qValue: Double = 0.01, isDecoy: Bool = false) -> IdentifiedPeptide {
        IdentifiedPeptide(
            sequence: sequence, peptidoforms: [sequence], proteins: [], isDecoy: isDecoy, isContaminant: false,
            isBeatenByPartner: false, psmCount: 1, bestPSM: 0, score: 1, qValue: qValue, posteriorErrorProbability: 0)
    }

    static func group(
        _ proteins: [Int], subsets: [Int] = [], qValue: Double = 0.01, isDecoy: Bool = false
    ) -> IdentifiedProteinGroup {
        IdentifiedProteinGroup(
            proteins: proteins, subsetProteins: subsets, gene: nil, description: nil, isContaminant: false,
            isDecoy: isDecoy, peptideCount: 1, uniquePeptideCount: 1, psmCount: 1, coverage: nil, score: 1,
            qValue: qValue, posteriorErrorProbability: 0, peptides: [])
    }
}
