import Chemistry
import PeptideSearch
import ProteinDatabase
import Workflow

/// The parameters of `search` in the terms of the modules that do the work.
struct SearchSettings: Sendable {
    let digestion: DigestionRules
    let decoys: DecoyRules
    let chemistry: PeptideMasses
    let matching: SearchParameters

    init(_ parameters: ParameterValues) throws {
        let masses = try parameters.massRange("peptide-mass")
        digestion = DigestionRules(
            enzyme: Enzyme.named(parameters.text("enzyme")) ?? .trypsin,
            missedCleavages: parameters.integer("missed-cleavages"),
            specificity: CleavageSpecificity(rawValue: parameters.text("specificity")) ?? .full,
            lengths: parameters.integerRange("peptide-length"), massesDaltons: masses,
            losesInitiatorMethionine: parameters.boolean("methionine-loss"))
        decoys = DecoyRules(
            source: DecoySource(parameters), keepsFirstResidue: parameters.boolean("decoys-keep-first-residue"),
            seed: UInt64(parameters.integer("seed")))
        chemistry = try PeptideMasses(
            modifications: ModificationSet(
                fixed: parameters.modifications("fixed"), variable: parameters.modifications("variable"),
                labels: parameters.labelSets("labels"), maxima: parameters.maxima("variable"),
                exclusive: parameters.modificationGroups("exclusive")),
            maximumVariable: parameters.integer("max-variable"),
            losing: Set(
                parameters.texts("neutral-losses").compactMap { ModificationTable.definition(named: $0)?.name }))
        matching = SearchParameters(
            precursorTolerance: try parameters.toleranceRange("precursor-tolerance"),
            fragmentTolerance: parameters.tolerance("fragment-tolerance"), peptideMassesDaltons: masses,
            isotopeErrors: parameters.integerRange("isotope-errors"), charges: parameters.integerRange("charges"),
            fragmentSeries: Self.series(parameters),
            maximumFragmentCharge: parameters.integer("max-fragment-charge"),
            minimumFragmentOrdinal: parameters.integer("min-fragment-length"),
            maximumPeaks: parameters.integer("max-peaks"), minimumPeaks: parameters.integer("min-peaks"),
            minimumMatchedFragments: parameters.integer("min-matched-fragments"))
    }

    /// The word for choosing the series of each spectrum by its activation.
    static let seriesByActivation = "by-activation"

    private static func series(_ parameters: ParameterValues) -> FragmentSeriesChoice {
        guard case .list = parameters.value("fragment-series") else { return .byActivation }
        return .always(Set(parameters.texts("fragment-series").compactMap(FragmentSeries.init)))
    }

    /// What makes tables of a database's candidates.
    func tableBuilder(for database: ProteinDatabase) -> PeptideTableBuilder {
        PeptideTableBuilder(database: database, digestion: digestion, decoys: decoys, chemistry: chemistry)
    }

    /// What the workflow says about decoys in the FASTA.
    var declaration: DecoyDeclaration {
        if case .fromFASTA(let prefix) = decoys.source { return .prefix(prefix) }
        return .none
    }
}

extension DecoySource {
    /// What the parameter `decoys` says.
    init(_ parameters: ParameterValues) {
        switch parameters.value("decoys") {
        case .mapping(let members): self = .fromFASTA(prefix: members["from-fasta"]?.text ?? "")
        case .text("shuffle"): self = .shuffled
        default: self = .reversed
        }
    }
}
