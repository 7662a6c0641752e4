import Simulation

/// What a simulated study holds, for people.
enum SimulationText {
    static func of(_ report: StudyWriter.Report, folder: String) -> String {
        let total = report.total
        let width = (report.runs.map { $0.file.count } + [0]).max() ?? 0
        var text = "Simulated \(report.runs.count) run\(report.runs.count == 1 ? "" : "s") in \(folder)\n"
        for run in report.runs {
            let size = "\((Double(run.byteCount) / 1e5).rounded() / 10) MB"
            let name = run.file + String(repeating: " ", count: width - run.file.count)
            text +=
                "  \(name)  \(run.tally.surveySpectra) survey, \(run.tally.fragmentSpectra) fragment spectra, \(size)\n"
        }
        let lines = [
            ("of peptides of the FASTA", total.ofDatabase), ("of peptides in no protein of the FASTA", total.ofForeign),
            ("of no peptide", total.ofNoise), ("with a co-isolated peptide (20 % or more)", total.coIsolated),
            ("with a wrong isotope as precursor", total.wrongIsotope), ("without a charge", total.missingCharge),
        ]
        text += "Fragment spectra: \(total.fragmentSpectra)\n"
        for (name, count) in lines {
            let share = Double(count) * 100 / Double(max(total.fragmentSpectra, 1))
            let blanks = String(repeating: " ", count: max(1, 46 - name.count - "\(count)".count))
            text += "  \(name)\(blanks)\(count)  (\((share * 10).rounded() / 10) %)\n"
        }
        text +=
            "The truth is in truth.spectra.tsv, truth.proteins.tsv and truth.samples.tsv, the design in design.sdrf.tsv.\n"
        return text
    }
}
