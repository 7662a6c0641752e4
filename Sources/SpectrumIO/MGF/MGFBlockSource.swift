internal import Foundations

/// Cuts an MGF file after `END IONS` lines.
///
/// A title identifies its spectrum only if no earlier one has the same; titles are compared by 64-bit hashes, 8 bytes
/// each.
final class MGFBlockSource: SpectrumSource {
    let stream: SpectrumStream
    private(set) var notes = SpectrumNotes()
    /// An MGF file states nothing about where its parts are.
    let claims = DocumentClaims()

    private var buffer: [UInt8] = []
    private var bufferOffset = 0
    private var bufferLine = 1
    private var endsInCarriageReturn = false
    private var isAtEnd = false
    private var hasHeader = false
    private var header = SpectrumFileHeader()
    private var defaultCharge: MGFCharge?
    private var nextIndex = 0
    private var titles: Set<UInt64> = []

    init(stream: SpectrumStream) throws(SpectrumReadError) { self.stream = stream }

    func decoderMaker() -> @Sendable () throws(SpectrumReadError) -> MGFDecoder {
        let defaultCharge = defaultCharge
        return { MGFDecoder(defaultCharge: defaultCharge) }
    }

    // MARK: - Before the first spectrum

    func readHeader() throws(SpectrumReadError) -> SpectrumFileHeader {
        if hasHeader { return header }
        hasHeader = true
        while true {
            if let start = buffer.withUnsafeBufferPointer({ MGFLines.firstSpectrum(in: $0) }) {
                parseHeader(Array(buffer[..<start]))
                drop(start)
                return header
            }
            guard buffer.count <= ReadLimits.maximumFrontMatterBytes else {
                throw .tooLarge(
                    path: stream.path, byteOffset: 0, what: "what stands before the first BEGIN IONS",
                    limit: ReadLimits.maximumFrontMatterBytes)
            }
            if isAtEnd { return header }
            try readOn()
        }
    }

    private func parseHeader(_ text: [UInt8]) {
        for bytes in text.split(whereSeparator: MGFLines.isLineBreak) {
            let line = String(decoding: bytes, as: UTF8.self).trimmingSpaces
            if line.isEmpty || MGFEntry.isComment(bytes.first { !ASCII.isWhitespace($0) }) { continue }
            guard let equals = line.firstIndex(of: "="), equals != line.startIndex else {
                if line != "\u{FEFF}" { notes.add(.textOutsideSpectra, index: nil) }
                continue
            }
            header.parameters.append(line)
            guard line[..<equals].uppercased() == "CHARGE" else { continue }
            defaultCharge = MGFCharge(String(line[line.index(after: equals)...]))
            if defaultCharge == nil { notes.add(.unreadableCharge, index: nil, detail: line) }
        }
    }

    // MARK: - Spectra

    func nextBlock() throws(SpectrumReadError) -> MGFBlock? {
        while true {
            if isAtEnd || buffer.count >= ReadLimits.blockBytes {
                if let end = lastEnd() { return cutBlock(end) }
                if isAtEnd { break }
                guard buffer.count <= ReadLimits.maximumSpectrumBytes else {
                    throw .tooLarge(
                        path: stream.path, byteOffset: bufferOffset, what: "a spectrum",
                        limit: ReadLimits.maximumSpectrumBytes)
                }
            }
            try readOn()
        }
        try checkRest()
        return nil
    }

    private func readOn() throws(SpectrumReadError) {
        // Never less than a quarter of what is there, so that a huge spectrum is not searched again and again.
        let wanted = max(ReadLimits.blockBytes - buffer.count, buffer.count / 4)
        isAtEnd = try stream.read(upTo: wanted, appendingTo: &buffer) == 0
    }

    /// Where the last `END IONS` line of the buffer ends.
    private func lastEnd() -> Int? {
        buffer.withUnsafeBufferPointer { bytes in
            var end: Int?
            while let line = MGFLines.next("END IONS", in: bytes, from: end ?? 0, isAtEnd: isAtEnd) {
                end = line.next
                if line.next == bytes.count { break }
            }
            return end
        }
    }

    private func cutBlock(_ end: Int) -> MGFBlock {
        let text = Array(buffer[..<end])
        let block = MGFBlock(
            text: text, byteOffset: bufferOffset, firstLine: bufferLine, firstIndex: nextIndex,
            hasOwnTitle: checkTitles(of: text))
        nextIndex += block.hasOwnTitle.count
        drop(end)
        return block
    }

    /// For each `BEGIN IONS`, whether the first title before the next one is new.
    private func checkTitles(of text: [UInt8]) -> [Bool] {
        text.withUnsafeBufferPointer { bytes in
            var result: [Bool] = []
            var begin = MGFLines.next("BEGIN IONS", in: bytes, from: 0, isAtEnd: true)
            var title = MGFLines.nextValue(of: "TITLE=", in: bytes, from: 0)
            while let start = begin {
                begin = MGFLines.next("BEGIN IONS", in: bytes, from: start.next, isAtEnd: true)
                while let range = title, range.lowerBound < start.start {
                    title = MGFLines.nextValue(of: "TITLE=", in: bytes, from: range.upperBound)
                }
                guard let range = title, range.lowerBound < begin?.start ?? bytes.count else {
                    result.append(false)
                    continue
                }
                let value = DecimalNumber.trimmed(UnsafeBufferPointer(rebasing: bytes[range]))
                let isNew = !value.isEmpty && titles.insert(StableHash.hash(value)).inserted
                if !isNew, !value.isEmpty { notes.add(.repeatedTitle, index: nextIndex + result.count) }
                result.append(isNew)
            }
            return result
        }
    }

    private func drop(_ count: Int) {
        bufferLine += buffer.withUnsafeBufferPointer { bytes in
            MGFLines.lineCount(
                UnsafeBufferPointer(rebasing: bytes[..<count]), previousIsCarriageReturn: endsInCarriageReturn)
        }
        if count > 0 { endsInCarriageReturn = buffer[count - 1] == ASCII.carriageReturn }
        buffer.removeSubrange(..<count)
        bufferOffset += count
    }

    // MARK: - After the last spectrum

    /// What follows the last `END IONS` may be blank or comment; the beginning of a spectrum means that the file is
    /// cut.
    private func checkRest() throws(SpectrumReadError) {
        let begin = buffer.withUnsafeBufferPointer {
            MGFLines.next("BEGIN IONS", in: $0, from: 0, isAtEnd: true)
        }
        if begin != nil { throw truncated() }
        for line in buffer.split(whereSeparator: MGFLines.isLineBreak) {
            let text = String(decoding: line, as: UTF8.self).trimmingSpaces
            if text.isEmpty || MGFEntry.isComment(text.utf8.first) { continue }
            if "BEGIN IONS".hasPrefix(text), line.endIndex == buffer.endIndex { throw truncated() }
            notes.add(.textOutsideSpectra, index: nil)
        }
    }

    private func truncated() -> SpectrumReadError {
        .truncated(
            path: stream.path, byteOffset: stream.position,
            afterSpectrum: nextIndex == 0 ? nil : "index=\(nextIndex - 1)",
            missing: "END IONS")
    }
}
