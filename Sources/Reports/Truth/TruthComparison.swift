public import Confidence
import PeptideSearch
public import Simulation

/// How the outcome of a search compares with what is known to be true of its runs.
///
/// At every level, accepted are the targets within the false discovery rate of that level, as the tables have them.
///
/// - **Matches.** A match is right where its sequence is that of a peptide of the FASTA in the spectrum, selected or
///   isolated with it, and the masses of the two peptidoforms differ by at most ``massTolerance``: then they have the same
///   modifications, or such as nobody could tell apart by mass. Where modifications sit is not judged, nor are charge and
///   isotope. Where only the masses differ, the sequence is right in a wrong form, which decoys do not tell of: they stand for
///   wrong sequences. Identifiable is a spectrum whose selected ion is a peptide of the FASTA; it is missed where it has no
///   accepted match that is right. A match to what was isolated with a foreign peptide is right without being among the
///   identifiable.
/// - **Peptides.** A sequence is right where a spectrum of the runs holds it as a peptide of the FASTA, selected or not.
///   Identifiable are the sequences that were selected at least once; those not accepted are missed.
/// - **Proteins.** A group is right where one of its proteins, members and folded subsets alike, holds a peptide that is
///   in a spectrum. Identifiable are the smallest sets of proteins that selected peptides point to: a peptide of one
///   protein points to this one, a peptide of several to any of them, unless another peptide points to fewer among them,
///   which then explain it. A set is missed where no accepted group has one of its proteins. So a protein that merely
///   shares peptides with one that is there is never asked for, and isoforms without a peptide of their own are asked for
///   once.
///
/// Sequences are compared with I and L as one, at every level.
public struct TruthComparison: Sendable, Hashable {
    /// Largest difference in Da of a match's peptidoform and the one in the spectrum.
    public static let massTolerance = 0.01

    /// The tallies: matches by kind of spectrum in the order of ``SpectrumKind``, then peptides, then proteins.
    public let tallies: [TruthTally]

    /// The false discovery rate up to which targets were accepted, 0 to 1: what the search claims at each level, over all
    /// spectra together.
    public let claimedError: Double

    /// Compares.
    ///
    /// - Parameters:
    ///   - identifications: what was identified.
    ///   - runs: evidence of each run, in any order.
    ///   - components: the rows of the truth, in any order; rows of runs that were not searched are left out.
    /// - Throws: ``TruthComparisonError`` where the truth is not that of these runs.
    public init(
        identifications: Identifications, runs: [PSMReport.RunEvidence], components: [SpectrumComponent]
    ) throws(TruthComparisonError) {
        let byName = Dictionary(runs.map { ($0.matches.run, $0) }) { first, _ in first }
        let runs = identifications.runs.map { name in
            byName[name] ?? PSMReport.RunEvidence(matches: RunMatches(run: name), spectra: [])
        }
        let known = try KnownSpectra(runs: runs, components: components)
        tallies =
            try Self.matchTallies(identifications, runs: runs, known: known) + [
                Self.peptideTally(identifications, known: known), Self.proteinTally(identifications, known: known),
            ]
        claimedError = identifications.parameters.falseDiscoveryRate
    }

    /// Whether a target is accepted, by the rule of the tables.
    static func isAccepted(isDecoy: Bool, qValue: Double, by identifications: Identifications) -> Bool {
        TableScope.accepted.includes(
            isDecoy: isDecoy, qValue: qValue, limit: identifications.parameters.falseDiscoveryRate)
    }
}
