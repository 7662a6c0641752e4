internal import Glibc

/// Finds the S lines of an MS2 file, which begin its spectra.
enum MS2Lines {
    /// The first S line at or after `position`, from its letter on, which blanks may precede as on every line; a line at
    /// the very end of `bytes` is not taken.
    static func nextSpectrum(in bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int? {
        var from = position
        while let base = bytes.baseAddress, from < bytes.count,
            let found = memchr(base + from, Int32(UInt8(ascii: "S")), bytes.count - from)
        {
            let start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if isSpectrum(bytes, at: start) { return start }
            from = start + 1
        }
        return nil
    }

    /// The last S line; a line at the very end of `bytes` is not taken.
    static func lastSpectrum(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        bytes.indices.last { bytes[$0] == UInt8(ascii: "S") && isSpectrum(bytes, at: $0) }
    }

    /// The scan number of the S line that `bytes` begin with.
    static func scanNumber(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var lines = TextLines(bytes, firstNumber: 0)
        guard let line = lines.next() else { return nil }
        return MS2Entry.numbers(ofSpectrumLine: line.bytes).first.flatMap { Int(exactly: $0) }
    }

    /// Whether the lines are those of an MS2 file: any number of H lines, then an S line with its numbers.
    static func beginsFile(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var lines = TextLines(bytes, firstNumber: 1)
        while let line = lines.next() {
            if line.bytes.isEmpty { continue }
            guard isTag(line.bytes, at: 0) else { return false }
            switch line.bytes[0] {
            case UInt8(ascii: "H"): continue
            case UInt8(ascii: "S"): return MS2Entry.numbers(ofSpectrumLine: line.bytes).count >= 2
            default: return false
            }
        }
        return false
    }

    /// Whether the `S` at `position` begins an S line.
    private static func isSpectrum(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        (isTag(bytes, at: position) || endsLine(bytes, at: position)) && MGFLines.isIndented(bytes, position)
    }

    /// Whether the byte at `position` is the last of its line.
    private static func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        position + 1 < bytes.count && TextLines.isLineBreak(bytes[position + 1])
    }

    /// Whether a single letter with a tab or blank after it stands at `position`.
    private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        guard position + 1 < bytes.count else { return false }
        return bytes[position + 1] == ASCII.tab || bytes[position + 1] == ASCII.space
    }
}
