internal import Glibc

/// Finds the lines that frame the spectra of an MGF file without looking at the others.
enum MGFLines {
    /// A line found: where it begins and where the line after it begins.
    struct Line {
        var start: Int
        var next: Int
    }

    /// The first `BEGIN IONS` line at or after `position`.
    static func firstSpectrum(in bytes: UnsafeBufferPointer<UInt8>, from position: Int = 0) -> Int? {
        next("BEGIN IONS", in: bytes, from: position, isAtEnd: true)?.start
    }

    /// The next line that consists of `text`, white space around it allowed.
    ///
    /// - Parameter isAtEnd: whether the file ends with `bytes`; if not, a line that may go on is not taken.
    static func next(
        _ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from position: Int, isAtEnd: Bool
    ) -> Line? {
        var from = position
        while let start = beginning(text, in: bytes, from: from) {
            if let next = lineEnd(bytes, after: start + text.utf8CodeUnitCount, isAtEnd: isAtEnd) {
                return Line(start: start, next: next)
            }
            from = start + 1
        }
        return nil
    }

    /// The next line that begins with `text`: the range of what follows it on the line.
    static func nextValue(
        of text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from position: Int
    ) -> Range<Int>? {
        guard let start = beginning(text, in: bytes, from: position) else { return nil }
        let valueStart = start + text.utf8CodeUnitCount
        var end = valueStart
        while end < bytes.count, !TextLines.isLineBreak(bytes[end]) { end += 1 }
        return valueStart..<end
    }

    /// Where `text` next stands at the beginning of a line, blanks before it allowed.
    private static func beginning(
        _ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from position: Int
    ) -> Int? {
        let count = text.utf8CodeUnitCount
        var from = position
        while let found = find(text.utf8Start[0], in: bytes, from: from) {
            guard found + count <= bytes.count, let base = bytes.baseAddress else { return nil }
            if memcmp(base + found, text.utf8Start, count) == 0, isIndented(bytes, found) { return found }
            from = found + 1
        }
        return nil
    }

    /// Whether only blanks stand between `position` and the line's beginning.
    static func isIndented(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
        var start = position
        while start > 0, bytes[start - 1] == ASCII.space || bytes[start - 1] == ASCII.tab { start -= 1 }
        return start == 0 || TextLines.isLineBreak(bytes[start - 1])
            || (start == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    /// Where the next line begins, if only white space is left on this one.
    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, after position: Int, isAtEnd: Bool) -> Int? {
        var end = position
        while end < bytes.count, bytes[end] == ASCII.space || bytes[end] == ASCII.tab { end += 1 }
        if end == bytes.count { return isAtEnd ? end : nil }
        guard TextLines.isLineBreak(bytes[end]) else { return nil }
        if bytes[end] == ASCII.lineFeed { return end + 1 }
        if end + 1 == bytes.count { return isAtEnd ? end + 1 : nil }
        return bytes[end + 1] == ASCII.lineFeed ? end + 2 : end + 1
    }

    private static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
