internal import Foundations
internal import Glibc
internal import ProteinDatabase

/// `truth.proteins.tsv`: how much of each protein there is in each group, a row for each protein and group.
///
/// | column | meaning |
/// |---|---|
/// | `protein` | accession |
/// | `gene` | gene, where the FASTA names it |
/// | `group` | group of the study |
/// | `abundance` | relative molar amount, mean of the group before the variance of individuals; 0: not there |
/// | `log2_fold_change` | against the first group; empty where the protein is not there |
/// | `fragment_spectra` | fragment spectra of its peptides (as selected ions) in runs of the group; shared peptides count for each |
///
/// In runs with isobaric tags, `fragment_spectra` counts the runs that hold a sample of the group.
enum ProteinTruthTable {
    static let fileName = "truth.proteins.tsv"

    static let columns = ["protein", "gene", "group", "abundance", "log2_fold_change", "fragment_spectra"]

    /// - Parameter spectra: fragment spectra by group and accession.
    static func write(_ study: StudySimulation, spectra: [[String: Int]], to path: String) throws(FileError) {
        let file = try AtomicFile(path: path)
        try file.write(columns.joined(separator: "\t") + "\n")
        let amounts = study.amounts.groupAmounts
        for (position, protein) in study.proteins.enumerated() {
            for (group, name) in study.design.groups.map(\.name).enumerated() {
                let amount = amounts[group][position]
                let first = amounts[0][position]
                let change = amount > 0 && first > 0 ? "\(log2(amount / first).rounded(toMultiplesOf: 1e-6))" : ""
                let count = spectra[group][protein.accession] ?? 0
                let fields = [protein.accession, protein.gene ?? "", name, "\(amount)", change, "\(count)"]
                try file.write(fields.joined(separator: "\t") + "\n")
            }
        }
        try file.commit()
    }
}
