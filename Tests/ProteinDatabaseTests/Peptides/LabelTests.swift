import Chemistry
import ProteinDatabase
import Testing

@Suite("Labels")
struct LabelTests {
    private let heavy = ["Label:13C(6)15N(2)@K", "Label:13C(6)15N(4)@R"]

    private func rows(_ table: PeptideTable, _ label: CandidateLabel = .target) throws -> [String] {
        try (0..<table.count).map { "\(try table.peptidoform($0, label))" }
    }

    @Test("a peptide is there light and once with each set, all of its sites labelled; one without sites is there once")
    func forms() async throws {
        let table = try await table(
            [protein("A", "ARGKSDE")], rules: try rules(missed: 1), masses: try masses(labels: [heavy]))
        let expected: Set = [
            "AR", "AR[Label:13C(6)15N(4)]", "GK", "GK[Label:13C(6)15N(2)]", "SDE", "ARGK",
            "AR[Label:13C(6)15N(4)]GK[Label:13C(6)15N(2)]", "GKSDE", "GK[Label:13C(6)15N(2)]SDE",
        ]
        #expect(Set(try rows(table)) == expected)
        #expect(table.count == expected.count)
        #expect(table.census.peptides == 5 && table.census.peptidoforms == 9)
    }

    @Test("masses are those of the isotopes: K+8.014199, R+10.008269, and 2H4 on K 4.025107 Da")
    func isotopes() async throws {
        // 13C - 12C is 1.0033548 Da, 15N - 14N is 0.9970349 Da, 2H - 1H is 1.0062767 Da.
        let table = try await table(
            [protein("A", "AGRSAK")], rules: try rules(missed: 1),
            masses: try masses(labels: [heavy, ["Label:2H(4)@K", "Label:13C(6)@R"]]))
        func mass(_ form: String) throws -> Double {
            table.masses[try #require(try rows(table).firstIndex(of: form), "\(form)")]
        }
        // A G R and water, A G R S A K and water.
        let (light, both) = (302.170253, 588.334370)
        #expect(abs(try mass("AGR") - light) < 2e-5)
        #expect(abs(try mass("AGR[Label:13C(6)15N(4)]") - light - 10.008269) < 2e-5)
        #expect(abs(try mass("AGR[Label:13C(6)]") - light - 6.020129) < 2e-5)
        #expect(abs(try mass("AGRSAK") - both) < 2e-5)
        let heavyForm = "AGR[Label:13C(6)15N(4)]SAK[Label:13C(6)15N(2)]"
        #expect(abs(try mass(heavyForm) - both - 18.022468) < 2e-5)
        #expect(abs(try mass("AGR[Label:13C(6)]SAK[Label:2H(4)]") - both - 10.045236) < 2e-5)
    }

    @Test("labels add to what the residue carries and do not count as variable modifications")
    func beside() async throws {
        let table = try await table(
            [protein("A", "SMAKC")], rules: try rules("lys-c"),
            masses: try masses(
                fixed: ["TMT6plex@K", "Carbamidomethyl@C"], variable: ["GG@K", "Oxidation@M"], maximumVariable: 1,
                labels: [["Label:13C(6)@K"]]))
        #expect(
            Set(try rows(table)) == [
                "C[Carbamidomethyl]", "SMAK[TMT6plex]", "SM[Oxidation]AK[TMT6plex]", "SMAK[GG]",
                "SMAK[Label:13C(6)][TMT6plex]", "SM[Oxidation]AK[Label:13C(6)][TMT6plex]", "SMAK[GG][Label:13C(6)]",
            ])
    }

    @Test("a blocked end takes no label, and a form that has none left is there once")
    func blocked() async throws {
        let table = try await table(
            [protein("A", "AGK")], rules: try rules("arg-c"),
            masses: try masses(
                fixed: [], variable: ["Acetyl@N-term", "Amidated@C-term"],
                labels: [["Dimethyl:2H(4)@N-term"], ["Dimethyl:2H(4)@N-term", "Label:13C(6)@K", "-1.5@C-term"]]))
        let light = ["AGK", "[Acetyl]-AGK", "AGK-[Amidated]", "[Acetyl]-AGK-[Amidated]"]
        let medium = ["[Dimethyl:2H(4)]-AGK", "[Dimethyl:2H(4)]-AGK-[Amidated]"]
        let heavy = [
            "[Dimethyl:2H(4)]-AGK[Label:13C(6)]-[-1.5]", "[Acetyl]-AGK[Label:13C(6)]-[-1.5]",
            "[Dimethyl:2H(4)]-AGK[Label:13C(6)]-[Amidated]", "[Acetyl]-AGK[Label:13C(6)]-[Amidated]",
        ]
        let found = try rows(table)
        #expect(Set(found) == Set(light + medium + heavy))
        #expect(found.count == light.count + medium.count + heavy.count)
        // A 71.037114, G 57.021464, K 128.094963, water 18.010565; acetyl C2H2O 42.010565; 13C6 6.020129; N-terminal
        // dimethyl C2 2H4 32.056407; amide NH for O -0.984016.
        func expect(_ form: String, _ massDaltons: Double) throws {
            let row = try #require(found.firstIndex(of: form), "\(form)")
            #expect(abs(table.masses[row] - massDaltons) < 2e-6, "\(form)")
            var buffer = CandidateMasses()
            table.fill(&buffer, row: row, label: .target)
            #expect(abs(buffer.neutralMass - massDaltons) < 2e-6, "\(form)")
        }
        let bare = 274.164106
        try expect("[Acetyl]-AGK", bare + 42.010565)
        try expect("[Dimethyl:2H(4)]-AGK", bare + 32.056407)
        try expect("[Acetyl]-AGK[Label:13C(6)]-[-1.5]", bare + 42.010565 + 6.020129 - 1.5)
        try expect("[Acetyl]-AGK[Label:13C(6)]-[Amidated]", bare + 42.010565 + 6.020129 - 0.984016)
    }

    @Test("a reagent does not label a residue that a variable modification has taken; heavy isotopes are there still")
    func reagents() async throws {
        let reagent = try await table(
            [protein("A", "AKGK")], rules: try rules("arg-c"),
            masses: try masses(fixed: [], variable: ["Acetyl@K"], maximumVariable: 2, labels: [["Dimethyl@K"]]))
        let expected = [
            "AKGK", "AK[Acetyl]GK", "AKGK[Acetyl]", "AK[Acetyl]GK[Acetyl]", "AK[Dimethyl]GK[Dimethyl]",
            "AK[Acetyl]GK[Dimethyl]", "AK[Dimethyl]GK[Acetyl]",
        ]
        let found = try rows(reagent)
        #expect(found.sorted() == expected.sorted())
        // A 71.037114, K 128.094963 twice, G 57.021464, water 18.010565; acetyl 42.010565, dimethyl C2H4 28.031300.
        let row = try #require(found.firstIndex(of: "AK[Acetyl]GK[Dimethyl]"))
        #expect(abs(reagent.masses[row] - 472.300934) < 2e-6)
        let heavy = try await table(
            [protein("A", "AK")], rules: try rules("arg-c"),
            masses: try masses(fixed: [], variable: ["Acetyl@K"], labels: [["Label:13C(6)15N(2)@K"]]))
        #expect(try rows(heavy).contains("AK[Acetyl][Label:13C(6)15N(2)]"))
    }

    @Test("a decoy carries the label of its target, on the same residues and ends")
    func decoys() async throws {
        let table = try await table(
            [protein("A", "SPKGTR")], rules: try rules("arg-c"), decoys: DecoyRules(keepsFirstResidue: false),
            masses: try masses(labels: [heavy + ["Dimethyl:2H(4)@N-term"]]))
        #expect(try rows(table) == ["SPKGTR", "[Dimethyl:2H(4)]-SPK[Label:13C(6)15N(2)]GTR[Label:13C(6)15N(4)]"])
        #expect(
            try rows(table, .decoy)
                == ["TGKPSR", "[Dimethyl:2H(4)]-TGK[Label:13C(6)15N(2)]PSR[Label:13C(6)15N(4)]"])
        #expect(table.pairKey(ofRow: 0) == table.pairKey(ofRow: 1))
        #expect(table.isSameSequence(0, .target, as: 1, .target))
        #expect(table.tieKey(ofRow: 0, label: .target) != table.tieKey(ofRow: 1, label: .target))
    }

    @Test("labels take no memory beyond their rows")
    func memory() async throws {
        let light = try await table([protein("A", "ACDEFGHK")], rules: try rules(), masses: try masses())
        let both = try await table(
            [protein("A", "ACDEFGHK")], rules: try rules(), masses: try masses(labels: [heavy]))
        // A row is a mass, a peptide, where its modifications begin, and a byte.
        #expect(light.count == 1 && both.count == 2)
        #expect(both.byteCount - light.byteCount <= 17 + 9 * 4)
    }

    @Test("labels a search cannot tell apart or place are refused")
    func refusals() async throws {
        func labelled(_ sets: [[String]]) throws -> PeptideMasses { try masses(labels: sets) }
        #expect(throws: PeptideMassError.separatesIsoleucine("Label:13C(6)@L")) { try labelled([["Label:13C(6)@L"]]) }
        #expect(throws: PeptideMassError.labelOfProteinEnd("Acetyl:2H(3)@protein-N-term")) {
            try labelled([["Acetyl:2H(3)@protein-N-term"]])
        }
        #expect(throws: PeptideMassError.labelOfEndWithResidue("Label:18O(2)@C-term:K")) {
            try labelled([["Label:18O(2)@C-term:K"]])
        }
        let many = (1...16).map { ["+\($0)@K"] }
        #expect(throws: PeptideMassError.tooManyLabels(16)) { try labelled(many) }
        let most = try await table(
            [protein("A", "AGK")], rules: try rules(), masses: try labelled(Array(many.dropLast())))
        #expect(most.count == 16)
        #expect(try rows(most).last == "AGK[+15]")
    }
}
