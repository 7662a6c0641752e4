internal import Foundation
internal import Foundations

/// Files of JSON: keys sorted, pretty, written whole or not at all.
enum JSONFile {
    static func write(_ value: some Encodable, to path: String) throws { try file(value, at: path).commit() }

    private static func file(_ value: some Encodable, at path: String) throws -> AtomicFile {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let file = try AtomicFile(path: path)
        try file.write([UInt8](encoder.encode(value)))
        try file.write("\n")
        return file
    }
}

extension JSONFile {
    /// A value with the digest of its content, by which a changed byte is noticed.
    private struct Sealed<Content: Codable>: Codable {
        var content: Content
        var sha256: String
    }

    /// Writes a value that ``readSealed(_:at:)`` reads.
    static func writeSealed(_ value: some Codable, to path: String) throws {
        try write(Sealed(content: value, sha256: digest(of: value)), to: path)
    }

    /// The same without waiting for the disk: see ``AtomicFile/place()``.
    static func placeSealed(_ value: some Codable, at path: String) throws {
        try file(Sealed(content: value, sha256: digest(of: value)), at: path).place()
    }

    /// A value as it was written; nil where there is none, or one that is damaged.
    static func readSealed<Value: Codable>(_ type: Value.Type, at path: String) -> Value? {
        guard let data = FileManager.default.contents(atPath: path),
            let sealed = try? JSONDecoder().decode(Sealed<Value>.self, from: data),
            let digest = try? digest(of: sealed.content), digest == sealed.sha256
        else { return nil }
        return sealed.content
    }

    /// Equal values have equal text: keys are sorted, and numbers are written so that they read back to the same.
    private static func digest(of value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Digest.sha256(of: [UInt8](try encoder.encode(value)))
    }
}
