import ArgumentParser
import Simulation
import SpectrumIO

/// Options of `simulate` about the files it writes.
struct FileOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Format of the runs: mzML, mzXML or mgf.", valueName: "format"))
    var format = FormatArgument(RunFormat())

    @Flag(help: "Write sampled signal (profile) instead of centroids.")
    var profile = false

    @Option(
        name: .customLong("run-format"),
        help: ArgumentHelp(
            "Another format for one run, such as case_2=mzXML or case_3=mzML,profile; may be repeated.",
            valueName: "run=format"))
    var runFormats: [RunFormatArgument] = []

    @Flag(help: "Compress the files of the runs (.gz).")
    var gzip = false

    @Flag(help: "Write m/z with 32 bits: smaller files, exact to 0.1 ppm.")
    var shortMZ = false

    /// What the writer is told.
    func writingOptions(jobs: Int) throws -> StudyWriter.Options {
        var options = StudyWriter.Options()
        options.jobs = jobs
        options.format = format.format
        if profile { options.format.isProfile = true }
        options.mzPrecision = shortMZ ? .bits32 : .bits64
        options.isCompressed = gzip
        for exception in runFormats { options.exceptions[exception.run] = exception.format.format }
        return options
    }
}

/// A format as the command line has it: `mzML`, `mzML,profile`.
struct FormatArgument: ExpressibleByArgument, CustomStringConvertible {
    let format: RunFormat

    init(_ format: RunFormat) { self.format = format }

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { $0.lowercased() }
        guard let format = WrittenSpectrumFormat.allCases.first(where: { $0.fileExtension.lowercased() == parts[0] })
        else {
            return nil
        }
        guard parts.count == 1 || parts == [parts[0], "profile"] else { return nil }
        self.format = RunFormat(format, isProfile: parts.count == 2)
    }

    var description: String { format.format.fileExtension + (format.isProfile ? ",profile" : "") }

    var defaultValueDescription: String { description }
}

/// A format for one run: `case_3=mzML,profile`.
struct RunFormatArgument: ExpressibleByArgument {
    let run: String
    let format: FormatArgument

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let format = FormatArgument(argument: parts[1]) else { return nil }
        run = parts[0]
        self.format = format
    }
}
