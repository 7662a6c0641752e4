import Reports

/// Why a stage cannot give a result, and what to do about it.
enum StageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A per-run stage was started without a run.
    case noSpectraFile
    /// A run without a single fragment spectrum.
    case noFragmentSpectra(path: String, levels: [Int: Int])
    /// A run with more damaged spectra than allowed.
    case tooManyBadSpectra(path: String, bad: Int, total: Int, allowedShare: Double, first: String)
    /// Fragment spectra are there, but none of them could be searched.
    case nothingSearchable(reasons: String)
    /// A database from which no peptide within the limits comes.
    case noPeptides(enzyme: String, proteins: Int)
    /// A database with entrapments from which no peptide that is only one comes, or nothing else.
    case noEntrapmentPeptides
    /// Spectra were searched, and not one matched.
    case nothingMatched(searched: Int)
    /// A comparison with the truth was started without a table of it.
    case noTruth
    /// A table of what is true that is not the one of the runs.
    case wrongTruth(path: String, reason: TruthComparisonError)

    /// One sentence for people.
    var description: String {
        switch self {
        case .noSpectraFile:
            "a stage that works on one run was started without a spectra file; this is a mistake in Moselle, please report it."
        case .noFragmentSpectra(let path, let levels):
            """
            \(path): the file holds no fragment spectra (MS2), so there is nothing to search (\(Self.words(levels))); give \
            the file of a tandem run, or check how it was converted.
            """
        case .tooManyBadSpectra(let path, let bad, let total, let allowedShare, let first):
            """
            \(path): \(bad) of \(total) spectra (\(Self.percentage(Double(bad) / Double(total)))) are damaged, more than the \
            \(Self.percentage(allowedShare)) that 'max-bad-spectra' of pick-peaks allows; the first: \(first); convert \
            the file again\(bad < total ? ", or raise 'max-bad-spectra' of pick-peaks to go on without them" : "").
            """
        case .nothingSearchable(""):
            "no fragment spectrum came to the search; what was set aside before, and why, stands in the summary."
        case .nothingSearchable(let reasons):
            "none of the fragment spectra could be searched (\(reasons)); check the limits of the search stage."
        case .noPeptides(let enzyme, let proteins):
            """
            no peptide of the \(proteins) proteins is within the limits of the search (enzyme \(enzyme), length and mass); \
            check 'enzyme', 'peptide-length' and 'peptide-mass', and that the FASTA holds proteins.
            """
        case .noEntrapmentPeptides:
            """
            no peptide within the limits of the search tells entrapments from the other proteins; give other proteins under \
            'inputs: entrapment:', or set 'entrapment: shuffled' or 'none' in the stage confidence.
            """
        case .nothingMatched(let searched):
            """
            not one of \(searched) searched spectra matches a peptide; check that the proteins belong to the \
            sample, the modifications, and the tolerances.
            """
        case .noTruth:
            "no table of what is true is at hand to compare with; give it with --truth or under 'inputs:'."
        case .wrongTruth(let path, let reason):
            "\(path): \(reason)"
        }
    }

    /// A share as people read it, such as `7.5 %`, to four decimals.
    private static func percentage(_ share: Double) -> String {
        let percent = (share * 1_000_000).rounded() / 10_000
        return percent == percent.rounded() ? "\(Int(percent)) %" : "\(percent) %"
    }

    private static func words(_ levels: [Int: Int]) -> String {
        if levels.isEmpty { return "it holds no spectra at all" }
        return levels.sorted { $0.key < $1.key }
            .map { $0.key == 0 ? "\($0.value) without a level" : "\($0.value) of MS level \($0.key)" }
            .joined(separator: ", ")
    }
}
