import Chemistry
import ProteinDatabase
import TestSupport
import Testing

@Suite("Peptide tables")
struct PeptideTableTests {
    @Test("sequences equal with I = L are one row with all proteins, named by the first protein")
    func isoleucine() async throws {
        let table = try await table(
            [protein("C", "RPEPTIDEK"), protein("B", "KPEPTLDEKA"), protein("D", "PEPTJDEK")],
            rules: try rules("trypsin/p"),
            masses: try masses())
        let row = try #require((0..<table.count).first { table.text($0) == "PEPTLDEK" })
        #expect(table.proteins(ofRow: row) == [0, 1, 2])
        #expect(table.neighbours(ofRow: row) == (previous: UInt8(ascii: "K"), next: UInt8(ascii: "A")))
        #expect((0..<table.count).map { table.text($0) }.sorted() == ["A", "K", "PEPTLDEK", "R"])
    }

    @Test("a protein in which a peptide stands twice is listed once")
    func repeats() async throws {
        let table = try await table(
            [protein("A", "MAGICKMAGICK"), protein("B", "MAGLCK")], rules: try rules(), masses: try masses())
        #expect(table.count == 1)
        #expect(table.proteins(ofRow: 0) == [0, 1])
        #expect(table.census.peptides == 1)
    }

    @Test("a form of the protein's end lists only proteins it ends, and lost methionine counts as the end")
    func proteinEnds() async throws {
        let proteins = [
            protein("A", "MAGICKSSR"), protein("B", "AGICKSSR"), protein("C", "SSRAGICKSSR"), protein("D", "MSSRAGLCK"),
        ]
        let table = try await table(
            proteins, rules: try rules(losesMethionine: true),
            masses: try masses(fixed: [], variable: ["Acetyl@protein-N-term", "Amidated@protein-C-term"]))
        let rows = try (0..<table.count).map { "\(try table.peptidoform($0)) \(table.proteins(ofRow: $0))" }
        #expect(
            Set(rows)
                == [
                    "AGICK [0, 1, 2, 3]", "[Acetyl]-AGICK [0, 1]", "AGICK-[Amidated] [3]", "MAGICK [0]",
                    "[Acetyl]-MAGICK [0]", "SSR [0, 1, 2, 3]", "[Acetyl]-SSR [2, 3]", "SSR-[Amidated] [0, 1, 2]",
                    "MSSR [3]", "[Acetyl]-MSSR [3]",
                ])
    }

    @Test("a target of a FASTA with decoys gets no form that only a decoy protein has")
    func endsOfDecoyProteins() async throws {
        let proteins = [protein("A", "SSSRGEPTIDEK"), protein("B", "GEPTIDEKSSSR", isDecoy: true)]
        let table = try await table(
            proteins, rules: try rules(), decoys: DecoyRules(source: .fromFASTA(prefix: "rev_")),
            masses: try masses(fixed: [], variable: ["Acetyl@protein-N-term"]))
        let rows = try (0..<table.count).map { "\(try table.peptidoform($0)) \(table.proteins(ofRow: $0))" }
        #expect(Set(rows) == ["GEPTIDEK [0]", "SSSR [0]", "[Acetyl]-SSSR [0]"])
    }

    @Test("stretches with residues of no mass are left out and counted; U, O and J have one")
    func ambiguous() async throws {
        let table = try await table(
            [protein("A", "AXAKGBGKSZSKC*CKAUAKAOAKAJAK")], rules: try rules(lengths: 3...50), masses: try masses())
        #expect((0..<table.count).map { table.text($0) }.sorted() == ["AJAK", "AOAK", "AUAK"])
        #expect(table.census.withoutMass == 4)
        #expect(table.census.peptides == 3)
    }

    @Test("the range of masses holds for the modified form and includes its ends")
    func massRange() async throws {
        func rows(_ range: ClosedRange<Double>) async throws -> [String] {
            let table = try await table(
                [protein("A", "MAGICK")], rules: try rules(masses: range),
                masses: try masses(fixed: [], variable: ["Oxidation@M"]))
            return try (0..<table.count).map { "\(try table.peptidoform($0))" }
        }
        // M A G I C K and water: 131.040485 + 71.037114 + 57.021464 + 113.084064 + 103.009185 + 128.094963 + 18.010565.
        let whole = try await table([protein("A", "MAGICK")], rules: try rules(), masses: try masses(fixed: [])).masses[
            0]
        #expect(abs(whole - 621.29784) < 1e-5)
        #expect(try await rows(whole...whole) == ["MAGICK"])
        #expect(try await rows(whole.nextUp...700) == ["M[Oxidation]AGICK"])
        #expect(try await rows(0...whole.nextDown).isEmpty)
        #expect(try await rows(600...622) == ["MAGICK"])
    }

    @Test("a variable modification takes the place of a fixed one")
    func variableForFixed() async throws {
        let table = try await table(
            [protein("A", "ACDK")], rules: try rules(),
            masses: try masses(fixed: ["Carbamidomethyl@C"], variable: ["+71.037114@C"]))
        #expect(table.count == 2)
        #expect(abs(table.masses[1] - table.masses[0] - (71.037114 - 57.021464)) < 1e-6)
        #expect(table.modifications(ofRow: 1, label: .target).count == 1)
        #expect("\(try table.peptidoform(0))" == "AC[Carbamidomethyl]DK")
    }

    @Test("modifications that cannot be laid out are refused")
    func refusals() throws {
        #expect(throws: PeptideMassError.separatesIsoleucine("+3.01883@L")) { try masses(fixed: ["+3.01883@L"]) }
        #expect(throws: PeptideMassError.self) { try masses(fixed: [], variable: ["+3.01883@I"]) }
        #expect(throws: PeptideMassError.self) { try masses(fixed: [], variable: ["Acetyl@N-term:I"]) }
        #expect(throws: PeptideMassError.fixedProteinEnd("Acetyl@protein-N-term")) {
            try masses(fixed: ["Acetyl@protein-N-term"])
        }
        #expect(throws: PeptideMassError.fixedEndWithResidue("Acetyl@N-term:A")) {
            try masses(fixed: ["Acetyl@N-term:A"])
        }
        let many = (1...256).map { "+\($0)@K" }
        #expect(throws: PeptideMassError.tooManyVariable(256)) { try masses(fixed: [], variable: many) }
        _ = try masses(fixed: [], variable: Array(many.dropLast()))
        _ = try masses(fixed: ["+3.01883@IL"])
    }

    @Test("rows of a window include both its ends and nothing else")
    func windows() async throws {
        let table = try await TableCase.all[0].builder().build()
        let masses = table.masses
        #expect(table.rows(in: masses[0]...masses[masses.count - 1]) == 0..<masses.count)
        #expect(table.rows(in: 0...masses[0].nextDown).isEmpty)
        #expect(table.rows(in: masses[masses.count - 1].nextUp...1e9).isEmpty)
        #expect(table.rows(in: -Double.infinity...Double.infinity) == 0..<masses.count)
        var generator = SplitMix64(seed: 3)
        for _ in 0..<300 {
            let one = masses[generator.integer(0..<masses.count)]
            let low = generator.happens(withProbability: 0.5) ? one : one + generator.uniform(-1...1)
            let high = generator.happens(withProbability: 0.3) ? low : low + generator.uniform(0...3)
            let expected = masses.indices.filter { masses[$0] >= low && masses[$0] <= high }
            #expect(Array(table.rows(in: low...high)) == expected)
        }
    }

    @Test("a table of no peptides answers")
    func empty() async throws {
        let table = try await table([protein("A", "XX")], rules: try rules(), masses: try masses())
        #expect(table.count == 0)
        #expect(table.rows(in: 0...1e9).isEmpty)
        #expect(table.census.peptides == 0)
        #expect(table.census.withoutMass == 1)
    }
}
