import Foundation

/// Gzip without compression, written out by hand so that a test can cut it where it likes.
enum Gzip {
    static func stored(_ data: Data) -> [UInt8] {
        var bytes: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
        var rest = [UInt8](data)[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let count = UInt16(block.count)
            bytes += [rest.isEmpty ? 1 : 0]
            for word in [count, ~count] { bytes += [UInt8(word & 255), UInt8(word >> 8)] }
            bytes += block
        } while !rest.isEmpty
        // The checksum is not reached where the data are cut.
        return bytes + [0, 0, 0, 0] + (0..<4).map { UInt8(truncatingIfNeeded: data.count >> (8 * $0)) }
    }
}
