import Confidence
import Foundations
import PeptideSearch
import ProteinDatabase
import Reports
import Workflow

/// The proteins that can be asked about, and how they are found by accession, entry name or gene.
struct ProteinCatalogue {
    /// Targets of the FASTA files that the run names, or `nil` where these are gone or others than they were.
    private let database: [Protein]?
    /// Why there is no database.
    let absence: String?
    private let identifications: Identifications
    private let decoyPrefixes: [String]
    private let settings: SearchSettings?

    init(of run: FinishedRun, identifications: Identifications) {
        self.identifications = identifications
        let settings = run.searchSettings
        self.settings = settings
        var prefixes = [Accessions.decoyPrefix]
        var declaration = DecoyDeclaration.unknown
        if case .prefix(let prefix) = settings?.declaration {
            prefixes.append(prefix)
            declaration = .prefix(prefix)
        }
        decoyPrefixes = prefixes
        do {
            let inputs = run.record.inputs
            for file in inputs.proteins + inputs.contaminants { try Self.check(file) }
            let database = try ProteinDatabase(
                paths: inputs.proteins.map(\.path), contaminantPaths: inputs.contaminants.map(\.path),
                decoys: declaration)
            self.database = database.proteins.filter { !$0.isDecoy }
            absence = nil
        } catch {
            database = nil
            absence = "\(error)".withoutFullStop + "."
        }
    }

    /// A protein file that is no longer the one of the run.
    private struct ChangedFile: Error, CustomStringConvertible {
        let path: String
        var description: String { "'\(path)' is not the file that was searched any more" }
    }

    private static func check(_ file: InputFile) throws {
        let readable = try ReadableFile(path: file.path)
        let digest = Digest(.sha256)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try readable.read(into: $0) }
            guard count > 0 else { break }
            buffer.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
        guard digest.finalize() == file.sha256 else { throw ChangedFile(path: file.path) }
    }

    // MARK: finding

    /// What a name leads to.
    struct Finding {
        /// The proteins, by accession; several where a gene has several.
        var proteins: [ProteinExplainer.AskedProtein]
        /// Whether the name was that of a decoy.
        var isDecoy = false
        /// What may have been meant, where nothing was found.
        var suggestion: String?
    }

    /// Looks a protein up by accession, then entry name, then gene; a whole header word (`sp|P02768|ALBU_HUMAN`) or a part
    /// of it will do, and the prefix of a decoy is taken off. Upper and lower case count only where they decide.
    ///
    /// - Throws: `CancellationError`.
    func find(_ name: String) async throws -> Finding {
        if let found = try await lookUp(name) { return Finding(proteins: found) }
        for prefix in decoyPrefixes where name.hasPrefix(prefix) {
            if let found = try await lookUp(String(name.dropFirst(prefix.count))) {
                return Finding(proteins: found, isDecoy: true)
            }
        }
        let parts = name.split(separator: "|").map(String.init)
        let typed = parts.first { $0.count > 3 } ?? name
        return Finding(proteins: [], suggestion: Suggestion.nearest(to: typed, among: names))
    }

    private func lookUp(_ name: String) async throws -> [ProteinExplainer.AskedProtein]? {
        let parts = [name] + name.split(separator: "|").map(String.init).filter { $0 != name }
        for part in parts {
            var found: [ProteinExplainer.AskedProtein] = []
            if let database {
                for protein in lookUp(part, in: database) { found.append(try await asked(protein)) }
            } else {
                found = lookUpIdentified(part)
            }
            if !found.isEmpty { return found }
        }
        return nil
    }

    private func lookUp(_ name: String, in database: [Protein]) -> [Protein] {
        let folded = name.lowercased()
        let choices: [(Protein) -> Bool] = [
            { $0.accession == name }, { $0.accession.lowercased() == folded },
            { $0.entryName?.lowercased() == folded }, { $0.gene == name }, { $0.gene?.lowercased() == folded },
        ]
        for choice in choices {
            let found = database.filter(choice)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func lookUpIdentified(_ name: String) -> [ProteinExplainer.AskedProtein] {
        let folded = name.lowercased()
        let accessions = identifications.proteins.map(\.accession)
        if let accession = accessions.first(where: { $0 == name })
            ?? accessions.first(where: { $0.lowercased() == folded })
        {
            return [ProteinExplainer.AskedProtein(accession: accession)]
        }
        return identifications.proteinGroups.filter { $0.gene?.lowercased() == folded }.map { group in
            ProteinExplainer.AskedProtein(
                accession: accessions[group.proteins[0]], gene: group.gene, description: group.description)
        }
    }

    private var names: Set<String> {
        guard let database else {
            return Set(identifications.proteins.map(\.accession) + identifications.proteinGroups.compactMap(\.gene))
        }
        return Set(database.flatMap { [$0.accession, $0.entryName, $0.gene].compactMap(\.self) })
    }

    // MARK: peptides

    private func asked(_ protein: Protein) async throws -> ProteinExplainer.AskedProtein {
        try await ProteinExplainer.AskedProtein(
            accession: protein.accession, gene: protein.gene,
            description: protein.description.isEmpty ? nil : protein.description, isContaminant: protein.isContaminant,
            peptides: peptides(of: protein))
    }

    /// The peptides that the search looked for, by where they begin, then by length.
    private func peptides(of protein: Protein) async throws -> [String] {
        guard let settings else { return [] }
        let table = try await settings.tableBuilder(for: ProteinDatabase(proteins: [protein])).build()
        let sequences = (0..<table.count).filter { table.labels(ofRow: $0).target }.map {
            table.sequence(ofRow: $0, label: .target)
        }
        let placed = Set(sequences).map { sequence in
            (start: protein.residues.firstRange(of: sequence)?.lowerBound ?? 0, sequence: sequence)
        }
        return placed.sorted { left, right in
            (left.start, left.sequence.count) < (right.start, right.sequence.count)
        }.map { String(decoding: $0.sequence, as: UTF8.self) }
    }
}
