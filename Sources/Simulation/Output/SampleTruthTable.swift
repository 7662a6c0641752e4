internal import Foundations
internal import ProteinDatabase

/// `truth.samples.tsv`: how much of each protein there is in each sample, a row for each protein that is there and
/// sample, with the variance of individuals but before that of runs.
enum SampleTruthTable {
    static let fileName = "truth.samples.tsv"

    static let columns = ["sample", "group", "protein", "abundance"]

    static func write(_ study: StudySimulation, to path: String) throws(FileError) {
        let file = try AtomicFile(path: path)
        try file.write(columns.joined(separator: "\t") + "\n")
        for (position, sample) in study.design.samples.enumerated() {
            let group = study.design.groups[sample.group].name
            for (number, protein) in study.proteins.enumerated() {
                let amount = study.amounts.sampleAmounts[position][number]
                guard amount > 0 else { continue }
                try file.write("\(sample.name)\t\(group)\t\(protein.accession)\t\(amount)\n")
            }
        }
        try file.commit()
    }
}
