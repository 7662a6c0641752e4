import ArgumentParser
import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import Workflow

/// `moselle convert`: spectra files in another format, whole or in part.
struct ConvertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Write spectra in another format, all or some of them.",
        discussion: """
            Reads mzML, mzXML, MGF and MS2, plain or gzip, and writes what the name of the output ends in: .mzML (with index \
            and checksum), .mzXML or .mgf, each also with .gz. Peaks, times, precursors and identifiers stay what they are; MGF holds \
            fragment spectra only, and mzXML needs scan numbers. Spectra that are damaged are not written; they are counted, and the \
            exit status is 1 then.

            Examples:
              moselle convert run.mzXML run.mzML.gz
              moselle convert run.mzML.gz part.mzML --minutes 20..25
              moselle convert run.mzML.gz ms2.mgf --ms-level 2
              moselle convert profile.mzML peaks.mzML --pick
            """)

    @Argument(help: "File to read.")
    var input: String

    @Argument(help: "File to write; its name decides the format.")
    var output: String

    @Option(
        name: .customLong("ms-level"),
        help: ArgumentHelp("Only spectra of this level; may be repeated.", valueName: "level"))
    var levels: [Int] = []

    @Option(
        name: .customLong("id"),
        help: ArgumentHelp("Only the spectrum of this identifier; may be repeated.", valueName: "id"))
    var ids: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only spectra with scan numbers in this range, both ends included.", valueName: "first..last"))
    var scans: NumberRange?

    @Option(help: ArgumentHelp("Only spectra between these retention times in minutes.", valueName: "from..to"))
    var minutes: NumberRange?

    @Flag(help: "Write m/z with 32 bits: smaller files, exact to 0.1 ppm.")
    var shortMZ = false

    @OptionGroup(title: "Peak Picking")
    var picking: PickingOptions

    @Option(help: "Threads to use. The output is the same for any number.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(
        help: "How to show progress: auto (a line on a terminal that changes, else plain lines), plain, json or none.")
    var progress = ProgressStyle.auto

    func validate() throws {
        guard jobs >= 1 else { throw ValidationError("--jobs has to be at least 1.") }
        guard format != nil else {
            throw ValidationError(
                "The name of the output, '\(output)', ends in none of .mzML, .mzXML and .mgf (or these with .gz).")
        }
        guard scans == nil || scanNumbers != nil else {
            throw ValidationError("--scans has to hold a whole number.")
        }
    }

    /// The scan numbers that are wanted; `nil` where all are, or where the range holds none.
    private var scanNumbers: ClosedRange<Int>? {
        guard let scans else { return nil }
        let (first, last) = (Int(scans.lower.rounded(.up)), Int(scans.upper.rounded(.down)))
        return first <= last ? first...last : nil
    }

    /// The format the name of the output stands for.
    private var format: WrittenSpectrumFormat? {
        let name = output.lowercased()
        let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        return WrittenSpectrumFormat.allCases.first { plain.hasSuffix(".\($0.fileExtension.lowercased())") }
    }

    func run() async throws {
        let signals = Signals(notice: "Stopping; nothing was written.")
        let line = WritingProgress(style: progress, unit: "MB")
        do {
            let tally = picking.pick ? PickingTally() : nil
            let report = try await signals.cancelling { [self] in try await convert(line, tally: tally) }
            line.finish()
            try Terminal.show(ConversionText.of(report, output: output) + (tally?.text ?? ""))
            if report.setAside.keys.contains(where: \.isDamage) { throw ExitStatus.incomplete.code }
        } catch is CancellationError {
            line.finish()
            throw (signals.exitStatus ?? .interrupted).code
        } catch let error as ExitCode {
            throw error
        } catch {
            line.finish()
            Terminal.say("error: \(error)")
            throw ExitStatus.incomplete.code
        }
    }

    private func convert(_ line: WritingProgress, tally: PickingTally?) async throws -> SpectrumConversion.Report {
        if let one = try? FileIdentity(of: input), let other = try? FileIdentity(of: output), one.inode == other.inode {
            throw SameFile(path: output)
        }
        var conversion = SpectrumConversion(from: input, to: output, format: format ?? .mzML)
        if let tally { conversion.pickPeaks = picking.pickPeaks(counting: tally) }
        conversion.mzPrecision = shortMZ ? .bits32 : .bits64
        conversion.software = ("Moselle", ProgramInfo.moselle.version)
        if !levels.isEmpty { conversion.selection.levels = Set(levels) }
        if !ids.isEmpty { conversion.selection.nativeIDs = Set(ids) }
        conversion.selection.scanNumbers = scanNumbers
        conversion.selection.retentionTimesSeconds = minutes.map { ($0.lower * 60)...($0.upper * 60) }
        let name = URL(filePath: output).lastPathComponent
        return try await conversion.run(jobs: jobs) { done, total in
            line.show(run: name, done: done / 1_000_000, total: total / 1_000_000)
        }
    }

    private struct SameFile: Error, CustomStringConvertible {
        var path: String
        var description: String { "'\(path)' is the input itself; give the output another name" }
    }
}

/// A range of numbers as the command line has it: `20..25`.
struct NumberRange: ExpressibleByArgument {
    let lower: Double
    let upper: Double

    init?(argument: String) {
        guard let dots = argument.range(of: "..") else { return nil }
        guard let lower = Double(argument[..<dots.lowerBound]), let upper = Double(argument[dots.upperBound...]),
            (0...1e9).contains(lower), (lower...1e9).contains(upper)
        else { return nil }
        self.lower = lower
        self.upper = upper
    }
}
