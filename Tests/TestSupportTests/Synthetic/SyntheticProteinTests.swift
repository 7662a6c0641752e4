import TestSupport
import Testing

@Suite("SyntheticProtein")
struct SyntheticProteinTests {
    @Test("makes proteins of the promised length, each with its own accession")
    func shape() {
        let proteins = SyntheticProtein.make(count: 300, seed: 1)
        #expect(Set(proteins.map(\.accession)).count == 300)
        #expect(proteins.allSatisfy { (200...600).contains($0.sequence.count) && $0.sequence.first == "M" })
        #expect(proteins.allSatisfy { $0.sequence.allSatisfy("ACDEFGHIKLMNPQRSTVWY".contains) })
        #expect(proteins[0].header == "sp|Q9XAA0|SYN1_SYNTH Synthetic protein 1 OS=Synthetic GN=SYN1 PE=1 SV=1")
    }

    @Test("the same seed gives the same proteins, a larger count adds to them, another seed gives others")
    func seeds() {
        let proteins = SyntheticProtein.make(count: 20, seed: 7)
        #expect(SyntheticProtein.make(count: 20, seed: 7) == proteins)
        #expect(Array(SyntheticProtein.make(count: 30, seed: 7).prefix(20)) == proteins)
        #expect(SyntheticProtein.make(count: 20, seed: 8) != proteins)
    }

    @Test("leucine is the most and tryptophan the least frequent residue, as in human proteins")
    func frequencies() {
        let residues = SyntheticProtein.make(count: 100, paralogueShare: 0, seed: 2).flatMap { $0.sequence.dropFirst() }
        let shares = Dictionary(grouping: residues) { $0 }.mapValues { Double($0.count) / Double(residues.count) }
        #expect(shares.max { $0.value < $1.value }?.key == "L")
        #expect(shares.min { $0.value < $1.value }?.key == "W")
        #expect(abs((shares["L"] ?? 0) - 0.1) < 0.01)
    }

    @Test("paralogues share peptides")
    func paralogues() {
        let apart = SyntheticPeptide.tryptic(of: SyntheticProtein.make(count: 50, paralogueShare: 0, seed: 3))
        let related = SyntheticPeptide.tryptic(of: SyntheticProtein.make(count: 50, paralogueShare: 0.5, seed: 3))
        #expect(!apart.contains { $0.proteins.count > 1 })
        #expect(related.contains { $0.proteins.count > 1 })
    }

    @Test("FASTA has lines of at most 60 residues that read back to the sequence")
    func fasta() {
        let protein = SyntheticProtein(
            accession: "A", header: "sp|A|A_SYNTH", sequence: String(repeating: "M", count: 130))
        let lines = SyntheticProtein.fasta([protein]).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.map(\.count) == [13, 60, 60, 10, 0])
        #expect(lines[0] == ">sp|A|A_SYNTH")
    }
}
