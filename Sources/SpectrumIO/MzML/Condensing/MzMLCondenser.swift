internal import Glibc

/// What was taken out of a block: a parameter or the text of an array.
struct MzMLInset {
    /// How many tags of the condensed markup, as a parser reports them, stand before it.
    var tagsBefore: Int32
    /// The tag in the memory, or ``MzMLTagMemory/unknown`` for the text of an array.
    var place: Int32
    /// The varying value of the tag, or the text, in the block.
    var start: Int32
    var end: Int32
}

/// Takes out of a block of spectra what libxml2 has read before and what is no markup, so that libxml2 reads little more
/// than the skeleton of elements: about an eighth of the bytes and a third of the tags.
///
/// What is taken out comes back, at its place, when the receiver handles the skeleton. Each step rests on libxml2's own
/// judgement, see ``MzMLTagMemory``; a block with anything out of the ordinary (comments, text between elements) is not
/// condensed.
final class MzMLCondenser {
    let memory: MzMLTagMemory
    /// The condensed block.
    @exclusivity(unchecked) private(set) var markup: [UInt8] = []
    /// What was taken out, in order.
    @exclusivity(unchecked) private(set) var insets: [MzMLInset] = []
    /// The tags of the condensed block that the memory does not know yet: their number as a parser reports them, and their
    /// place in the memory.
    @exclusivity(unchecked) private(set) var lessons: [(tagNumber: Int, place: Int)] = []
    @exclusivity(unchecked) private var tagCount = 0

    init(prefix: String) { memory = MzMLTagMemory(prefix: prefix) }

    /// Condenses a block that will be the content of one element.
    ///
    /// - Returns: whether it can be; what was condensed is valid only then.
    func condense(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        markup.removeAll(keepingCapacity: true)
        insets.removeAll(keepingCapacity: true)
        lessons.removeAll(keepingCapacity: true)
        tagCount = 1
        guard text.count < Int(Int32.max) else { return false }
        var position = 0
        var previous = MzMLTagMemory.unknown
        while position < text.count {
            if let (place, match) = memory.foreseen(in: text, at: position, after: previous) {
                add(place, match, text, from: position)
                position = match.end
                previous = place
            } else {
                let start = Self.endOfWhitespace(in: text, from: position)
                if start == text.count { return true }
                guard let tag = MzMLTagText(in: text, at: start) else { return false }
                previous = add(tag, text, from: position, after: previous)
                position = tag.end
            }
            if memory[previous].role == .beginsText {
                guard let end = Self.find(UInt8(ascii: "<"), in: text, from: position) else { return false }
                takeOut(MzMLTagMemory.unknown, position..<end)
                position = end
            }
        }
        return true
    }

    /// Adds a tag that was not foreseen and returns its place in the memory.
    private func add(
        _ tag: MzMLTagText, _ text: UnsafeBufferPointer<UInt8>, from position: Int, after previous: Int
    ) -> Int {
        switch memory.recall(tag, in: text, from: position, after: previous) {
        case .known(let place, let match):
            add(place, match, text, from: position)
            return place
        case .learned(let place):
            leave(tag.start..<tag.end, tag.eventCount, text)
            if memory[place].role == .parameter { lessons.append((tagNumber: tagCount - 1, place: place)) }
            return place
        case .notKept:
            leave(tag.start..<tag.end, tag.eventCount, text)
            return MzMLTagMemory.unknown
        }
    }

    @inline(__always)
    private func add(
        _ place: Int, _ match: MzMLKnownTag.Match, _ text: UnsafeBufferPointer<UInt8>, from position: Int
    ) {
        let tag = memory[place]
        if tag.role == .parameter {
            takeOut(place, match.value)
        } else {
            leave((position + tag.blankCount)..<match.end, tag.eventCount, text)
        }
    }

    @inline(__always)
    private func takeOut(_ place: Int, _ range: Range<Int>) {
        insets.append(
            MzMLInset(
                tagsBefore: Int32(truncatingIfNeeded: tagCount), place: Int32(truncatingIfNeeded: place),
                start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound)))
    }

    @inline(__always)
    private func leave(_ range: Range<Int>, _ eventCount: Int, _ text: UnsafeBufferPointer<UInt8>) {
        markup.append(contentsOf: UnsafeBufferPointer(rebasing: text[range]))
        tagCount &+= eventCount
    }

    private static func endOfWhitespace(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        while position < text.count, ASCII.isWhitespace(text[position]) { position &+= 1 }
        return position
    }

    private static func find(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < text.count, let base = text.baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), text.count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
