import Chemistry
import PeptideSearch
import ProteinDatabase
import Workflow

extension SearchStage {
    /// Every parameter of `search`, the one place that holds their defaults.
    static let parameters: [ParameterDefinition] = digestionParameters + modificationParameters + matchingParameters

    private static let digestionParameters: [ParameterDefinition] = [
        ParameterDefinition(
            "enzyme", .choice(Enzyme.all.map(\.name)), default: "trypsin", summary: "Protease the sample was cut with.",
            details: Enzyme.all.map { "\($0.name): \($0.summary)." }.joined(separator: " ")),
        ParameterDefinition(
            "specificity", .choice(CleavageSpecificity.allCases.map(\.rawValue)), default: "full",
            summary: "How many ends of a peptide the enzyme must have made: full (both), semi (one), none.",
            details: "semi and none enlarge the search space about 10 and 100 times."),
        ParameterDefinition(
            "missed-cleavages", .integer(0...10), default: 2,
            summary: "Sites inside a peptide the enzyme may have missed. Without effect where specificity is none."),
        ParameterDefinition(
            "peptide-length", .integerRange(1...200), default: "7..50", summary: "Residues in a peptide."),
        ParameterDefinition(
            "peptide-mass", ChemistryTypes.massRange, default: "500 Da..5000 Da",
            summary: "Monoisotopic mass of the neutral peptide with its modifications."),
        ParameterDefinition(
            "methionine-loss", .boolean, default: true,
            summary: "Whether a protein's initial methionine may have been removed."),
        ParameterDefinition(
            "decoys",
            .either([
                .choice(["reverse", "shuffle"]),
                .record([
                    ParameterDefinition(
                        "from-fasta", .text, default: "rev_",
                        summary: "Prefix of the accessions of the decoys in the FASTA; case counts.")
                ]),
            ]), default: "reverse", summary: "Where decoys come from.",
            details: """
                reverse and shuffle make one decoy for each target peptide and keep its ends, so that target and decoy are \
                compared as a pair. { from-fasta: rev_ } takes decoys the FASTA holds; their pairs are unknown. \
                Entries that look like decoys and are not declared are an error.
                """),
        ParameterDefinition(
            "decoys-keep-first-residue", .boolean, default: true,
            summary: "Whether a decoy keeps the first residue of its target as it keeps the last.",
            details: """
                With the first residue moved, it becomes the last but one of a reversed decoy. Peptides of trypsin do not \
                begin with proline, so that decoys would never end in PK or PR, which gives intense fragments.
                """),
        ParameterDefinition(
            "seed", .integer(0...1_000_000_000), default: 1, summary: "Seed of shuffled decoys."),
    ]

    private static let modificationParameters: [ParameterDefinition] = [
        ParameterDefinition(
            "fixed", .list(ChemistryTypes.modification), default: ["Carbamidomethyl@C"],
            summary: "Modifications on every site.",
            details: "By Unimod name, accession (UNIMOD:4@C) or mass (+57.021464@C); [] for none."),
        ParameterDefinition(
            "variable", .list(ChemistryTypes.variableModification), default: ["Oxidation@M"],
            summary: "Modifications a site may have or not.",
            details: """
                Sites are residues (Phospho@STY), ends of peptides (Acetyl@N-term, Amidated@C-term), ends of proteins \
                (Acetyl@protein-N-term), or ends with a residue (Gln->pyro-Glu@N-term:Q). A variable modification takes the \
                place of a fixed one. { modification: Phospho@STY, max: 2 } limits how many of one a peptide may carry; \
                of two entries, as Phospho@ST and Phospho@Y, each has its own limit.
                """),
        ParameterDefinition(
            "max-variable", .integer(0...8), default: 3, summary: "Variable modifications in one peptide at the most."),
        ParameterDefinition(
            "exclusive", .list(.list(ChemistryTypes.modificationReference)), default: [],
            summary: "Groups of variable modifications of which a peptide carries only one.",
            details: """
                [[Phospho, GG@K], [Acetyl@K, GG@K]]: no peptide has a phosphate and a GG, nor an acetylated lysine and a GG; \
                several phosphates it may have. Named as in variable, or by the name alone for all of its entries. Fewer \
                forms are looked for, so that the search is faster and finds less by chance. On one site modifications \
                exclude each other in any case.
                """),
        ParameterDefinition(
            "labels", .list(ChemistryTypes.labelSet), default: [],
            summary: "Sets of labels, such as those of SILAC; a peptide has no label or all of one set.",
            details: """
                Each peptide is looked for without label, and with each set on all the sites it has: \
                [{ name: heavy, modifications: [Label:13C(6)15N(2)@K, Label:13C(6)15N(4)@R] }]. Sites are residues or ends \
                of peptides. A label of a residue that only exchanges isotopes, or is given by mass, adds to what the \
                residue carries (K[GG][Label:13C(6)15N(2)]). A reagent (Dimethyl:2H(4)@K) and any label of an end need \
                their place free of variable modifications: an acetylated N-terminus takes no Dimethyl:2H(4)@N-term. Labels \
                do not count towards max-variable. Each set enlarges the search space about once more. At most 15 sets.
                """),
    ]

    private static let matchingParameters: [ParameterDefinition] = [
        ParameterDefinition(
            "precursor-tolerance", ChemistryTypes.toleranceRange, default: "10 ppm",
            summary: "How far the measured precursor mass may be from the calculated one.",
            details: """
                On both sides alike (10 ppm, 0.02 Da), or from below to above (-150 Da..+500 Da). Of a wide window, the \
                column delta_mass of the table of matches tells by how much measured and calculated mass differ.
                """),
        ParameterDefinition(
            "fragment-tolerance", ChemistryTypes.tolerance, default: "20 ppm",
            summary: "How far a peak may be from the calculated fragment; about 0.5 Da for ion traps."),
        ParameterDefinition(
            "isotope-errors", .integerRange(-5...5), default: "0..2",
            summary: "Heavy isotopes the measured precursor may sit above the monoisotopic one.",
            details: "0..0 where the precursor tolerance is wider than 1 Da: other isotopes lie within it."),
        ParameterDefinition(
            "charges", .integerRange(1...10), default: "2..4",
            summary: "Precursor charges tried where a spectrum states none."),
        ParameterDefinition(
            "fragment-series",
            .either([
                .choice([SearchSettings.seriesByActivation]),
                .list(.choice(FragmentSeries.allCases.map(\.rawValue))),
            ]), default: .text(SearchSettings.seriesByActivation),
            summary: "Fragment series looked for.",
            details: """
                by-activation: b and y; for electron transfer (ETD, ECD) c and z, with supplemental collisions (EThcD) all \
                four. Or a list such as [b, y] for every spectrum. z is the radical ion z-dot (z + 1).
                """),
        ParameterDefinition(
            "neutral-losses", .list(.text), default: [],
            summary: "Variable modifications whose neutral losses fragments are looked for with.",
            details: """
                By name, such as Phospho (98 Da from S and T), Oxidation (64 Da from M) or Hex. Without effect where the \
                modification is not among the variable ones, and on series of electron transfer. Worth trying where most \
                peptides carry the modification: more of them are found, and their sites more often right, but forms with \
                losses have more fragments that can match by chance.
                """),
        ParameterDefinition(
            "max-fragment-charge", .integer(1...4), default: 2,
            summary: "Highest charge of fragments; never above the precursor's charge less one."),
        ParameterDefinition(
            "min-fragment-length", .integer(1...10), default: 2,
            summary: "Residues in the shortest fragments looked for.",
            details: "b1 is hardly ever seen and y1 says little, so that both mostly add chance matches."),
        ParameterDefinition(
            "max-peaks", .integer(10...250), default: 150,
            summary: "Most intense peaks of a spectrum that take part."),
        ParameterDefinition(
            "min-peaks", .integer(1...250), default: 10, summary: "Spectra with fewer peaks are set aside."),
        ParameterDefinition(
            "min-matched-fragments", .integer(1...50), default: 3,
            summary: "Candidates with fewer matched fragments are no match.",
            details: """
                The score knows how much so few fragments say: a higher limit loses sparse spectra and gains nothing. In \
                wide precursor windows a limit of 4 takes less time and finds as much.
                """),
    ]

    /// Checks parameters against each other.
    static func check(_ parameters: ParameterValues) -> [ParameterIssue] {
        var issues: [ParameterIssue] = []
        if parameters.integer("min-peaks") > parameters.integer("max-peaks") {
            issues.append(
                ParameterIssue(
                    parameter: "min-peaks", message: "no spectrum can have more peaks than 'max-peaks' keeps"))
        }
        do {
            let matching = try SearchSettings(parameters).matching
            if matching.isotopeErrors != 0...0, matching.narrowestPrecursorWindowDaltons > 1 {
                issues.append(
                    ParameterIssue(
                        parameter: "isotope-errors",
                        message: "other isotopes lie within the precursor tolerance of \(matching.precursorTolerance), "
                            + "so that the same candidates are compared again for each; write 0..0",
                        severity: .warning))
            }
            issues += isotopeLikeIssues(parameters, matching)
        } catch {
            issues.append(modificationIssue(error, in: parameters))
        }
        issues += maximumIssues(parameters)
        if parameters.value("fragment-series") == .list([]) {
            issues.append(
                ParameterIssue(parameter: "fragment-series", message: "without any series nothing can match"))
        }
        for name in parameters.texts("neutral-losses") {
            guard let problem = problem(ofLosing: name) else { continue }
            issues.append(ParameterIssue(parameter: "neutral-losses", message: problem))
        }
        if case .fromFASTA(let prefix) = DecoySource(parameters), prefix.isEmpty {
            issues.append(
                ParameterIssue(
                    parameter: "decoys", message: "the prefix of decoys is empty, so that all would be decoys"))
        }
        return issues
    }

    private static func problem(ofLosing name: String) -> String? {
        guard let definition = ModificationTable.definition(named: name) else {
            return "'\(name)' is no modification that is known by name"
        }
        return definition.neutralLosses.isEmpty ? "no neutral loss of '\(definition.name)' is known" : nil
    }

    /// Says why no entrapments can be searched with these parameters.
    static func checkRequest(_ parameters: ParameterValues, _ request: PortRequest) -> [ParameterIssue] {
        guard case .fromFASTA = DecoySource(parameters) else { return [] }
        return [
            ParameterIssue(
                parameter: "decoys",
                message: "entrapments need decoys of their own, which the FASTA does not hold; let Moselle make all "
                    + "decoys with 'decoys: reverse', from a FASTA without any")
        ]
    }

    /// Checks the database against what the parameters say about decoys.
    static func checkInputs(_ parameters: ParameterValues, files: [InputKind: [String]]) -> [InputIssue] {
        // Parameters that do not go together are reported on their own.
        guard let settings = try? SearchSettings(parameters), let proteins = files[.proteins], !proteins.isEmpty else {
            return []
        }
        let contaminants = files[.contaminants] ?? []
        let issues = InputProbes.proteins(proteins, contaminants: contaminants, decoys: settings.declaration)
        guard let entrapments = files[.entrapment], !entrapments.isEmpty else { return issues }
        return issues + InputProbes.entrapments(entrapments, beside: proteins, contaminants: contaminants)
    }
}
