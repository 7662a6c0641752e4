import Chemistry
import ProteinDatabase
import TestSupport
import Testing

@Suite("Limits on variable modifications")
struct VariableLimitTests {
    private func forms(_ sequence: String, _ masses: PeptideMasses) async throws -> Set<String> {
        let table = try await table([protein("A", sequence)], rules: try rules("arg-c"), masses: masses)
        let forms = try (0..<table.count).map { "\(try table.peptidoform($0))" }
        #expect(Set(forms).count == forms.count)
        return Set(forms)
    }

    @Test("a peptide carries at most so many of a modification, and others as before")
    func maximum() async throws {
        let limited = try masses(
            fixed: [], variable: ["Oxidation@M", "Phospho@S"], maximumVariable: 3, maxima: [1: 1])
        #expect(
            try await forms("MSAS", limited) == [
                "MSAS", "M[Oxidation]SAS", "MS[Phospho]AS", "MSAS[Phospho]", "M[Oxidation]S[Phospho]AS",
                "M[Oxidation]SAS[Phospho]",
            ])
    }

    @Test("entries of one modification have each its own maximum")
    func entries() async throws {
        let limited = try masses(
            fixed: [], variable: ["Phospho@S", "Phospho@Y"], maximumVariable: 3, maxima: [0: 1])
        let found = try await forms("SYSY", limited)
        #expect(found.contains("S[Phospho]Y[Phospho]SY[Phospho]") && found.contains("SY[Phospho]S[Phospho]Y[Phospho]"))
        #expect(found.allSatisfy { $0.ranges(of: "S[Phospho]").count < 2 })
        // One of the three choices of serines with any of the four of tyrosines.
        #expect(found.count == 12)
    }

    @Test("of modifications that exclude each other a peptide carries only one, as often as it likes")
    func exclusion() async throws {
        let exclusive = try masses(
            fixed: [], variable: ["Phospho@S", "GG@K", "Oxidation@M"], maximumVariable: 3,
            exclusive: [["Phospho", "GG@K"]])
        #expect(
            try await forms("SKSM", exclusive) == [
                "SKSM", "S[Phospho]KSM", "SKS[Phospho]M", "S[Phospho]KS[Phospho]M", "SK[GG]SM", "SKSM[Oxidation]",
                "S[Phospho]KSM[Oxidation]", "SKS[Phospho]M[Oxidation]", "S[Phospho]KS[Phospho]M[Oxidation]",
                "SK[GG]SM[Oxidation]",
            ])
    }

    @Test("random rules give the forms that are left of all choices", arguments: 1...12)
    func random(_ seed: Int) async throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let example = TableCase.random(&generator)
        let table = try await example.builder().build()
        let expected = try example.oracle().forms(of: ProteinDatabase(proteins: example.proteins).proteins)
        // Names of forms with L for I, as the oracle gives them.
        let found = try (0..<table.count).map { row in
            let residues = table.sequence(ofRow: row, label: .target).map(ResidueIdentity.normalised)
            let modifications = table.modifications(ofRow: row, label: .target)
            return "\(try Peptidoform(sequence: residues, modifications: modifications))"
        }
        #expect(found.count > 50)
        #expect(found.sorted() == expected.map(\.form.peptidoform).sorted())
        var unlimited = example
        (unlimited.maxima, unlimited.exclusive) = ([:], [])
        #expect(try await unlimited.builder().build().count > found.count, "the rules rule something out")
        let parts = try await example.builder().division(byteLimit: 20_000)
        #expect(parts.rowLimit >= table.count)
        var count = 0
        for part in parts.parts { count += try await example.builder().build(part: part).count }
        #expect(count == table.count)
    }
}

extension TableCase {
    /// Random variable modifications with random limits, at least one maximum and one group.
    fileprivate static func random(_ generator: inout SplitMix64) -> TableCase {
        var pool = [
            "Phospho@S", "Oxidation@M", "GG@K", "Acetyl@K", "Acetyl@N-term", "Methyl@R", "Amidated@C-term", "Methyl@K",
        ]
        // The first three are in every protein of the example, so that their limits do something.
        while pool.count > 5 { pool.remove(at: generator.integer(3..<pool.count)) }
        var example = TableCase(
            name: "random", missed: 2, fixed: [], variable: pool, maximumVariable: generator.integer(2..<5))
        example.maxima[generator.integer(0..<3)] = 1
        example.maxima[generator.integer(0..<5)] = generator.integer(1..<3)
        for _ in 0...generator.integer(0..<2) {
            var places = Array(0..<5)
            while places.count > 2 + generator.integer(0..<2) { places.remove(at: generator.integer(0..<places.count)) }
            example.exclusive.append(ExclusiveGroup(names: places.map { pool[$0] }, members: places.map { [$0] }))
        }
        return example
    }
}
