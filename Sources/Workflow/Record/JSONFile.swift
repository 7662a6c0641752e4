internal import Foundation
internal import Foundations

/// Files of JSON: keys sorted, pretty, written whole or not at all.
enum JSONFile {
    static func write(_ value: some Encodable, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let file = try AtomicFile(path: path)
        try file.write([UInt8](encoder.encode(value)))
        try file.write("\n")
        try file.commit()
    }
}
