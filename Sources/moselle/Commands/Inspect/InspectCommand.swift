import ArgumentParser
import Foundation
import Foundations
import ProteinDatabase
import SpectrumIO
import SpectrumModel
import Workflow

/// `moselle inspect`: what is in spectra and FASTA files.
struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show what is in spectra or FASTA files.",
        discussion: """
            Reads mzML, mzXML, MGF, MS2 and FASTA files, plain or gzip, to their end and decodes every array, so that damage is \
            found as well; '-' is standard input. Exit status 1 where a file, or a spectrum in it, cannot be read.

            One file is described with a picture of its total ion current, which is drawn with block characters where LC_ALL, \
            LC_CTYPE or LANG name UTF-8, else with # and :. Several files give a table with a line for each; one that cannot be \
            read has its error there, and the others go on. With --json one file gives an object and several an array.

            The table of --spectra has the columns \(SpectrumTable.columns.joined(separator: ", ")). \
            A field is empty where the file does not state the value. The total ion current is the sum of the intensities, \
            whatever the file states. peaks_crc32 is the CRC-32 of all m/z and then all intensities as little-endian 64-bit \
            numbers, in order of m/z, so that other programs can hold their peaks against these to the last bit; in Python: \
            zlib.crc32(mz.astype('<f8').tobytes() + intensity.astype('<f8').tobytes()). Several precursors of a spectrum are \
            joined by ';', possible charges by ','.
            """)

    @Argument(help: "Files to read; '-' reads standard input.")
    var files: [String]

    @Flag(help: "Print JSON: an object, or an array of objects for several files.")
    var json = false

    @Option(
        help: """
            Print this spectrum's facts and peaks as tab-separated text: a native identifier, or index=N for the one at \
            position N, counted from 0.
            """)
    var spectrum: String?

    @Flag(help: "Print a tab-separated table with a line for each spectrum, also for those set aside.")
    var spectra = false

    @Option(help: "Threads to use. The output is the same for any number.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(inversion: .prefixedNo, help: "Compute the SHA-256 of spectra files.")
    var checksum = true

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file.") }
        guard spectrum == nil || files.count == 1 else { throw ValidationError("--spectrum takes one file.") }
        guard spectrum == nil || !json else { throw ValidationError("--spectrum prints text, not JSON.") }
        guard !spectra || files.count == 1 else { throw ValidationError("--spectra takes one file.") }
        guard !spectra || !(json || spectrum != nil) else {
            throw ValidationError("--spectra prints a table, without --json or --spectrum.")
        }
        guard jobs >= 1 else { throw ValidationError("--jobs has to be at least 1.") }
    }

    func run() async throws {
        let signals = Signals(notice: "Stopping.")
        do {
            let isWhole = try await signals.cancelling { [self] in try await isAllWhole() }
            if !isWhole { throw ExitStatus.incomplete.code }
        } catch is CancellationError {
            throw (signals.exitStatus ?? .interrupted).code
        } catch let status as ExitCode {
            throw status
        } catch {
            Terminal.say("error: \(error)")
            throw ExitStatus.incomplete.code
        }
    }

    /// Prints what was asked for, and returns whether all of it could be read.
    private func isAllWhole() async throws -> Bool {
        if spectra { return try await printSpectra(of: files[0]) }
        if let spectrum {
            try InspectedFile.requireFile(files[0])
            try Terminal.show(Self.text(ofSpectrum: spectrum, in: files[0]))
            return true
        }
        return files.count == 1 ? try await printFile() : try await printFiles()
    }

    private func inspect(_ path: String) async throws -> InspectedFile {
        try await InspectedFile(path: path, jobs: jobs, takingDigest: checksum)
    }

    private func printFile() async throws -> Bool {
        let file = try await inspect(files[0])
        switch file {
        case .failed(_, let message): Terminal.say("error: \(message)")
        case _ where json: try Terminal.show(file.json + "\n")
        case .spectra(let inspection): try Terminal.show(InspectionText.of(inspection, isUnicode: Terminal.isUnicode))
        case .proteins(let inspection): try Terminal.show(InspectionText.of(inspection))
        }
        return file.isWhole
    }

    /// A table, or a JSON array, with a line for each file.
    private func printFiles() async throws -> Bool {
        let table = InspectionTable(paths: files)
        try Terminal.show(json ? "[\n" : table.header)
        var isWhole = true
        for (number, path) in files.enumerated() {
            let file = try await inspect(path)
            let separator = number < files.count - 1 ? ",\n" : "\n]\n"
            try Terminal.show(json ? file.json + separator : table.line(of: file))
            isWhole = isWhole && file.isWhole
        }
        return isWhole
    }

    /// Prints the table of spectra, and returns whether all of them could be read.
    private func printSpectra(of path: String) async throws -> Bool {
        try InspectedFile.requireFile(path)
        let summary = try await SpectrumTable.write(path, jobs: jobs) { try Terminal.show($0) }
        for problem in summary.problems { Terminal.say("note: \(path): \(problem)") }
        return !summary.setAside.keys.contains(where: \.isDamage)
    }

    /// One spectrum, found by its identifier or else by its position.
    private static func text(ofSpectrum wanted: String, in path: String) throws -> String {
        let access = try SpectrumAccess(SpectrumFile(path: path))
        let position = wanted.hasPrefix("index=") ? Int(wanted.dropFirst(6)) : nil
        switch try access.spectrum(id: wanted) ?? position.flatMap({ try access.spectrum(at: $0) }) {
        case .spectrum(let spectrum): return SpectrumText.of(spectrum, path: path)
        case .setAside(_, let message, _): throw SpectrumProblem(description: "\(path): \(message)")
        case nil:
            throw SpectrumProblem(
                description: "\(path): has no spectrum '\(wanted)'; name a native identifier, or index=N for a position"
            )
        }
    }

    private struct SpectrumProblem: Error, CustomStringConvertible {
        var description: String
    }
}
