internal import Glibc

/// Finds tags in XML text without parsing it, so that a document can be cut between elements.
///
/// A `<` in well-formed XML begins a tag, a comment, a CDATA section, a processing instruction or a declaration and
/// nothing else; the scanner steps over all but tags. It never looks at the text in between.
struct TagScanner {
    /// A start or end tag: where it begins and the range of its name, prefix included.
    struct Tag {
        /// Position of the `<`.
        var start: Int
        /// The name as written, with its prefix.
        var name: Range<Int>
        /// For an end tag, the position after its `>`; `nil` for a start tag.
        var end: Int?

        /// Whether it is an end tag.
        var isEnd: Bool { end != nil }

        /// The part of the name after the prefix.
        func localName(in bytes: UnsafeBufferPointer<UInt8>) -> String {
            let text = bytes[name]
            let colon = text.lastIndex(of: UInt8(ascii: ":"))
            return String(decoding: text[(colon.map { $0 + 1 } ?? name.lowerBound)...], as: UTF8.self)
        }

        /// Whether the name after the prefix is `other`.
        func hasLocalName(_ other: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            let count = other.utf8CodeUnitCount
            let start = name.upperBound - count
            guard start >= name.lowerBound, let base = bytes.baseAddress else { return false }
            guard start == name.lowerBound || bytes[start - 1] == UInt8(ascii: ":") else { return false }
            return memcmp(base + start, other.utf8Start, count) == 0
        }
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// The first two letters of the tags that are wanted; the others are stepped over at once.
    private let initials: (UInt8, UInt8)?
    /// Where to go on; after ``next()`` has returned `nil`, everything before it is behind the scanner, and a construct
    /// that begins at it is incomplete.
    private(set) var position: Int
    /// Where the first declaration (`<!DOCTYPE`, `<!ENTITY`) was that the scanner stepped over.
    private(set) var firstDeclaration: Int?

    init(bytes: UnsafeBufferPointer<UInt8>, position: Int, initials: (UInt8, UInt8)? = nil) {
        self.bytes = bytes
        self.position = position
        self.initials = initials
    }

    /// The next tag, or `nil` where the bytes end before one is complete up to its name.
    mutating func next() -> Tag? {
        while let start = find(UInt8(ascii: "<"), from: position) {
            position = start
            guard start + 1 < bytes.count else { return nil }
            switch bytes[start + 1] {
            case UInt8(ascii: "!"): if !skipDeclaration(at: start) { return nil }
            case UInt8(ascii: "?"): if !skip(past: "?>", from: start + 2) { return nil }
            case UInt8(ascii: "/"):
                if isWanted(nameAt: start + 2) { return endTag(at: start) }
                position = start + 2
            default:
                if isWanted(nameAt: start + 1) { return startTag(at: start) }
                position = start + 1
            }
        }
        position = bytes.count
        return nil
    }

    /// Whether the name there begins as wanted, or may do so in what is not at hand yet.
    @inline(__always) private func isWanted(nameAt start: Int) -> Bool {
        guard let initials, start + 1 < bytes.count else { return true }
        return bytes[start] == initials.0 && bytes[start + 1] == initials.1
    }

    /// The next start tag.
    mutating func nextStartTag() -> Tag? {
        while let tag = next() {
            if !tag.isEnd { return tag }
        }
        return nil
    }

    private mutating func startTag(at start: Int) -> Tag? {
        guard let end = endOfName(from: start + 1) else { return nil }
        position = end
        return Tag(start: start, name: (start + 1)..<end, end: nil)
    }

    private mutating func endTag(at start: Int) -> Tag? {
        guard let nameEnd = endOfName(from: start + 2), let close = find(UInt8(ascii: ">"), from: nameEnd) else {
            return nil
        }
        position = close + 1
        return Tag(start: start, name: (start + 2)..<nameEnd, end: close + 1)
    }

    /// The first byte after `start` that cannot belong to a name.
    private func endOfName(from start: Int) -> Int? {
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if ASCII.isWhitespace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { return end }
            end &+= 1
        }
        return nil
    }

    /// Steps over `<!-- -->`, `<![CDATA[ ]]>`, or the `<!` of a declaration; `false` where the bytes end before.
    private mutating func skipDeclaration(at start: Int) -> Bool {
        guard start + 9 <= bytes.count else { return false }
        if matches("--", at: start + 2) { return skip(past: "-->", from: start + 4) }
        if matches("[CDATA[", at: start + 2) { return skip(past: "]]>", from: start + 9) }
        firstDeclaration = firstDeclaration ?? start
        position = start + 2
        return true
    }

    private mutating func skip(past terminator: StaticString, from start: Int) -> Bool {
        let count = terminator.utf8CodeUnitCount
        var from = start
        while let found = find(terminator.utf8Start[0], from: from) {
            guard found + count <= bytes.count else { return false }
            if matches(terminator, at: found) {
                position = found + count
                return true
            }
            from = found + 1
        }
        return false
    }

    private func matches(_ text: StaticString, at start: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard start + count <= bytes.count, let base = bytes.baseAddress else { return false }
        return memcmp(base + start, text.utf8Start, count) == 0
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
