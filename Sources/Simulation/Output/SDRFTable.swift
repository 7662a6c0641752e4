internal import Chemistry
internal import Foundations
internal import SpectrumIO

/// `design.sdrf.tsv`: which file holds which sample, in the format archives ask for.
///
/// > Source: SDRF-Proteomics 1.1.0 (HUPO-PSI): names of columns and the `NT=;AC=` form of terms. What does not apply to
/// > samples that no person gave is "not applicable".
enum SDRFTable {
    static let fileName = "design.sdrf.tsv"

    /// - Parameter files: name of the file of each run, in the order of the design.
    static func write(_ study: StudySimulation, files: [String], to path: String) throws(FileError) {
        let modifications = study.settings.sample.modifications + (study.design.tags?.occupancies ?? [])
        let file = try AtomicFile(path: path)
        let columns =
            [
                "source name", "characteristics[organism]", "characteristics[organism part]",
                "characteristics[age]", "characteristics[sex]", "characteristics[disease]",
                "characteristics[biological replicate]", "assay name", "technology type", "comment[label]",
                "comment[instrument]", "comment[proteomics data acquisition method]",
                "comment[cleavage agent details]",
            ] + modifications.map { _ in "comment[modification parameters]" } + [
                "comment[fraction identifier]", "comment[technical replicate]", "comment[data file]",
                "comment[sdrf version]", "factor value[group]",
            ]
        try file.write(columns.joined(separator: "\t") + "\n")
        for (run, name) in zip(study.design.runs, files) {
            for (channel, position) in run.samples.enumerated() {
                let sample = study.design.samples[position]
                let label = study.design.tags.map { Self.label($0, channel: channel) } ?? "label free sample"
                let number = sample.name.split(separator: "_").last.map(String.init) ?? "1"
                let fields =
                    [
                        sample.name, "synthetic", "not applicable", "not applicable", "not applicable",
                        "not applicable", number, run.name, "proteomic profiling by mass spectrometry", label,
                        "NT=simulated instrument", "NT=Data-Dependent Acquisition;AC=NCIT:C161785",
                        "NT=Trypsin;AC=MS:1001251",
                    ] + modifications.map(Self.term) + [
                        "1", "\(run.technicalReplicate)", name, "v1.1.0", study.design.groups[sample.group].name,
                    ]
                try file.write(fields.joined(separator: "\t") + "\n")
            }
        }
        try file.commit()
    }

    /// `TMT126`, `TMT127N`.
    private static func label(_ tags: IsobaricTags, channel: Int) -> String { "TMT" + tags.channels[channel].name }

    private static func term(_ occupancy: ModificationOccupancy) -> String {
        let site = occupancy.modification.site
        let definition = occupancy.modification.definition
        var term = "NT=\(definition.name)"
        if let accession = definition.unimodAccession { term += ";AC=UNIMOD:\(accession)" }
        term += ";MT=\(occupancy.isComplete ? "Fixed" : "Variable")"
        if !site.residues.isEmpty {
            term += ";TA=" + site.residues.letters.map { String(UnicodeScalar($0)) }.joined(separator: ",")
        }
        return term + ";PP=\(position(site.position))"
    }

    private static func position(_ position: ModificationPosition) -> String {
        switch position {
        case .anywhere: "Anywhere"
        case .peptideNTerm: "Any N-term"
        case .peptideCTerm: "Any C-term"
        case .proteinNTerm: "Protein N-term"
        case .proteinCTerm: "Protein C-term"
        }
    }
}
