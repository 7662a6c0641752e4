import Chemistry
import ProteinDatabase
import TestSupport
import Testing

@Suite("Decoys of random proteins")
struct DecoyPropertyTests {
    struct Case: Sendable {
        var source: DecoySource
        var keepsFirst: Bool
    }

    @Test(
        "every decoy is a rearrangement that keeps its ends and its mass and is no target",
        arguments: [
            Case(source: .reversed, keepsFirst: false), Case(source: .reversed, keepsFirst: true),
            Case(source: .shuffled, keepsFirst: false), Case(source: .shuffled, keepsFirst: true),
        ])
    func rearrangements(_ example: Case) async throws {
        var generator = SplitMix64(seed: 21)
        let proteins = (0..<25).map {
            protein("P\($0)", randomProtein(letters: "AILGKRM", length: 60, using: &generator))
        }
        let table = try await table(
            proteins, rules: try rules(missed: 1, lengths: 3...12),
            decoys: DecoyRules(source: example.source, keepsFirstResidue: example.keepsFirst),
            masses: try masses(variable: ["Oxidation@M"]))
        let targets = Set((0..<table.count).map { equal(table.text($0)) })
        var shuffledCount = 0
        for row in 0..<table.count {
            let target = table.text(row)
            guard table.isPaired(row: row) else {
                #expect(isTarget(turned(target, example.keepsFirst), targets) || example.source == .shuffled)
                continue
            }
            let decoy = table.text(row, .decoy)
            #expect(decoy.sorted() == target.sorted())
            #expect(decoy.last == target.last)
            if example.keepsFirst { #expect(decoy.first == target.first) }
            #expect(!isTarget(decoy, targets), "\(decoy)")
            if example.source == .reversed && !isTarget(turned(target, example.keepsFirst), targets) {
                #expect(decoy == turned(target, example.keepsFirst))
            } else {
                shuffledCount += 1
            }
            try expectSameModifications(row, table)
        }
        #expect(shuffledCount > 20)
        #expect(table.census.unpaired > 0)
        #expect(
            table.census.unpaired
                == Set((0..<table.count).filter { !table.isPaired(row: $0) }.map { equal(table.text($0)) }).count)
    }

    /// The residues with what they carry are the same in target and decoy, and so is the mass.
    private func expectSameModifications(_ row: Int, _ table: PeptideTable) throws {
        let target = try table.peptidoform(row)
        let decoy = try table.peptidoform(row, .decoy)
        #expect(loaded(target) == loaded(decoy))
        #expect(abs(decoy.massDaltons - table.masses[row]) < 1e-9)
        #expect(abs(target.massDaltons - table.masses[row]) < 1e-9)
    }

    private func loaded(_ form: Peptidoform) -> [String] {
        form.sequence.indices.map { index in
            let names = form.modifications.filter { $0.location == .residue(index) }.map(\.definition.name)
            return "\(Character(UnicodeScalar(form.sequence[index])))\(names)"
        }.sorted()
    }

    private func turned(_ target: String, _ keepsFirst: Bool) -> String {
        let first = keepsFirst ? 1 : 0
        return String(target.prefix(first) + target.dropFirst(first).dropLast().reversed() + target.suffix(1))
    }

    private func equal(_ sequence: String) -> String { sequence.replacing("I", with: "L") }

    private func isTarget(_ sequence: String, _ targets: Set<String>) -> Bool { targets.contains(equal(sequence)) }
}
