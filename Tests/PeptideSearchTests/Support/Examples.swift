import Chemistry
import Foundations
import PeakPicking
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import TestSupport

/// Proteins by accession and sequence; those whose accession begins with `rev_` are decoys of a FASTA.
func database(_ proteins: [(String, String)]) -> ProteinDatabase {
    ProteinDatabase(
        proteins: proteins.map { accession, sequence in
            let isDecoy = accession.hasPrefix("rev_")
            return Protein(
                accession: isDecoy ? String(accession.dropFirst(4)) : accession, residues: Array(sequence.utf8),
                isDecoy: isDecoy)
        })
}

/// A builder of tables with short peptides, so that examples can be written by hand.
func builder(
    _ database: ProteinDatabase, missed: Int = 0, lengths: ClosedRange<Int> = 4...50,
    masses: ClosedRange<Double> = 200...6000, decoys: DecoyRules = DecoyRules(), fixed: [String] = [],
    variable: [String] = [], maximumVariable: Int = 2, losing: Set<String> = []
) throws -> PeptideTableBuilder {
    let modifications = try ModificationSet(
        fixed: fixed.map { try ModificationSpecification(parsing: $0) },
        variable: variable.map { try ModificationSpecification(parsing: $0) })
    return PeptideTableBuilder(
        database: database,
        digestion: DigestionRules(missedCleavages: missed, lengths: lengths, massesDaltons: masses), decoys: decoys,
        chemistry: try PeptideMasses(modifications: modifications, maximumVariable: maximumVariable, losing: losing))
}

/// Parameters that set nothing aside and take every match, unless said otherwise.
func parameters(
    precursor: ToleranceRange = ToleranceRange(.ppm(10)), fragment: Tolerance = .ppm(20),
    masses: ClosedRange<Double> = 200...6000, isotopeErrors: ClosedRange<Int> = 0...0,
    charges: ClosedRange<Int> = 2...3, fragmentSeries: FragmentSeriesChoice = .byActivation,
    maximumFragmentCharge: Int = 2, minimumFragmentOrdinal: Int = 1, maximumPeaks: Int = 150, minimumPeaks: Int = 1,
    minimumMatchedFragments: Int = 1
) -> SearchParameters {
    SearchParameters(
        precursorTolerance: precursor, fragmentTolerance: fragment, peptideMassesDaltons: masses,
        isotopeErrors: isotopeErrors, charges: charges, fragmentSeries: fragmentSeries,
        maximumFragmentCharge: maximumFragmentCharge,
        minimumFragmentOrdinal: minimumFragmentOrdinal, maximumPeaks: maximumPeaks, minimumPeaks: minimumPeaks,
        minimumMatchedFragments: minimumMatchedFragments)
}

/// A fragment spectrum; peaks are sorted by m/z.
func spectrum(
    _ index: Int, precursors: [Precursor], peaks: [(mz: Double, intensity: Double)]
) -> Spectrum {
    let sorted = peaks.sorted { $0.mz < $1.mz }
    return Spectrum(
        index: index, nativeID: "scan=\(index + 1)", msLevel: 2, precursors: precursors, mz: sorted.map(\.mz),
        intensities: sorted.map(\.intensity))
}

/// The store of some spectra, with memory for all of them.
func store(_ spectra: [Spectrum]) throws -> FragmentSpectrumStore {
    let folder = try TemporaryDirectory()
    let builder = try FragmentSpectrumStoreBuilder(
        budget: MemoryBudget(bytes: 200_000_000), scratchFolder: folder.path("."))
    for spectrum in spectra { try builder.append(spectrum) }
    return builder.finish()
}

/// Searches spectra with one worker against the whole table.
func search(
    _ spectra: [Spectrum], _ builder: PeptideTableBuilder, _ database: ProteinDatabase, _ parameters: SearchParameters
) async throws -> RunMatches {
    try await PeptideSearcher(parameters: parameters)
        .search(store(spectra), tables: try await [builder.build()], workers: 1).matches(run: "run", database: database)
}
