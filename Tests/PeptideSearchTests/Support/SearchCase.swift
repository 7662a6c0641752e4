import Chemistry
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import TestSupport
import Testing

/// A search of random spectra against random proteins.
struct SearchCase: Sendable, CustomTestStringConvertible {
    var name: String
    var parameters: SearchParameters
    var fixed = ["Carbamidomethyl@C"]
    var variable = ["Oxidation@M"]
    /// Modifications whose losses are looked for.
    var losing: Set<String> = []
    /// What spectra are said to be made by, in turn.
    var activations: [[DissociationMethod]] = []
    var decoys = DecoyRules()
    var hasDecoyProteins = false
    var letters = "ACDEFGHIKLMNPQRSTVWY"
    /// Spectra that brute force takes; open windows cost it much.
    var spectrumCount = 60
    var testDescription: String { name }

    private static let wide = ToleranceRange(lower: -1.5, upper: 3.2, unit: .daltons)

    /// Many sequences equal each other, also with I = L.
    static let fewLetters = SearchCase(
        name: "modifications that move or remove mass, few letters, many equal sequences",
        parameters: PeptideSearchTests.parameters(precursor: wide, maximumFragmentCharge: 2),
        fixed: ["TMT6plex@N-term", "TMT6plex@K"], variable: ["-150.5@N-term", "Phospho@S", "+100.1@C-term"],
        letters: "AILGSKRM")

    static let all = [
        SearchCase(name: "defaults", parameters: MoselleDefaults.parameters),
        SearchCase(
            name: "every fragment, charges to 3, isotope errors on both sides",
            parameters: PeptideSearchTests.parameters(
                precursor: ToleranceRange(.ppm(15)), isotopeErrors: -1...2, charges: 1...4, maximumFragmentCharge: 3)),
        SearchCase(
            name: "ion trap: 0.5 Da, wide precursor window",
            parameters: PeptideSearchTests.parameters(
                precursor: wide, fragment: .daltons(0.5), maximumFragmentCharge: 2, maximumPeaks: 100),
            variable: ["Oxidation@M", "Acetyl@protein-N-term"]),
        SearchCase(
            name: "very wide fragment tolerance, so that peaks are shared by many ions",
            parameters: PeptideSearchTests.parameters(
                precursor: wide, fragment: .daltons(6), maximumFragmentCharge: 3, maximumPeaks: 250)),
        SearchCase(
            name: "open: forms of one sequence in several parts of the table",
            parameters: PeptideSearchTests.parameters(
                precursor: ToleranceRange(lower: -40, upper: 100, unit: .daltons), maximumPeaks: 60),
            variable: ["Oxidation@M", "Phospho@ST", "Acetyl@protein-N-term"], spectrumCount: 25),
        SearchCase(
            name: "1000 ppm, few peaks",
            parameters: PeptideSearchTests.parameters(precursor: wide, fragment: .ppm(1000), maximumPeaks: 12)),
        SearchCase(
            name: "narrow: 1 ppm",
            parameters: PeptideSearchTests.parameters(fragment: .ppm(1), isotopeErrors: 0...2)),
        fewLetters,
        SearchCase(
            name: "shuffled decoys with the first residue kept",
            parameters: PeptideSearchTests.parameters(precursor: wide, minimumMatchedFragments: 3),
            decoys: DecoyRules(source: .shuffled, keepsFirstResidue: true, seed: 9)),
        SearchCase(
            name: "c and z, b and y, or all of them by activation; losses; shuffled decoys",
            parameters: PeptideSearchTests.parameters(precursor: wide, maximumFragmentCharge: 2, maximumPeaks: 250),
            variable: ["Phospho@STY", "Oxidation@M", "Acetyl@N-term"], losing: ["Phospho", "Oxidation"],
            activations: [[.etd], [.hcd], [], [.ethcd], [.etd, .cid]], decoys: DecoyRules(source: .shuffled, seed: 4)),
        SearchCase(
            name: "all series everywhere, losses from few letters",
            parameters: PeptideSearchTests.parameters(
                precursor: wide, fragmentSeries: .always(Set(FragmentSeries.allCases)), maximumFragmentCharge: 2),
            variable: ["Phospho@ST", "Oxidation@M"], losing: ["Phospho", "Oxidation"], letters: "AGSTMR"),
        SearchCase(
            name: "decoys of the FASTA",
            parameters: PeptideSearchTests.parameters(precursor: wide),
            decoys: DecoyRules(source: .fromFASTA(prefix: "rev_")), hasDecoyProteins: true),
    ]

    var proteins: ProteinDatabase {
        var generator = SplitMix64(seed: 31)
        let letters = Array(letters.utf8)
        return database(
            (0..<30).map { number in
                let residues = (0..<60).map { position in
                    position % 9 == 8 ? UInt8(ascii: "K") : letters[generator.integer(0..<letters.count)]
                }
                let prefix = hasDecoyProteins && number % 2 == 1 ? "rev_" : ""
                return ("\(prefix)P\(100 + number)", "M" + String(decoding: residues, as: UTF8.self))
            })
    }

    func tableBuilder() throws -> PeptideTableBuilder {
        try builder(
            proteins, missed: 1, lengths: 4...25, masses: parameters.peptideMassesDaltons, decoys: decoys, fixed: fixed,
            variable: variable, losing: losing)
    }
}

/// The defaults of the `search` stage.
enum MoselleDefaults {
    static let parameters = PeptideSearchTests.parameters(
        masses: 500...5000, isotopeErrors: 0...2, charges: 2...4, minimumFragmentOrdinal: 2, minimumPeaks: 10,
        minimumMatchedFragments: 4)
}
