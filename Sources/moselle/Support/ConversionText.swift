import SpectrumIO
import SpectrumModel

/// What became of the spectra of a converted file, for people.
enum ConversionText {
    static func of(_ report: SpectrumConversion.Report, output: String) -> String {
        var text = "\(report.written) of \(report.read) spectra written to \(output)\n"
        if report.notSelected > 0 { text += "  \(report.notSelected) not asked for\n" }
        if report.notRepresentable > 0 {
            text +=
                "  \(report.notRepresentable) left out: \(report.firstNotRepresentable ?? "the format cannot hold them")\n"
        }
        for (reason, count) in report.setAside.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) })
        {
            text += "  \(count) not readable: \(reason.rawValue)\n"
        }
        for problem in report.problems { text += "  problem: \(problem)\n" }
        return text
    }
}
