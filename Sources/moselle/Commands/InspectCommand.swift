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

    @Option(help: "Threads to use.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Flag(inversion: .prefixedNo, help: "Compute the SHA-256 of spectra files.")
    var checksum = true

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file.") }
        guard spectrum == nil || files.count == 1 else { throw ValidationError("--spectrum takes one file.") }
        guard spectrum == nil || !json else { throw ValidationError("--spectrum prints text, not JSON.") }
        guard jobs >= 1 else { throw ValidationError("--jobs has to be at least 1.") }
    }

    func run() async throws {
        let signals = Signals(notice: "Stopping.")
        var isWhole = true
        for (number, path) in files.enumerated() {
            do {
                let inspection = try await signals.cancelling { [self] in try await describe(path) }
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
