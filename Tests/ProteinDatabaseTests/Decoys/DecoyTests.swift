import Chemistry
import ProteinDatabase
import TestSupport
import Testing

@Suite("Decoys")
struct DecoyTests {
    /// Decoy sequences by target sequence; a target without decoy is absent.
    private func decoys(of sequences: [String], _ decoyRules: DecoyRules = DecoyRules()) async throws -> [String:
        String]
    {
        let proteins = sequences.enumerated().map { protein("P\($0)", $1) }
        let table = try await table(
            proteins, rules: try rules(lengths: 3...50), decoys: decoyRules, masses: try masses(fixed: []))
        return Dictionary(
            uniqueKeysWithValues: (0..<table.count).filter { table.isPaired(row: $0) }.map {
                (table.text($0), table.text($0, .decoy))
            })
    }

    @Test("the sequence is reversed between its ends")
    func reversal() async throws {
        let found = try await decoys(of: ["PEPTIDEKMAGICK", "ACDEF"])
        #expect(found == ["PEPTIDEK": "PEDITPEK", "MAGICK": "MCIGAK", "ACDEF": "AEDCF"])
    }

    @Test("the first residue moves too where that is asked for")
    func movesFirst() async throws {
        let found = try await decoys(of: ["PEPTIDEKMAGICK", "ACDEF"], DecoyRules(keepsFirstResidue: false))
        #expect(found == ["PEPTIDEK": "EDITPEPK", "MAGICK": "CIGAMK", "ACDEF": "EDCAF"])
    }

    /// How many candidates with a partner have proline in the last place but one.
    private func prolineEnds(of proteins: [Protein], _ label: CandidateLabel, _ decoys: DecoyRules) async throws -> Int
    {
        let table = try await table(proteins, rules: try rules(lengths: 7...30), decoys: decoys, masses: try masses())
        return (0..<table.count).filter { table.isPaired(row: $0) }.count {
            table.text($0, label).dropLast().hasSuffix("P")
        }
    }

    @Test("decoys of tryptic peptides end in PK and PR as often as their targets")
    func proline() async throws {
        var generator = SplitMix64(seed: 8)
        let proteins = (0..<200).map {
            protein("P\($0)", randomProtein(letters: "AGPVKRP", length: 80, using: &generator))
        }
        let targets = try await prolineEnds(of: proteins, .target, DecoyRules())
        let decoys = try await prolineEnds(of: proteins, .decoy, DecoyRules())
        let moved = try await prolineEnds(of: proteins, .decoy, DecoyRules(keepsFirstResidue: false))
        #expect(targets > 300)
        #expect(abs(decoys - targets) * 10 < targets, "\(decoys) of decoys, \(targets) of targets")
        #expect(moved * 5 < targets)
    }

    @Test("a palindrome is shuffled into another sequence")
    func palindrome() async throws {
        let found = try await decoys(of: ["AGDGAK"])
        let decoy = try #require(found["AGDGAK"])
        #expect(decoy != "AGDGAK")
        #expect(decoy.sorted() == "AGDGAK".sorted() && decoy.last == "K")
    }

    @Test("where the reversed sequence is a target with I = L, both are shuffled into something that is none")
    func collision() async throws {
        let found = try await decoys(of: ["PEPTIDEK", "EDLTPEPK"])
        #expect(found.count == 2)
        for (target, decoy) in found {
            #expect(!["PEPTIDEK", "EDITPEPK"].contains(decoy.replacing("L", with: "I")), "\(target)")
            #expect(decoy.sorted() == target.sorted() && decoy.last == "K")
        }
    }

    @Test("a target whose every rearrangement is a target stays without decoy, is flagged and counted")
    func unpaired() async throws {
        let proteins = [protein("A", "AAAAAAAK"), protein("B", "ILLIK"), protein("C", "AGK"), protein("D", "GAK")]
        for source in [DecoySource.reversed, .shuffled] {
            let table = try await table(
                proteins, rules: try rules(lengths: 3...50), decoys: DecoyRules(source: source), masses: try masses())
            #expect(table.count == 4)
            #expect(table.census.unpaired == 4)
            for row in 0..<table.count {
                #expect(table.labels(ofRow: row) == (target: true, decoy: false))
                #expect(!table.isPaired(row: row))
            }
        }
    }

    @Test("shuffles follow the seed and the sequence, not the place in the database")
    func seeds() async throws {
        var generator = SplitMix64(seed: 5)
        let sequences = (0..<30).map { _ in randomProtein(letters: "ACDEFGHLMNPQSTVWY", length: 12, using: &generator) }
        func shuffled(_ sequences: [String], seed: UInt64) async throws -> [String: String] {
            try await decoys(of: sequences, DecoyRules(source: .shuffled, seed: seed))
        }
        let first = try await shuffled(sequences, seed: 1)
        #expect(first.count == 30)
        #expect(try await shuffled(sequences.reversed(), seed: 1) == first)
        #expect(try await shuffled(Array(sequences.prefix(3)), seed: 1).allSatisfy { first[$0.key] == $0.value })
        let other = try await shuffled(sequences, seed: 2)
        #expect(first.keys.count { first[$0] != other[$0] } > 25)
        #expect(first.allSatisfy { $0.key.sorted() == $0.value.sorted() && $0.key.last == $0.value.last })
    }

    /// Worked out in Python from the definitions of the hash (FNV-1a, fmix64), SplitMix64, bounded numbers after Lemire and
    /// the Durstenfeld shuffle from the end. A change of them would change results between releases.
    @Test("shuffles are the same in every release", arguments: [true, false])
    func frozenShuffles(_ keepsFirst: Bool) async throws {
        let rules = DecoyRules(source: .shuffled, keepsFirstResidue: keepsFirst, seed: 1)
        let found = try await decoys(of: ["ACDEFGHIKLMNPQR", "SAMPLER"], rules)
        #expect(found == (keepsFirst ? Self.frozen : Self.frozenWithoutFirst))
    }

    static let frozen = ["ACDEFGHIK": "AEHIGDFCK", "LMNPQR": "LNMPQR", "SAMPLER": "SPALMER"]
    static let frozenWithoutFirst = ["ACDEFGHIK": "HFDIGCEAK", "LMNPQR": "NLMQPR", "SAMPLER": "SMPLAER"]

    @Test("modifications move with their residues, those of the ends stay")
    func modificationsMove() async throws {
        let table = try await table(
            [protein("A", "AMCDEMK")], rules: try rules(), decoys: DecoyRules(keepsFirstResidue: false),
            masses: try masses(variable: ["Oxidation@M", "Acetyl@N-term"], maximumVariable: 2))
        let pairs = try (0..<table.count).map { row in
            "\(try table.peptidoform(row)) \(try table.peptidoform(row, .decoy))"
        }
        #expect(
            Set(pairs) == [
                "AMC[Carbamidomethyl]DEMK MEDC[Carbamidomethyl]MAK",
                "AM[Oxidation]C[Carbamidomethyl]DEMK MEDC[Carbamidomethyl]M[Oxidation]AK",
                "AMC[Carbamidomethyl]DEM[Oxidation]K M[Oxidation]EDC[Carbamidomethyl]MAK",
                "AM[Oxidation]C[Carbamidomethyl]DEM[Oxidation]K M[Oxidation]EDC[Carbamidomethyl]M[Oxidation]AK",
                "[Acetyl]-AMC[Carbamidomethyl]DEMK [Acetyl]-MEDC[Carbamidomethyl]MAK",
                "[Acetyl]-AM[Oxidation]C[Carbamidomethyl]DEMK [Acetyl]-MEDC[Carbamidomethyl]M[Oxidation]AK",
                "[Acetyl]-AMC[Carbamidomethyl]DEM[Oxidation]K [Acetyl]-M[Oxidation]EDC[Carbamidomethyl]MAK",
            ])
    }

    @Test("target and decoy share a pair key, proteins and mass; other pairs have other keys")
    func pairs() async throws {
        let table = try await table([protein("A", "PEPTIDEKMAGICK")], rules: try rules(), masses: try masses())
        #expect(table.pairKey(ofRow: 0) != table.pairKey(ofRow: 1))
        #expect(
            ResidueIdentity.pairKey(of: Array("PEPTLDEK".utf8)) == ResidueIdentity.pairKey(of: Array("PEPTIDEK".utf8)))
        for row in 0..<2 {
            #expect(
                table.pairKey(ofRow: row) == ResidueIdentity.pairKey(of: table.sequence(ofRow: row, label: .target)))
            let masses = [try table.peptidoform(row).massDaltons, try table.peptidoform(row, .decoy).massDaltons]
            for mass in masses { #expect(abs(mass - table.masses[row]) < 1e-9) }
        }
    }

    @Test("decoys of a FASTA are rows of their own; what is in both is a target and lists its targets")
    func fromFASTA() async throws {
        let proteins = [
            protein("A", "PEPTIDEKMAGICK"), protein("A", "EDITPEPKMAGLCKGGGR", isDecoy: true), protein("B", "MAGICK"),
        ]
        let table = try await table(
            proteins, rules: try rules(), decoys: DecoyRules(source: .fromFASTA(prefix: "rev_")), masses: try masses())
        let rows = (0..<table.count).map { row in
            let labels = table.labels(ofRow: row)
            return "\(table.text(row)) \(labels.target) \(labels.decoy) \(table.proteins(ofRow: row))"
        }
        #expect(
            Set(rows) == [
                "PEPTIDEK true false [0]", "MAGICK true false [0, 2]", "EDITPEPK false true [1]", "GGGR false true [1]",
            ])
        #expect((0..<table.count).allSatisfy { !table.isPaired(row: $0) })
        #expect(table.census.peptides == 2)
        #expect(table.census.unpaired == 0)
        let decoy = try #require((0..<table.count).first { table.text($0) == "GGGR" })
        #expect(table.text(decoy, .decoy) == "GGGR")
    }
}
