internal import Glibc

/// A tag that a ``MzMLTagMemory`` keeps, with the white space before it. Its bytes belong to the memory.
struct MzMLKnownTag {
    /// What the condenser does with it.
    enum Role {
        /// A cvParam or userParam: taken out, and handed to the receiver as ``MzMLKnownTag/parameter``.
        case parameter
        /// `<binary>`: stays, and the text behind it is taken out.
        case beginsText
        /// Any other: stays.
        case structure
    }

    /// The bytes up to the attribute value that varies, its quote included; all bytes where none does.
    var head: UnsafeBufferPointer<UInt8>
    /// The bytes from the closing quote of that value on; none where none varies.
    var tail: UnsafeBufferPointer<UInt8>
    /// Bytes of white space at the beginning of ``head``.
    var blankCount: Int
    var role: Role
    /// How many tags a parser reports for it.
    var eventCount: Int
    /// What libxml2 made of it; `nil` until it has.
    var parameter: MzMLParameter?
    /// The tags that followed it last and before that; 0 for none.
    var successors = (0, 0)

    /// Where a tag that was compared ends, and the value in it that varies.
    struct Match {
        var end: Int
        var value: Range<Int>
    }

    /// Compares the text at `position` with the tag.
    @inline(__always)
    func match(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Match? {
        guard let base = text.baseAddress, let headBase = head.baseAddress else { return nil }
        let headEnd = position &+ head.count
        guard headEnd <= text.count, memcmp(base + position, headBase, head.count) == 0 else { return nil }
        guard let tailBase = tail.baseAddress else { return Match(end: headEnd, value: headEnd..<headEnd) }
        var valueEnd = headEnd
        while valueEnd < text.count, MzMLTagText.isPlainInValue(base[valueEnd]) { valueEnd &+= 1 }
        guard valueEnd &+ tail.count <= text.count, memcmp(base + valueEnd, tailBase, tail.count) == 0 else {
            return nil
        }
        return Match(end: valueEnd &+ tail.count, value: headEnd..<valueEnd)
    }
}
