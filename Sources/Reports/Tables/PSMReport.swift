import Chemistry
public import Confidence
import Foundations
public import PeptideSearch
public import SpectrumModel
import Synchronization

/// `psms.tsv`: one row for each peptide-spectrum match, by falling score, then run, then spectrum.
public struct PSMReport: Sendable {
    /// Name of the file in the output folder.
    public static let fileName = "psms.tsv"

    private let identifications: Identifications
    private let runs: [RunEvidence]

    /// What the table needs of one run.
    public struct RunEvidence: Sendable {
        /// Matches of the run.
        public var matches: RunMatches
        /// Account of its spectra, in file order.
        public var spectra: [SpectrumSummary]

        /// Joins the matches of a run and the account of its spectra.
        public init(matches: RunMatches, spectra: [SpectrumSummary]) {
            self.matches = matches
            self.spectra = spectra
        }
    }

    /// Creates the table.
    ///
    /// - Parameters:
    ///   - identifications: what was identified.
    ///   - runs: evidence of each run, in any order.
    public init(identifications: Identifications, runs: [RunEvidence]) {
        self.identifications = identifications
        let byName = Dictionary(runs.map { ($0.matches.run, $0) }) { first, _ in first }
        self.runs = identifications.runs.map {
            byName[$0] ?? RunEvidence(matches: RunMatches(run: $0), spectra: [])
        }
    }

    static let columns = [
        "run", "spectrum_id", "scan", "retention_time_min", "precursor_mz", "precursor_mz_measured", "charge",
        "peptidoform", "sequence", "previous_residue", "next_residue", "proteins", "is_decoy", "is_contaminant", "rank",
        "calculated_mass", "delta_mass", "precursor_error_ppm", "isotope_error", "precursor_purity",
        "missed_cleavages", "matched_fragments", "matched_n_terminal", "matched_c_terminal", "longest_series",
        "matched_intensity_fraction", "fragment_error_ppm", "fragment_error_spread_ppm", "candidates",
        "cross_correlation", "hyperscore", "delta_hyperscore", "score", "q_value", "posterior_error_probability",
        "run_q_value", "peptidoform_q_value", "peptide_q_value", "protein_q_value", "run_peptidoform_q_value",
        "run_peptide_q_value", "run_protein_q_value",
    ]

    /// Rows that one worker makes at a time.
    private static let blockLength = 512

    /// Writes the table and returns the number of rows. Workers make its rows; the file is the same for any number of them.
    ///
    /// - Throws: ``UnknownMatchError`` where the runs are not those of the identifications; `FileError`.
    @discardableResult public func write(to path: String, scope: TableScope, workers: Int = 1) async throws -> Int {
        let table = try TSVFile(path: path, columns: Self.columns)
        let limit = identifications.parameters.falseDiscoveryRate
        let psms = identifications.psms.filter {
            scope.includes(isDecoy: $0.isDecoy, qValue: $0.qValue, limit: limit)
        }
        let starts = Mutex(stride(from: 0, to: psms.count, by: Self.blockLength).makeIterator())
        try await orderedParallelMap(
            workers: workers, next: { starts.withLock { $0.next() } },
            transform: { start in
                var rows = table.rows()
                for psm in psms[start..<min(start + Self.blockLength, psms.count)] { rows.append(try row(psm)) }
                return rows
            },
            deliver: { try table.append($0) })
        try table.finish()
        return psms.count
    }

    private func row(_ psm: IdentifiedPSM) throws(UnknownMatchError) -> [TSVField] {
        let run = runs[psm.run]
        let match = try run.match(of: psm)
        let peptide = run.matches.peptides[match.peptide]
        let spectrum = run.spectra.indices.contains(match.spectrumIndex) ? run.spectra[match.spectrumIndex] : nil
        // Purity is that of the first precursor; a match may be to another one.
        let refinement = spectrum?.refinement.flatMap { $0.mz == match.precursorMZ ? $0 : nil }
        let proteins = peptide.proteins.map { run.matches.proteins[$0] }
        let observed = MassToCharge.neutralMass(ofMZ: match.precursorMZ, charge: match.charge)
        let corrected = observed - Double(match.isotopeError) * ParticleMass.carbon13Shift
        return [
            .text(run.matches.run), .text(spectrum?.nativeID ?? "index=\(match.spectrumIndex)"),
            .integer(spectrum?.scanNumber), .number(spectrum?.retentionTimeSeconds.map { $0 / 60 }),
            .number(match.precursorMZ), .number(match.precursorMZMeasured), .integer(match.charge),
            .text(peptide.peptidoform), .text(peptide.sequence), .text(String(peptide.previousResidue)),
            .text(String(peptide.nextResidue)),
            .text(Accessions.joined(proteins.map(\.accession), isDecoy: peptide.isDecoy)), .flag(peptide.isDecoy),
            .flag(proteins.contains(where: \.isContaminant)), .integer(match.rank), .number(peptide.massDaltons),
            .number(observed - peptide.massDaltons),
            .number(MassToCharge.errorPPM(observed: corrected, calculated: peptide.massDaltons)),
            .integer(match.isotopeError), .number(refinement?.purity), .integer(peptide.missedCleavages),
            .integer(match.matchedFragments), .integer(match.features.nTerminalFragments),
            .integer(match.features.cTerminalFragments), .integer(match.features.longestSeries),
            .number(match.features.matchedIntensityFraction), .number(match.features.fragmentErrorPPM),
            .number(match.features.fragmentErrorSpreadPPM), .integer(match.candidateCount),
            .number(match.features.crossCorrelation), .number(match.hyperscore), .number(match.deltaHyperscore),
            .number(match.score), .number(psm.qValue), .number(psm.posteriorErrorProbability), .number(psm.runQValue),
            .number(psm.peptidoformQValue), .number(psm.peptideQValue), .number(psm.proteinQValue),
            .number(psm.inRun.peptidoform), .number(psm.inRun.peptide), .number(psm.inRun.protein),
        ]
    }
}
