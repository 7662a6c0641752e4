/// A tag as it stands in the text, found without parsing: where it begins and ends, and what kind it is.
///
/// The finding is careful rather than clever: what is not plainly a tag is `nil`, and the block goes to libxml2 as it is.
struct MzMLTagText {
    /// Position of the `<`.
    var start: Int
    /// Position after the `>`.
    var end: Int
    /// The name as written, with its prefix.
    var name: Range<Int>
    /// Whether it is an end tag.
    var isEnd: Bool
    /// Whether it is an element of its own, `<name/>`.
    var isEmptyElement: Bool
    /// Whether it consists of printable ASCII and white space, has no reference (`&`), and quotes with `"` alone.
    var isPlain: Bool

    /// How many tags a parser reports for it: an element of its own begins and ends.
    var eventCount: Int { isEmptyElement ? 2 : 1 }

    /// The tag whose `<` is at `start`; `nil` for a comment, an instruction, or where there is no complete tag.
    init?(in text: UnsafeBufferPointer<UInt8>, at start: Int) {
        guard start + 1 < text.count, text[start] == UInt8(ascii: "<") else { return nil }
        let first = text[start + 1]
        guard first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else { return nil }
        isEnd = first == UInt8(ascii: "/")
        isPlain = true
        var quote: UInt8?
        var position = start + (isEnd ? 2 : 1)
        let nameStart = position
        var nameEnd: Int?
        while position < text.count {
            let byte = text[position]
            if byte == UInt8(ascii: "<") { return nil }
            if byte == UInt8(ascii: ">"), quote == nil { break }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                if byte == UInt8(ascii: "'") { isPlain = false }
                if quote == nil { quote = byte } else if quote == byte { quote = nil }
            } else if !Self.isPlainInValue(byte), quote != nil || !ASCII.isWhitespace(byte) {
                isPlain = false
            } else if nameEnd == nil, ASCII.isWhitespace(byte) || byte == UInt8(ascii: "/") {
                nameEnd = position
            }
            position += 1
        }
        guard position < text.count, position > nameStart else { return nil }
        self.start = start
        end = position + 1
        name = nameStart..<(nameEnd ?? position)
        isEmptyElement = !isEnd && text[position - 1] == UInt8(ascii: "/")
    }

    /// Whether an attribute value in double quotes may contain the byte as it stands: printable ASCII without `"`, `<`, `&`.
    ///
    /// > Source: XML 1.0, productions 2 (Char) and 10 (AttValue).
    @inline(__always) static func isPlainInValue(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: "&")
    }
}
