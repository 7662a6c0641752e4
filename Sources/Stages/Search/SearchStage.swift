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
    private let spaceWithEntrapments = SharedOnce<SearchSpace>()
    /// Whether a run waits for the peptide table, so that its making is to be seen.
    private let isAwaited = Atomic(false)

    static let definition = StageDefinition(
        name: "search", version: 7, scope: .perRun,
        summary: "Finds the peptides that explain fragment spectra best.",
        discussion: """
            Proteins are cut into peptides, each sequence once with all its proteins (I and L are one), and every target gets \
            a decoy of the same mass. A spectrum is compared with every candidate whose mass fits its precursor. The best \
            candidate is the one of the highest hyperscore, ln(nb!) + ln(ny!) + ln((sum b + 1)(sum y + 1)), with intensities \
            relative to a base peak of 100; it and the best of another sequence are kept with their matched ions. The score \
            that ranks the matches of all spectra is -log10 of the number of candidates that would match as well by chance, \
            by how often the fragments of all candidates of the spectrum match a peak. Candidates that do not fit the memory \
            budget are searched in parts of the mass range; the result is the same.

            Where a later stage asks for entrapments, the spectra are searched a second time, with proteins that are known \
            not to be in the sample among the candidates. The matches of the first search do not change.
            """,
        parameters: parameters, consumes: [.ms2Peaks], provides: [.matches], providesOnRequest: [.entrapmentMatches],
        reads: [.proteins, .contaminants],
        readsOnRequest: [EntrapmentChoice.foreign.request: [.entrapment]], check: { SearchStage.check($0) },
        checkRequest: { SearchStage.checkRequest($0, $1) }, checkInputs: { SearchStage.checkInputs($0, files: $1) },
        estimate: { try await SearchStage.estimate($0, $1) },
        make: { try SearchStage(parameters: $0) })

    init(parameters: ParameterValues) throws {
        settings = try SearchSettings(parameters)
    }

    /// Begins the peptide table while spectra are read.
    func prepare(in context: TaskContext) async {
        guard let space = try? await searchSpace(in: context), let choice = Self.entrapment(in: context) else { return }
        _ = try? await self.space(with: choice, beside: space, in: context)
    }

    func process(_ ports: PortValues, in context: TaskContext) async throws -> PortValues {
        let store = try ports.require(.ms2Peaks, as: FragmentSpectrumStore.self)
        isAwaited.store(true, ordering: .relaxed)
        let space = try await searchSpace(in: context)
        let (outcome, matches) = try await search(store, in: space, context, label: "spectra")
        account(for: outcome, matches, space: space, in: context)
        var values = PortValues([.matches: matches])
        if let choice = Self.entrapment(in: context) {
            let space = try await self.space(with: choice, beside: space, in: context)
            var (_, matches) = try await search(store, in: space, context, label: "spectra, with entrapments")
            matches.entrapment = space.entrapment
            guard let census = matches.entrapment, census.entrapmentPeptides > 0, census.targetPeptides > 0 else {
                throw StageError.noEntrapmentPeptides
            }
            Self.account(for: census, choice, in: context)
            values[.entrapmentMatches] = matches
        }
        return values
    }

    private func search(
        _ store: FragmentSpectrumStore, in space: SearchSpace, _ context: TaskContext, label: String
    ) async throws -> (SearchOutcome, RunMatches) {
        let total = store.entries.count * space.parts.count
        let searcher = PeptideSearcher(parameters: settings.matching)
        let outcome = try await space.withTables(workers: context.jobs) { tables in
            try await searcher.search(store, tables: tables, workers: context.jobs, memory: context.memory) {
                context.journal.progress(done: $0, total: total, unit: label)
            }
        }
        return (outcome, outcome.matches(run: context.run ?? "", database: space.database))
    }

    /// What a later stage asks for; the check let nothing else through.
    private static func entrapment(in context: TaskContext) -> EntrapmentChoice? {
        context.requests[.entrapmentMatches].flatMap { EntrapmentChoice(rawValue: $0) }
    }

    private func searchSpace(in context: TaskContext) async throws -> SearchSpace {
        let settings = settings
        return try await space.value {
            let database = try ProteinDatabase(
                paths: context.inputs.proteins.map(\.path), contaminantPaths: context.inputs.contaminants.map(\.path),
                decoys: settings.declaration)
            let isAlone = Self.entrapment(in: context) == nil
            let space = try await self.space(of: database, share: isAlone ? .alone : .besideEntrapments, in: context)
            // Made once for all runs, and so said once.
            context.journal.announce("search space: \(Self.note(on: space))")
            return space
        }
    }

    private func space(
        with choice: EntrapmentChoice, beside space: SearchSpace, in context: TaskContext
    ) async throws -> SearchSpace {
        let settings = settings
        return try await spaceWithEntrapments.value {
            let database = try choice.database(of: space.database, settings: settings, inputs: context.inputs)
            let space = try await self.space(of: database, share: .withEntrapments, in: context)
            context.journal.announce("search space with entrapments: \(Self.note(on: space))")
            return space
        }
    }

    private func space(
        of database: ProteinDatabase, share: SearchSpace.Share, in context: TaskContext
    ) async throws -> SearchSpace {
        try await SearchSpace(
            settings: settings, database: database, memory: context.memory, share: share, workers: context.jobs
        ) { done, total in
            if self.isAwaited.load(ordering: .relaxed) {
                context.journal.progress(done: done, total: total, unit: "proteins digested")
            }
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

    /// From so many shared peptides for each entrapment alone on, the entrapments are relatives of what is searched.
    private static let manyShared = 0.1

    private static func account(for census: EntrapmentCensus, _ choice: EntrapmentChoice, in context: TaskContext) {
        let counts =
            "\(census.entrapmentPeptides.grouped) entrapment peptides beside \(census.targetPeptides.grouped) others, "
            + "\(census.sharedPeptides.grouped) of which are shared with entrapments and count as others"
        context.journal.note("searched a second time, with \(counts)")
        guard choice == .foreign, census.sharedPeptides > 0,
            Double(census.sharedPeptides) >= Self.manyShared * Double(census.entrapmentPeptides)
        else { return }
        context.journal.warn(
            "the entrapments are relatives of the proteins searched: \(counts); matches to what is left may be to "
                + "peptides like those in the sample, and count as false; the proteome of a more distant organism, or "
                + "'entrapment: shuffled', says more.")
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
