import Chemistry
import TestSupport
import Testing

@testable import ProteinDatabase

@Suite("Entrapments")
struct EntrapmentTests {
    private func database(_ proteins: [Protein], seed: UInt64 = 1, enzyme: String = "trypsin") throws -> ProteinDatabase
    {
        let shuffle = EntrapmentShuffle(enzyme: try #require(Enzyme.named(enzyme)), seed: seed)
        return ProteinDatabase(proteins: proteins).withShuffledEntrapments(shuffle)
    }

    private func random(_ count: Int, seed: UInt64) -> [Protein] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { number in
            protein(
                "P\(100 + number)", "M" + randomProtein(letters: "ACDEFGHIKLMNPQRSTVWY", length: 300, using: &generator)
            )
        }
    }

    @Test("stand behind all other proteins, in their order, with a name of their own")
    func places() throws {
        let database = try database([protein("B", "AAAEGLK"), protein("A", "CCDEFGHR")])
        #expect(database.proteins.map(\.accession) == ["A", "B", "entrapment_A", "entrapment_B"])
        #expect(database.entrapment?.first == 2 && database.entrapment?.isShuffled == true)
    }

    @Test(
        "are cut where their proteins are, into pieces of the same residues whose ends stay",
        arguments: ["trypsin", "lys-n", "chymotrypsin", "formic-acid"])
    func cuts(_ enzyme: String) throws {
        let database = try database(random(20, seed: 3), enzyme: enzyme)
        let digester = Digester(rules: try rules(enzyme, missed: 2, losesMethionine: true))
        var changed = 0
        for number in 0..<20 {
            let (original, shuffled) = (database.proteins[number].residues, database.proteins[20 + number].residues)
            let spans = digester.peptides(of: original)
            #expect(spans == digester.peptides(of: shuffled))
            for span in spans {
                let (one, other) = (original[span.residues], shuffled[span.residues])
                #expect(one.sorted() == other.sorted() && one.first == other.first && one.last == other.last)
                if one != other { changed += 1 }
            }
        }
        #expect(changed > 100)
    }

    @Test("of equal pieces are equal in whatever protein they stand, I and L being one; another seed gives others")
    func consistency() throws {
        let proteins = [protein("A", "GGGRADEFGHIMNK"), protein("B", "ADEFGHLMNKSSSR")]
        let shuffled = try database(proteins).proteins.map(\.sequence)
        #expect(shuffled[2].dropFirst(4).replacing("I", with: "L") == shuffled[3].prefix(10))
        #expect(shuffled[2] != shuffled[0])
        #expect(try database(proteins, seed: 2).proteins[2].sequence != shuffled[2])
    }

    @Test("stay as they are where nothing can be exchanged, and are then no entrapments")
    func unchanged() async throws {
        let database = try database([protein("A", "AGGGGK"), protein("B", "K"), protein("C", "ADEFGHR")])
        #expect(database.proteins[3].sequence == "AGGGGK" && database.proteins[4].sequence == "K")
        let census = try await census(database)
        #expect(census.entrapmentTargets == 3 && census.entrapments == 1)
    }

    private func census(_ database: ProteinDatabase) async throws -> PeptideTable.Census {
        try await PeptideTableBuilder(
            database: database, digestion: try rules(), decoys: DecoyRules(), chemistry: try masses()
        ).build().census
    }

    @Test("share few fragments with what they were shuffled from; those that share more than a third are left out")
    func likeness() async throws {
        var comparison = BondComparison()
        func shared(_ one: String, _ other: String) -> Int {
            comparison.sharedBonds(Array(one.utf8)[...], Array(other.utf8)[...])
        }
        #expect(shared("PEPTIDEK", "PEPTIDEK") == 7)
        #expect(shared("PEPTLDEK", "PEPTIDEK") == 7, "I and L are one")
        #expect(shared("PEPTDIEK", "PEPTIDEK") == 6)
        // The same in front of four bonds: P, PE, PEDITP and PEPTID, and what ends in front of K.
        #expect(shared("PEDITPEK", "PEPTIDEK") == 4)
        let database = try database(random(20, seed: 11))
        let digester = Digester(rules: try rules(lengths: 10...50))
        for number in 0..<20 {
            let (original, shuffled) = (database.proteins[number].residues, database.proteins[20 + number].residues)
            for span in digester.peptides(of: original).map(\.residues) {
                #expect(comparison.sharedBonds(shuffled[span], original[span]) <= span.count / 3)
            }
        }
        // Wherever the S goes in the first, three of six bonds or more stay as they are.
        let census = try await census(self.database([protein("A", "AGGGSGK"), protein("B", "ADEFGHR")]))
        #expect(census.entrapmentTargets == 2 && census.entrapments == 1)
    }

    @Test("know the pair they were shuffled from, and have its mass; all else knows none")
    func origins() async throws {
        let proteins = random(30, seed: 5)
        let table = try await PeptideTableBuilder(
            database: try database(proteins), digestion: try rules(missed: 1, lengths: 7...30), decoys: DecoyRules(),
            chemistry: try masses(variable: ["Oxidation@M"])
        ).build()
        var masses: [UInt64: Set<Double>] = [:]
        for row in 0..<table.count where table.originKey(ofRow: row) == 0 {
            #expect(table.proteins(ofRow: row).contains { $0 < 30 })
            masses[table.pairKey(ofRow: row), default: []].insert((table.masses[row] * 1e5).rounded())
        }
        var entrapments = 0
        for row in 0..<table.count where table.originKey(ofRow: row) != 0 {
            entrapments += 1
            #expect(table.proteins(ofRow: row).allSatisfy { $0 >= 30 })
            #expect(masses[table.originKey(ofRow: row)]?.contains((table.masses[row] * 1e5).rounded()) == true)
        }
        #expect(entrapments > 1_000)
        #expect(table.census.entrapments > table.census.entrapmentTargets * 2 / 3)
    }

    @Test("and targets are counted alike in one table and in those of parts")
    func parts() async throws {
        let builder = PeptideTableBuilder(
            database: try database(random(20, seed: 7)),
            digestion: try rules(missed: 1, lengths: 6...30, masses: 600...4000),
            decoys: DecoyRules(), chemistry: try masses(variable: ["Oxidation@M"]))
        let whole = try await builder.build().census
        var sums = (targets: 0, entrapments: 0)
        for bounds in [0..<900, 900..<1234.5, 1234.5..<Double.infinity] {
            let census = try await builder.build(part: bounds).census
            sums.targets += census.entrapmentTargets
            sums.entrapments += census.entrapments
        }
        #expect(sums == (whole.entrapmentTargets, whole.entrapments) && sums.entrapments > 300)
    }

    @Test("of another organism are its proteins that are not searched already; shared peptides are targets")
    func foreign() async throws {
        let searched = ProteinDatabase(proteins: [protein("A", "ADEFGHIK"), protein("B", "CDEFGHLR")])
        let foreign = ProteinDatabase(proteins: [
            protein("B", "CDEFGHLR"), protein("X", "ADEFGHLKSTVWYAGR"), protein("Y", "MNQSTVWK"),
        ])
        let database = try searched.withForeignEntrapments(foreign)
        #expect(database.proteins.map(\.accession) == ["A", "B", "X", "Y"])
        let census = try await census(database)
        #expect(census.entrapmentTargets == 2 && census.entrapments == 2 && census.sharedWithEntrapments == 1)
    }

    @Test("of another organism are refused where a name has two sequences, or where nothing is foreign")
    func refused() throws {
        let searched = ProteinDatabase(proteins: [protein("A", "ADEFGHIK")])
        #expect(throws: ForeignProteinsError.conflictingEntries(accession: "A")) {
            try searched.withForeignEntrapments(ProteinDatabase(proteins: [protein("A", "ADEFGHK")]))
        }
        #expect(throws: ForeignProteinsError.nothingForeign(count: 1)) {
            try searched.withForeignEntrapments(searched)
        }
    }
}
