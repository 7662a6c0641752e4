import ProteinDatabase
import Testing

@Suite("FASTA headers")
struct FASTAHeaderTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var line: String
        var accession: String
        var gene: String?
        var description: String
        var testDescription: String { line }
    }

    static let examples = [
        // UniProtKB.
        Example(
            line: "sp|P02768|ALBU_HUMAN Albumin OS=Homo sapiens OX=9606 GN=ALB PE=1 SV=2", accession: "P02768",
            gene: "ALB", description: "Albumin"),
        Example(
            line: "tr|A0A0U1RQF0|A0A0U1RQF0_HUMAN Fatty acid synthase OS=Homo sapiens OX=9606 PE=1 SV=1",
            accession: "A0A0U1RQF0", gene: nil, description: "Fatty acid synthase"),
        Example(
            line: "sp|P04439-2|HLAA_HUMAN Isoform 2 of HLA class I A alpha chain OS=Homo sapiens OX=9606 GN=HLA-A",
            accession: "P04439-2", gene: "HLA-A", description: "Isoform 2 of HLA class I A alpha chain"),
        Example(
            line:
                "sp|Q8TZG0|TYW32_PYRFU tRNA(Phe) 7-((3-amino-3-carboxypropyl)-4-demethylwyosine(37)-N(4))-methyl=x OS=P",
            accession: "Q8TZG0", gene: nil,
            description: "tRNA(Phe) 7-((3-amino-3-carboxypropyl)-4-demethylwyosine(37)-N(4))-methyl=x"),
        Example(line: "sp|ALBU_BOVIN|", accession: "ALBU_BOVIN", gene: nil, description: ""),
        Example(
            line: "sp|Cont_P00722|BGAL_ECOLI Beta-galactosidase OS=Escherichia coli (strain K12) OX=83333 GN=lacZ PE=1",
            accession: "Cont_P00722", gene: "lacZ", description: "Beta-galactosidase"),
        // NCBI.
        Example(
            line: "gi|58761546|ref|NP_055828.2| lysine-specific histone demethylase 1A isoform b [Homo sapiens]",
            accession: "NP_055828.2", gene: nil,
            description: "lysine-specific histone demethylase 1A isoform b [Homo sapiens]"),
        Example(
            line: "gi|229552|prf||754920A albumin [Bos primigenius taurus]", accession: "229552", gene: nil,
            description: "albumin [Bos primigenius taurus]"),
        Example(
            line: "gi|1633462|pdb|1AZM|A carbonic anhydrase", accession: "1633462", gene: nil,
            description: "carbonic anhydrase"),
        Example(line: "ref|NP_000468.1| albumin", accession: "NP_000468.1", gene: nil, description: "albumin"),
        Example(
            line: "NP_596869.4 titin isoform N2-A GN=TTN [Homo sapiens]", accession: "NP_596869.4", gene: "TTN",
            description: "titin isoform N2-A"),
        Example(
            line: "gnl|BL_ORD_ID|17 hypothetical", accession: "gnl|BL_ORD_ID|17", gene: nil, description: "hypothetical"
        ),
        Example(line: "pdb|1AZM|A chain A", accession: "pdb|1AZM|A", gene: nil, description: "chain A"),
        // Anything else.
        Example(
            line: "ENSP00000445920.1 pep chromosome:GRCh38:12:109553715:109573504:-1 gene:ENSG00000139428.12",
            accession: "ENSP00000445920.1", gene: nil,
            description: "pep chromosome:GRCh38:12:109553715:109573504:-1 gene:ENSG00000139428.12"),
        Example(
            line: "P00761 SWISS-PROT:P00761|TRYP_PIG Trypsin - Sus scrofa (Pig).", accession: "P00761", gene: nil,
            description: "SWISS-PROT:P00761|TRYP_PIG Trypsin - Sus scrofa (Pig)."),
        Example(
            line: "mz|D3Z2F2|D3Z2F2_MOUSE HSP60 GN=Hspd1", accession: "mz|D3Z2F2|D3Z2F2_MOUSE", gene: "Hspd1",
            description: "HSP60"),
        Example(line: "bare", accession: "bare", gene: nil, description: ""),
        // Odd text.
        Example(
            line: "X1 5'-nucleotidase \"quoted\"\twith tab   ", accession: "X1", gene: nil,
            description: "5'-nucleotidase \"quoted\" with tab"),
        Example(
            line: "X2 binds MOS=factor; xGN=no", accession: "X2", gene: nil, description: "binds MOS=factor; xGN=no"),
        Example(line: "X3 protéine – β GN=β1", accession: "X3", gene: "β1", description: "protéine – β"),
        Example(line: "X4 GN= PE=1", accession: "X4", gene: nil, description: ""),
        Example(line: "X5 line of Windows GN=ABC\r", accession: "X5", gene: "ABC", description: "line of Windows"),
        Example(line: "sp||NOTHING_HUMAN x", accession: "sp||NOTHING_HUMAN", gene: nil, description: "x"),
        Example(line: "||", accession: "||", gene: nil, description: ""),
        Example(line: "", accession: "", gene: nil, description: ""),
    ]

    @Test("accession, gene and description are found in every dialect", arguments: examples)
    func dialects(_ example: Example) {
        let header = FASTAHeader(parsing: example.line)
        #expect(header.accession == example.accession)
        #expect(header.gene == example.gene)
        #expect(header.description == example.description)
    }

    @Test("the entry name is the third part of a word of UniProt")
    func entryName() {
        #expect(FASTAHeader(parsing: "sp|P02768|ALBU_HUMAN Albumin GN=ALB").entryName == "ALBU_HUMAN")
        #expect(FASTAHeader(parsing: "tr|A0A024|A0A024_MOUSE x").entryName == "A0A024_MOUSE")
        for other in ["P02768 Albumin", "sp|P02768", "sp|P02768|", "gi|45|ref|NP_1.1|", "gnl|a|b", "||", ""] {
            #expect(FASTAHeader(parsing: other).entryName == nil, "\(other)")
        }
    }
}
