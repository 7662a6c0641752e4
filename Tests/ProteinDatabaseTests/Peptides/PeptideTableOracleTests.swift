import Chemistry
import ProteinDatabase
import Testing

@Suite("Peptide tables of random proteins")
struct PeptideTableOracleTests {
    private func form(_ row: Int, _ table: PeptideTable) throws -> FormOracle.Form {
        let labels = table.labels(ofRow: row)
        let label = labels.target ? CandidateLabel.target : .decoy
        let residues = table.sequence(ofRow: row, label: label).map(ResidueIdentity.normalised)
        let form = try Peptidoform(sequence: residues, modifications: table.modifications(ofRow: row, label: label))
        return FormOracle.Form(
            peptidoform: "\(form)", isDecoy: !labels.target, proteins: table.proteins(ofRow: row),
            missedCleavages: table.missedCleavages(ofRow: row))
    }

    @Test(
        "a table holds exactly the forms the definition gives, each once, with all its proteins",
        arguments: TableCase.all)
    func forms(_ example: TableCase) async throws {
        let table = try await example.builder().build()
        let expected = try example.oracle().forms(of: ProteinDatabase(proteins: example.proteins).proteins)
        let found = try (0..<table.count).map { try form($0, table) }.sorted()
        #expect(found.count > 50)
        #expect(found == expected.map(\.form))
        #expect(table.census.peptidoforms == found.count)
    }

    @Test("masses ascend and are those Chemistry gives for the forms", arguments: TableCase.all)
    func masses(_ example: TableCase) async throws {
        let table = try await example.builder().build()
        #expect(table.masses == table.masses.sorted())
        for row in 0..<table.count {
            let labels = table.labels(ofRow: row)
            if labels.target { #expect(abs(try table.peptidoform(row).massDaltons - table.masses[row]) < 1e-9) }
            if labels.decoy { #expect(abs(try table.peptidoform(row, .decoy).massDaltons - table.masses[row]) < 1e-9) }
        }
    }

    @Test("the masses a search sums up are those of residues, ends and modifications", arguments: TableCase.all)
    func candidateMasses(_ example: TableCase) async throws {
        let table = try await example.builder().build()
        var buffer = CandidateMasses()
        for row in 0..<table.count {
            let labels = table.labels(ofRow: row)
            for label in [CandidateLabel.target, .decoy] where label == .target ? labels.target : labels.decoy {
                table.fill(&buffer, row: row, label: label)
                let form = try table.peptidoform(row, label)
                let expected = form.sequence.indices.map {
                    ResidueMasses.unmodified[form.sequence[$0]] + form.modificationMass(at: .residue($0))
                }
                #expect(buffer.count == expected.count)
                #expect(zip(buffer.residues, expected).allSatisfy { abs($0 - $1) < 1e-9 }, "\(form)")
                #expect(abs(buffer.nTerminus - form.modificationMass(at: .nTerminus)) < 1e-9)
                #expect(abs(buffer.cTerminus - ParticleMass.water - form.modificationMass(at: .cTerminus)) < 1e-9)
                #expect(abs(buffer.neutralMass - table.masses[row]) < 1e-9)
            }
        }
    }

    @Test("the residues around a peptide are those in its first protein", arguments: TableCase.all)
    func neighbours(_ example: TableCase) async throws {
        let table = try await example.builder().build()
        let proteins = ProteinDatabase(proteins: example.proteins).proteins
        for row in 0..<table.count {
            let label = table.labels(ofRow: row).target ? CandidateLabel.target : .decoy
            let sequence = table.sequence(ofRow: row, label: label).map(ResidueIdentity.normalised)
            let protein = proteins[try #require(table.proteins(ofRow: row).first)].residues
            let around = table.neighbours(ofRow: row)
            let context = around.previous == UInt8(ascii: "-") ? sequence : [around.previous] + sequence
            let whole = (context + (around.next == UInt8(ascii: "-") ? [] : [around.next])).map(
                ResidueIdentity.normalised)
            let normalised = protein.map(ResidueIdentity.normalised)
            let starts = normalised.indices.filter { normalised[$0...].starts(with: whole) }
            #expect(!starts.isEmpty)
            if around.previous == UInt8(ascii: "-") { #expect(starts.contains(0)) }
            if around.next == UInt8(ascii: "-") { #expect(starts.contains(normalised.count - whole.count)) }
        }
    }
}
