import Foundation
import Foundations
import ProteinDatabase
import SpectrumIO
import SpectrumModel

/// What became of a file that was to be inspected.
enum InspectedFile {
    case spectra(SpectrumFileInspection)
    case proteins(FASTAInspection)
    /// It cannot be read; the error's sentence.
    case failed(path: String, message: String)

    /// Reads a file to its end.
    ///
    /// - Throws: `CancellationError`; every other error becomes a case.
    init(path: String, jobs: Int, takingDigest: Bool) async throws {
        do {
            try Self.requireFile(path)
            if try Self.looksLikeFASTA(path) {
                self = .proteins(try FASTAInspection(path: path))
            } else {
                self = .spectra(try await SpectrumFileInspection.inspect(path, jobs: jobs, takingDigest: takingDigest))
            }
        } catch let error as CancellationError {
            throw error
        } catch {
            self = .failed(path: path, message: "\(error)")
        }
    }

    /// Whether all of it could be read.
    var isWhole: Bool {
        switch self {
        case .spectra(let file): !file.setAside.keys.contains { SetAsideReason(rawValue: $0)?.isDamage == true }
        case .proteins: true
        case .failed: false
        }
    }

    /// The file as a JSON object on one line: the encoded ``SpectrumFileInspection`` or ``FASTAInspection``, whose
    /// properties are the keys, or `path` and `error`.
    var json: String {
        get throws {
            switch self {
            case .spectra(let file): try Self.line(file)
            case .proteins(let file): try Self.line(file)
            case .failed(let path, let message): try Self.line(["path": path, "error": message])
            }
        }
    }

    /// Pipes and devices are refused: the file is read more than once, and waiting for one would last for ever.
    static func requireFile(_ path: String) throws {
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
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
