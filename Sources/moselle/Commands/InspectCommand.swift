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

            The table of --spectra has the columns \(SpectrumTable.columns.joined(separator: ", ")). \
            A field is empty where the file does not state the value. The total ion current is the sum of the intensities, \
            whatever the file states. peaks_crc32 is the CRC-32 of all m/z and then all intensities as little-endian 64-bit \
            numbers, in order of m/z, so that other programs can hold their peaks against these to the last bit; in Python: \
            zlib.crc32(mz.astype('<f8').tobytes() + intensity.astype('<f8').tobytes()). Several precursors of a spectrum are \
            joined by ';', possible charges by ','.
            """)

    @Argument(help: "Files to read; '-' reads standard input.")
    var files: [String]

    @Flag(help: "Print one JSON object a file, each on a line.")
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
        var isWhole = true
        for (number, path) in files.enumerated() {
            do {
                let inspection = try await signals.cancelling { [self] in
                    spectra ? (text: "", isWhole: try await printSpectra(of: path)) : try await describe(path)
                }
                Terminal.show((number > 0 && !json ? "\n" : "") + inspection.text)
                isWhole = isWhole && inspection.isWhole
            } catch is CancellationError {
                throw (signals.exitStatus ?? .interrupted).code
            } catch {
                Terminal.say("error: \(error)")
                isWhole = false
            }
        }
        if !isWhole { throw ExitStatus.incomplete.code }
    }

    /// What is in a file, and whether all of it could be read.
    private func describe(_ path: String) async throws -> (text: String, isWhole: Bool) {
        try Self.requireFile(path)
        if let spectrum { return (try Self.text(ofSpectrum: spectrum, in: path), true) }
        if try Self.looksLikeFASTA(path) {
            let inspection = try FASTAInspection(path: path)
            return (json ? try Self.line(inspection) : InspectionText.of(inspection), true)
        }
        let inspection = try await SpectrumFileInspection.inspect(path, jobs: jobs, takingDigest: checksum)
        let isWhole = !inspection.setAside.keys.contains { SetAsideReason(rawValue: $0)?.isDamage == true }
        return (json ? try Self.line(inspection) : InspectionText.of(inspection), isWhole)
    }

    /// Prints the table of spectra, and returns whether all of them could be read.
    private func printSpectra(of path: String) async throws -> Bool {
        try Self.requireFile(path)
        let summary = try await SpectrumTable.write(path, jobs: jobs) { try Terminal.deliver($0) }
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

    /// Pipes and devices are refused: the file is read more than once, and waiting for one would last for ever.
    private static func requireFile(_ path: String) throws {
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        let others: [FileAttributeType] = [.typeCharacterSpecial, .typeBlockSpecial, .typeSocket, .typeUnknown]
        if let type, others.contains(type) { throw NoRegularFile(path: path) }
    }

    private struct NoRegularFile: Error, CustomStringConvertible {
        var path: String
        var description: String { "'\(path)' is not a regular file; write what it gives into a file and name that" }
    }

    /// Whether the first character that is not blank is `>`.
    private static func looksLikeFASTA(_ path: String) throws -> Bool {
        var start: [UInt8] = []
        _ = try ByteStream(path: path).read(upTo: 1024, appendingTo: &start)
        return start.first { !$0.isASCIIBlank } == UInt8(ascii: ">")
    }

    private static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
