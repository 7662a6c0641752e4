internal import Foundations

/// The tags of a file that libxml2 has read before, each kept once; one memory per worker.
///
/// Nearly all markup of an mzML file is the same few dozen tags over and over, indentation included, apart from the value
/// of one attribute. To recognise one again takes two comparisons of bytes, to parse it an order of magnitude more.
///
/// **Why it is sound.** A tag is kept only if it is plain (see ``MzMLTagText/isPlain``) and libxml2 has read it as part of
/// a well-formed document. Text that differs from it only in the characters of one value in double quotes, none of them
/// `"`, `<`, `&` or beyond printable ASCII, is cut into the same tokens (XML 1.0, production 10), so libxml2 would find it
/// as well-formed. A parameter is an element without content, whose place in the document does not matter for that.
///
/// The memory is small: it stops learning at ``capacity`` tags.
final class MzMLTagMemory {
    private static let capacity = 512
    /// Longer tags are not kept.
    private static let maximumTagBytes = 2048
    private static let slotCount = 2048
    /// The place of all tags that are not kept, in the order of successors.
    static let unknown = 0

    /// Namespace prefix of the file's elements with its colon.
    private let prefix: [UInt8]
    private let tags: UnsafeMutablePointer<MzMLKnownTag>
    private var count = 0
    /// Open hash over the tags: their places, 0 for a free slot.
    private var slots: [Int]
    private var owned: [UnsafeMutablePointer<UInt8>] = []

    /// - Parameter prefix: namespace prefix of the file's elements, without colon; empty where they have none.
    init(prefix: String) {
        self.prefix = prefix.isEmpty ? [] : Array("\(prefix):".utf8)
        tags = .allocate(capacity: Self.capacity)
        slots = [Int](repeating: 0, count: Self.slotCount)
        forget()
    }

    deinit {
        releaseText()
        tags.deallocate()
    }

    /// Forgets all tags.
    func forget() {
        releaseText()
        slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        tags.initialize(to: MzMLKnownTag(head: none, tail: none, blankCount: 0, role: .structure, eventCount: 0))
        count = 1
    }

    private func releaseText() {
        for text in owned { text.deallocate() }
        owned = []
    }

    /// The tag at a place that ``foreseen(in:at:after:)`` or ``recall(_:in:from:after:)`` gave.
    @inline(__always) subscript(_ place: Int) -> MzMLKnownTag { tags[place] }

    // MARK: - Recognising

    /// The tag at `position`, if it is one of those that followed the tag `previous` before.
    @inline(__always)
    func foreseen(
        in text: UnsafeBufferPointer<UInt8>, at position: Int, after previous: Int
    ) -> (place: Int, match: MzMLKnownTag.Match)? {
        let (last, secondLast) = tags[previous].successors
        if last != Self.unknown, let match = tags[last].match(text, at: position) { return (last, match) }
        guard secondLast != Self.unknown, let match = tags[secondLast].match(text, at: position) else { return nil }
        tags[previous].successors = (secondLast, last)
        return (secondLast, match)
    }

    /// Whether a tag was kept before, is kept now, or is not.
    enum Recall {
        case known(place: Int, MzMLKnownTag.Match)
        case learned(place: Int)
        case notKept
    }

    /// Looks a tag up, and keeps it if it can be kept.
    ///
    /// - Parameter position: where the white space before the tag begins.
    func recall(
        _ tag: MzMLTagText, in text: UnsafeBufferPointer<UInt8>, from position: Int, after previous: Int
    ) -> Recall {
        let name = localName(of: tag, in: text)
        guard tag.isPlain, tag.end - position <= Self.maximumTagBytes, let varying = Self.varyingAttribute(of: name)
        else { return .notKept }
        let value = tag.isEnd ? nil : Self.value(of: varying, in: text, tag)
        let head = UnsafeBufferPointer(rebasing: text[position..<(value?.lowerBound ?? tag.end)])
        let tail = UnsafeBufferPointer(rebasing: text[(value?.upperBound ?? tag.end)..<tag.end])
        var slot = Self.slot(of: head, tail)
        while slots[slot] != 0 {
            let place = slots[slot]
            if tags[place].head.elementsEqual(head), tags[place].tail.elementsEqual(tail) {
                follow(previous, by: place)
                return .known(place: place, MzMLKnownTag.Match(end: tag.end, value: value ?? tag.end..<tag.end))
            }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        guard count < Self.capacity else { return .notKept }
        slots[slot] = count
        (tags + count).initialize(
            to: MzMLKnownTag(
                head: keep(head), tail: keep(tail), blankCount: tag.start - position, role: Self.role(of: tag, name),
                eventCount: tag.eventCount))
        count += 1
        follow(previous, by: count - 1)
        return .learned(place: count - 1)
    }

    private func follow(_ previous: Int, by place: Int) {
        tags[previous].successors = (place, tags[previous].successors.0)
    }

    // MARK: - Learning

    /// Keeps what libxml2 made of the tag at `place`.
    func learn(_ parameter: MzMLParameter, at place: Int) {
        var kept = parameter
        kept.name = keep(parameter.name)
        kept.value = keep(parameter.value)
        kept.unitAccession = keep(parameter.unitAccession)
        kept.unitName = keep(parameter.unitName)
        tags[place].parameter = kept
    }

    private func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
        copy.initialize(from: base, count: bytes.count)
        owned.append(copy)
        return UnsafeBufferPointer(start: copy, count: bytes.count)
    }

    // MARK: - Kinds of tags

    private typealias Name = Slice<UnsafeBufferPointer<UInt8>>

    private func localName(of tag: MzMLTagText, in text: UnsafeBufferPointer<UInt8>) -> Name {
        let name = text[tag.name]
        return name.starts(with: prefix) ? name.dropFirst(prefix.count) : name
    }

    /// The attribute whose value may vary, with the space before it; empty for none; `nil` for elements of which no two
    /// are alike.
    private static func varyingAttribute(of name: Name) -> StaticString? {
        if name.elementsEqual("cvParam".utf8) || name.elementsEqual("userParam".utf8) { return " value=\"" }
        if name.elementsEqual("binaryDataArray".utf8) { return " encodedLength=\"" }
        if name.elementsEqual("precursor".utf8) { return " spectrumRef=\"" }
        return name.elementsEqual("spectrum".utf8) ? nil : ""
    }

    private static func role(of tag: MzMLTagText, _ name: Name) -> MzMLKnownTag.Role {
        if tag.isEmptyElement {
            let isParameter = name.elementsEqual("cvParam".utf8) || name.elementsEqual("userParam".utf8)
            return isParameter ? .parameter : .structure
        }
        return !tag.isEnd && name.elementsEqual("binary".utf8) ? .beginsText : .structure
    }

    /// Where the value of an attribute of a plain tag lies. As all quotes of the tag are `"`, an even number of them before
    /// the name says that the name is not part of another value.
    private static func value(
        of attribute: StaticString, in text: UnsafeBufferPointer<UInt8>, _ tag: MzMLTagText
    ) -> Range<Int>? {
        let sought = UnsafeBufferPointer(start: attribute.utf8Start, count: attribute.utf8CodeUnitCount)
        guard !sought.isEmpty, tag.name.upperBound + sought.count <= tag.end else { return nil }
        var isInValue = false
        for start in tag.name.upperBound...(tag.end - sought.count) {
            if text[start] == UInt8(ascii: "\"") { isInValue.toggle() }
            guard !isInValue, text[start] == sought[0] else { continue }
            guard text[start..<(start + sought.count)].elementsEqual(sought) else { continue }
            let valueStart = start + sought.count
            guard let valueEnd = text[valueStart..<tag.end].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
            return valueStart..<valueEnd
        }
        return nil
    }

    private static func slot(of head: UnsafeBufferPointer<UInt8>, _ tail: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = StableHash.combine(StableHash.hash(head), StableHash.hash(tail))
        return Int(truncatingIfNeeded: hash) & (slotCount - 1)
    }
}
