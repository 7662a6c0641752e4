/// Decodes base64 text (RFC 4648 section 4) as mzML and mzXML hold it: with optional white space and padding.
public enum Base64 {
    /// A character that does not belong, or text that ends in the middle of a byte.
    public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// Position in the text, in bytes from 0.
        public var offset: Int
        /// The byte found there; `nil` where the text ends too early.
        public var byte: UInt8?

        /// A failure at a place.
        public init(offset: Int, byte: UInt8?) {
            self.offset = offset
            self.byte = byte
        }

        /// A sentence fragment with the place.
        public var description: String {
            guard let byte else { return "base64 text ends in the middle of a byte at offset \(offset)" }
            let shown = byte >= 0x21 && byte < 0x7F ? "'\(Character(Unicode.Scalar(byte)))'" : "of value \(byte)"
            return "character \(shown) at offset \(offset) does not belong in base64 text"
        }
    }

    /// Marks a byte that is no base64 digit; its top bit survives the OR of four table entries.
    private static let invalid: UInt32 = 1 << 31

    /// Four tables of 256 entries in a row: entry `256 k + byte` is the digit's six bits shifted to where the k-th
    /// character of a group has them in a 24-bit word.
    private static let tables: [UInt32] = {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var tables = [UInt32](repeating: invalid, count: 4 * 256)
        for (value, byte) in alphabet.enumerated() {
            for group in 0..<4 { tables[256 * group + Int(byte)] = UInt32(value) << UInt32(18 - 6 * group) }
        }
        return tables
    }()

    /// The most bytes that text of this length can decode to.
    static func maximumDecodedCount(ofTextCount count: Int) -> Int { count / 4 * 3 + 3 }

    /// Decodes all of `text` into the beginning of `output` and returns how many bytes that are.
    ///
    /// `output` grows where it must and never shrinks, so that a buffer used again is not filled again.
    ///
    /// - Complexity: O(n); groups of four digits without white space take one OR each.
    public static func decode(_ text: [UInt8], into output: inout [UInt8]) throws(Failure) -> Int {
        try text.withUnsafeBufferPointer { text throws(Failure) in try decode(text, into: &output) }
    }

    /// Decodes text that lies elsewhere; see ``decode(_:into:)-([UInt8],_)``.
    static func decode(
        _ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
    ) throws(Failure) -> Int {
        let capacity = maximumDecodedCount(ofTextCount: text.count)
        if output.count < capacity { output = [UInt8](repeating: 0, count: capacity) }
        var written = 0
        var failure: Failure?
        output.withUnsafeMutableBufferPointer { target in
            tables.withUnsafeBufferPointer { tables in
                failure = decode(text, into: target, tables: tables, written: &written)
            }
        }
        if let failure { throw failure }
        return written
    }

    /// The kernel: `target` holds at least ``maximumDecodedCount(ofTextCount:)`` bytes.
    private static func decode(
        _ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>,
        tables: UnsafeBufferPointer<UInt32>, written: inout Int
    ) -> Failure? {
        var position = 0
        while true {
            while position &+ 4 <= text.count {
                let word =
                    tables[Int(text[position])] | tables[256 &+ Int(text[position &+ 1])]
                    | tables[512 &+ Int(text[position &+ 2])] | tables[768 &+ Int(text[position &+ 3])]
                guard word & invalid == 0 else { break }
                target[written] = UInt8(truncatingIfNeeded: word >> 16)
                target[written &+ 1] = UInt8(truncatingIfNeeded: word >> 8)
                target[written &+ 2] = UInt8(truncatingIfNeeded: word)
                written &+= 3
                position &+= 4
            }
            switch decodeGroup(text, &position, into: target, tables: tables, written: &written) {
            case .more: continue
            case .end: return nil
            case .failure(let failure): return failure
            }
        }
    }

    private enum GroupResult {
        case more, end
        case failure(Failure)
    }

    /// Decodes one group character by character: the way across white space, and to the padding at the end.
    private static func decodeGroup(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, into target: UnsafeMutableBufferPointer<UInt8>,
        tables: UnsafeBufferPointer<UInt32>, written: inout Int
    ) -> GroupResult {
        var word: UInt32 = 0
        var digits = 0
        while position < text.count, digits < 4 {
            let byte = text[position]
            if byte == UInt8(ascii: "=") { break }
            if !ASCII.isWhitespace(byte) {
                let bits = tables[256 &* digits &+ Int(byte)]
                if bits & invalid != 0 { return .failure(Failure(offset: position, byte: byte)) }
                word |= bits
                digits += 1
            }
            position += 1
        }
        if digits == 1 { return .failure(Failure(offset: position, byte: nil)) }
        for index in 0..<max(0, digits - 1) {
            target[written] = UInt8(truncatingIfNeeded: word >> UInt32(16 - 8 * index))
            written += 1
        }
        if digits == 4 { return .more }
        return endOfText(text, position, digits: digits)
    }

    /// Checks that nothing but the padding that `digits` asks for, and white space, is left.
    private static func endOfText(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, digits: Int) -> GroupResult {
        let allowed = digits == 0 ? 0 : 4 - digits
        var padding = 0
        for position in start..<text.count {
            let byte = text[position]
            if ASCII.isWhitespace(byte) { continue }
            padding += 1
            if byte != UInt8(ascii: "=") || padding > allowed {
                return .failure(Failure(offset: position, byte: byte))
            }
        }
        return .end
    }
}
