import Confidence
import PeptideSearch
import Testing

@Suite("Peptidoform level")
struct PeptidoformLevelTests {
    /// q-value of the first match with the given score.
    private func qValue(_ score: Double, in result: Identifications) -> Double? {
        result.psms.first { $0.score == score }?.peptidoformQValue
    }

    @Test("a form competes with the decoy of the same modifications, not with that of another form")
    func ownDecoy() throws {
        let result = try ConfidenceEngine.assess(runs: [
            .planned(
                "a",
                [
                    .target("MAGK", 10, pair: 1), .decoy("GAMK", 9, pair: 1, form: "GAM[Oxidation]K"),
                    .target("MAGK", 8, pair: 1, form: "M[Oxidation]AGK"), .decoy("GAMK", 7, pair: 1),
                    .target("CCCK", 6, pair: 2),
                ])
        ])
        // Winners: plain target 10, oxidised decoy 9, target 6 -> 1/1, 2/1, 2/2. At peptide level 10 beats 9.
        #expect(qValue(10, in: result) == 1)
        #expect(result.summaries.first { $0.level == .peptidoform }?.targetCount == 2)
        #expect(result.summaries.first { $0.level == .peptidoform }?.decoyCount == 1)
        #expect(result.summaries.first { $0.level == .peptide }?.decoyCount == 0)
        #expect(qValue(8, in: result) == 1)
        #expect(result.psms.first { $0.score == 8 }?.peptideQValue == 0.5)
    }

    @Test("forms that differ only in where a modification sits are one, and share the best one's q-value")
    func sites() throws {
        let result = try ConfidenceEngine.assess(runs: [
            .planned(
                "a",
                [
                    .target("SASK", 10, pair: 1, form: "S[Phospho]ASK"), .target("GGGK", 9, pair: 2),
                    .decoy("SASK", 5, pair: 1, form: "SAS[Phospho]K"),
                    .target("SASK", 4, pair: 1, form: "SAS[Phospho]K"), .decoy("TTTK", 1, pair: 3),
                ])
        ])
        // Winners: 10, 9, d1: 1/2 for both targets; the second site rides on the first.
        #expect(qValue(10, in: result) == 0.5)
        #expect(qValue(4, in: result) == 0.5)
        #expect(qValue(5, in: result) == 1)
        #expect(result.summaries.first { $0.level == .peptidoform }?.targetCount == 2)
    }

    @Test(
        "the composition of a form is its modifications by name, sorted, wherever they sit",
        arguments: [
            ("PEPTIDEK", ""), ("M[Oxidation]PC[Carbamidomethyl]M[Oxidation]K", "Carbamidomethyl;Oxidation;Oxidation"),
            ("[Acetyl]-PEPK-[Amidated]", "Acetyl;Amidated"), ("Q[Gln->pyro-Glu]AK", "Gln->pyro-Glu"),
            ("S[Phospho#g1]AS[#g1]K", "Phospho"), ("{Glycan:Hex}SEQK", "Glycan:Hex"),
            ("<[Carbamidomethyl]@C>CK", "[Carbamidomethyl]@C"), ("A[Formula:[13C2]H6]K", "Formula:[13C2]H6"),
            ("K[+15.995]", "+15.995"), ("IK[GG][Label:13C(6)]R[Label:13C(6)]", "GG;Label:13C(6);Label:13C(6)"),
        ])
    func composition(peptidoform: String, expected: String) {
        #expect(ModificationComposition.key(ofProForma: peptidoform) == expected)
    }
}
