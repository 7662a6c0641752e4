import ProteinDatabase
import Workflow

/// What sort of entrapments a later stage asks `search` for, with the port `entrapment-matches`.
enum EntrapmentChoice: String, CaseIterable, Sendable {
    /// Every protein once more, its peptides shuffled.
    case shuffled
    /// Proteins of the input `entrapment`.
    case foreign

    /// What asks for it.
    var request: PortRequest { PortRequest(port: .entrapmentMatches, options: rawValue) }

    /// The proteins of a search with entrapments.
    func database(
        of database: ProteinDatabase, settings: SearchSettings, inputs: ResolvedInputs
    ) throws -> ProteinDatabase {
        switch self {
        case .shuffled:
            return database.withShuffledEntrapments(
                EntrapmentShuffle(enzyme: settings.digestion.enzyme, seed: settings.decoys.seed))
        case .foreign:
            return try database.withForeignEntrapments(
                try ProteinDatabase(paths: inputs.files(.entrapment).map(\.path)))
        }
    }
}
