internal import Foundation

/// A folder cannot be verified or cleaned.
enum UpkeepError: Error, CustomStringConvertible {
    /// There is no run record.
    case noRecord(folder: String)
    /// There is a run record that cannot be read.
    case unreadableRecord(path: String, reason: String)
    /// It is no folder that a run wrote into.
    case notOfARun(folder: String)

    var description: String {
        switch self {
        case .noRecord(let folder):
            "'\(folder)' has no run record (\(OutputFolder.record)); name the output folder of a run that came to its end"
        case .unreadableRecord(let path, let reason):
            "the run record '\(path)' cannot be read: \(reason); run the workflow again to write it anew"
        case .notOfARun(let folder):
            "'\(folder)' is not the output folder of a run, so that nothing in it is removed; check the path"
        }
    }
}

extension RunRecord {
    /// The record in an output folder.
    ///
    /// - Throws: ``UpkeepError``.
    static func read(in folder: String) throws(UpkeepError) -> RunRecord {
        let path = "\(folder)/\(OutputFolder.record)"
        guard let data = FileManager.default.contents(atPath: path) else { throw .noRecord(folder: folder) }
        do {
            return try JSONDecoder().decode(RunRecord.self, from: data)
        } catch let error as DecodingError {
            throw .unreadableRecord(path: path, reason: error.inWords)
        } catch {
            throw .unreadableRecord(path: path, reason: "\(error)")
        }
    }
}

extension DecodingError {
    /// What does not fit, without the terms of the decoder.
    var inWords: String {
        func place(_ context: Context) -> String { context.codingPath.map(\.stringValue).joined(separator: ".") }
        return switch self {
        case .keyNotFound(let key, let context):
            "it lacks '\(place(context))\(context.codingPath.isEmpty ? "" : ".")\(key.stringValue)'"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "'\(place(context))' is of another type"
        case .dataCorrupted(let context):
            context.codingPath.isEmpty ? "it is not whole JSON" : "'\(place(context))' has a value that is not known"
        @unknown default: "it is of another form"
        }
    }
}
