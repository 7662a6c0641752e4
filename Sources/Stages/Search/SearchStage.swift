import Foundations
import PeakPicking
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import Synchronization
import Workflow

/// `search`: finds the peptides that explain fragment spectra best.
final class SearchStage: RunStageRunner {
    private let settings: SearchSettings
    private let space = SharedOnce<SearchSpace>()
    /// Whether a run waits for the peptide table, so that its making is to be seen.
    private let isAwaited = Atomic(false)

    static let definition = StageDefinition(
        name: "search", version: 5, scope: .perRun,
        summary: "Finds the peptides that explain fragment spectra best.",
        discussion: """
            Proteins are cut into peptides, each sequence once with all its proteins (I and L are one), and every target gets \
            a decoy of the same mass. A spectrum is compared with every candidate whose mass fits its precursor. The best \
            candidate is the one of the highest hyperscore, ln(nb!) + ln(ny!) + ln((sum b + 1)(sum y + 1)), with intensities \
            relative to a base peak of 100; it and the best of another sequence are kept with their matched ions. The score \
            that ranks the matches of all spectra is -log10 of the number of candidates that would match as well by chance, \
            by how often the fragments of all candidates of the spectrum match a peak. Candidates that do not fit the memory \
            budget are searched in parts of the mass range; the result is the same.
            """,
        parameters: parameters, consumes: [.ms2Peaks], provides: [.matches], reads: [.proteins, .contaminants],
        check: { SearchStage.check($0) }, checkInputs: { SearchStage.checkInputs($0, files: $1) },
        estimate: { try await SearchStage.estimate($0, $1) },
        make: { try SearchStage(parameters: $0) })

    init(parameters: ParameterValues) throws {
        settings = try SearchSettings(parameters)
    }

    /// Begins the peptide table while spectra are read.
    func prepare(in context: TaskContext) async { _ = try? await searchSpace(in: context) }

    func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues {
        let store = try ports.require(.ms2Peaks, as: FragmentSpectrumStore.self)
        isAwaited.store(true, ordering: .relaxed)
        let space = try await searchSpace(in: context)
        let run = context.run ?? ""
        let total = store.entries.count * space.parts.count
        let searcher = PeptideSearcher(parameters: settings.matching)
        let outcome = try await space.withTables(workers: context.jobs) { tables in
            try await searcher.search(store, tables: tables, workers: context.jobs, memory: context.memory) {
                context.journal.progress(done: $0, total: total, unit: "spectra")
            }
        }
        let matches = outcome.matches(run: run, database: space.database)
        account(for: outcome, matches, space: space, in: context)
        return PortValues([.matches: matches])
    }

    private func searchSpace(in context: TaskContext) async throws -> SearchSpace {
        let settings = settings
        return try await space.value {
            let space = try await SearchSpace(
                settings: settings, proteinPaths: context.inputs.proteins.map(\.path),
                contaminantPaths: context.inputs.contaminants.map(\.path), memory: context.memory,
                workers: context.jobs
            ) { done, total in
                if self.isAwaited.load(ordering: .relaxed) {
                    context.journal.progress(done: done, total: total, unit: "proteins digested")
                }
            }
            // Made once for all runs, and so said once.
            context.journal.announce("search space: \(Self.note(on: space))")
            return space
        }
    }

    private func account(
        for outcome: SearchOutcome, _ matches: RunMatches, space: SearchSpace, in context: TaskContext
    ) {
        let journal = context.journal
        for warning in space.database.warnings { journal.warn(warning) }
        for spectrum in matches.setAside { journal.setAside(spectrum.reason.rawValue, 1) }
        journal.count(CountName.searched, outcome.searchedCount)
        journal.count(CountName.matched, outcome.matchedCount)
        journal.count(CountName.candidates, outcome.candidateCount)
        journal.note(Self.note(on: space))
        // One run without matches among others is no failure; where no run has any, the confidence stage refuses.
        if outcome.searchedCount == 0 {
            let reasons = Dictionary(grouping: matches.setAside, by: \.reason)
                .map { "\($0.value.count) \($0.key.rawValue)" }.sorted().joined(separator: ", ")
            journal.warn("\(StageError.nothingSearchable(reasons: reasons))")
        } else if outcome.matchedCount == 0 {
            journal.warn("\(StageError.nothingMatched(searched: outcome.searchedCount))")
        }
    }

    /// How large the search is.
    private static func note(on space: SearchSpace) -> String {
        let proteins = "\(space.database.proteins.count.grouped) proteins"
        guard let census = space.census else {
            return "\(proteins), at most \(space.peptidoformLimit.grouped) peptidoforms, searched in "
                + "\(space.parts.count) parts of the mass range to keep within the memory budget"
        }
        var note = "\(proteins), \(census.peptides.grouped) peptides, \(census.peptidoforms.grouped) peptidoforms"
        note += ", \(ByteSize(bytes: space.tableByteCount))"
        if census.unpaired > 0 { note += ", \(census.unpaired.grouped) targets without a decoy" }
        if census.withoutMass > 0 {
            note += ", \(census.withoutMass.grouped) stretches with residues of unknown mass left out"
        }
        return note
    }
}
