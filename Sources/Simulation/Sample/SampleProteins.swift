package import ProteinDatabase

/// The proteins of the samples: those of the FASTA, then foreign ones that no search can find.
package struct SampleProteins: Sendable {
    /// Residues of every protein.
    package let residues: [[UInt8]]
    /// Number of proteins of the FASTA, which come first.
    package let databaseCount: Int
    /// How much of each there is.
    package let amounts: ProteinAmounts

    /// Adds foreign proteins to those of a FASTA: made of the same residues, as abundant as the others, and so many that
    /// they give the wanted share of the signal.
    package init(
        database: [Protein], amounts known: ProteinAmounts, design: StudyDesign, settings: SimulationSettings
    ) {
        let present = database.indices.filter(known.isPresent)
        let share = settings.sample.foreignShare
        let count = present.isEmpty ? 0 : Int((Double(present.count) * share / (1 - share)).rounded())
        let letters = present.flatMap { database[$0].residues }
        var stream = RandomStream(seed: settings.seed, .foreignProtein)
        var models: [Int] = []
        var foreign: [[UInt8]] = []
        for _ in 0..<count {
            // Each foreign protein is as long and as abundant as one that is there.
            let model = present[stream.index(below: present.count)]
            models.append(model)
            foreign.append(database[model].residues.map { _ in letters[stream.index(below: letters.count)] })
        }
        residues = database.map(\.residues) + foreign
        databaseCount = database.count
        let base = known.groupAmounts[0]
        let groups = known.groupAmounts.map { amounts in amounts + models.map { base[$0] } }
        amounts = ProteinAmounts(
            groups: groups, design: design, settings: settings.sample, seed: settings.seed)
    }
}
