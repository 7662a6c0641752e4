import Chemistry
import Testing

@Suite struct ModificationSpecificationTests {
    @Test(
        "specifications as people write them read and print back the same",
        arguments: [
            "Oxidation@M", "Carbamidomethyl@C", "Phospho@STY", "Acetyl@protein-N-term", "Acetyl@N-term",
            "Amidated@C-term", "Amidated@protein-C-term", "Gln->pyro-Glu@N-term:Q", "Acetyl@protein-N-term:AMST",
            "+15.994915@M", "Label:13C(6)15N(2)@K", "Formula:C2H2O@K",
        ])
    func roundTrip(text: String) throws {
        #expect(try ModificationSpecification(parsing: text).description == text)
    }

    @Test(
        "accessions, letter case and order of residues do not matter",
        arguments: [
            ("UNIMOD:35@M", "Oxidation@M"), ("oxidation@M", "Oxidation@M"), ("Phospho@YTS", "Phospho@STY"),
            ("acetyl@Protein-N-Term", "Acetyl@protein-N-term"), ("gln->pyro-glu@n-term:Q", "Gln->pyro-Glu@N-term:Q"),
        ])
    func normalised(text: String, printed: String) throws {
        #expect(try ModificationSpecification(parsing: text).description == printed)
    }

    @Test("the parts are what the text says")
    func parts() throws {
        let specification = try ModificationSpecification(parsing: "Gln->pyro-Glu@N-term:Q")
        #expect(specification.definition.unimodAccession == 28)
        #expect(specification.site == .at(.peptideNTerm, .glutamine))
        #expect(isClose(specification.massDaltons, -17.026549, within: 1e-5))
    }

    @Test(
        "a place that is missing or wrong is refused with what is allowed",
        arguments: [
            ("Oxidation", ModificationError.missingSite(text: "Oxidation", example: "Oxidation@M")),
            ("Acetyl@", .missingSite(text: "Acetyl@", example: "Acetyl@K")),
            ("Oxidation@X", .unknownResidue(letter: "X", text: "Oxidation@X")),
            ("Oxidation@m", .unknownResidue(letter: "m", text: "Oxidation@m")),
            ("Phospho@STS", .repeatedResidue(letter: "S", text: "Phospho@STS")),
            ("Acetyl@nterm", .unknownTerminus(terminus: "nterm", text: "Acetyl@nterm")),
            ("Acetyl@peptide-N-term", .unknownTerminus(terminus: "peptide-N-term", text: "Acetyl@peptide-N-term")),
            ("Acetyl@N-term:", .unknownTerminus(terminus: "", text: "Acetyl@N-term:")),
            ("Acetyl@K:M", .unknownTerminus(terminus: "K", text: "Acetyl@K:M")),
            ("Oxidaton@M", .unknownName(name: "Oxidaton", candidates: ["Oxidation"])),
        ])
    func refuses(text: String, expected: ModificationError) throws {
        let error = try #require(throws: ModificationError.self) { try ModificationSpecification(parsing: text) }
        #expect(error == expected)
    }

    @Test("errors list the allowed residues and termini")
    func errorTexts() throws {
        let error = try #require(throws: ModificationError.self) {
            try ModificationSpecification(parsing: "Oxidation@X")
        }
        #expect(error.description.contains("ACDEFGHIKLMNOPQRSTUVWY"))
        #expect(error.description.contains("N-term, C-term, protein-N-term, protein-C-term"))
    }
}
