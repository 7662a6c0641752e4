import Confidence
import ProteinDatabase
import Simulation

extension TruthComparison {
    /// The tally of peptides.
    static func peptideTally(_ identifications: Identifications, known: KnownSpectra) -> TruthTally {
        var present: Set<String> = []
        var identifiable: Set<String> = []
        for spectrum in known.spectra.lazy.flatMap(\.values) {
            present.formUnion(spectrum.identifiable.map { ResidueIdentity.normalised($0.sequence) })
            if spectrum.selected.origin == .database {
                identifiable.insert(ResidueIdentity.normalised(spectrum.selected.sequence))
            }
        }
        let accepted = identifications.peptides
            .filter { isAccepted(isDecoy: $0.isDecoy, qValue: $0.qValue, by: identifications) }
            .map { ResidueIdentity.normalised($0.sequence) }
        let right = accepted.count { present.contains($0) }
        return TruthTally(
            level: .peptide, identifiable: identifiable.count, right: right, wrong: accepted.count - right,
            missed: identifiable.subtracting(accepted).count)
    }
}
