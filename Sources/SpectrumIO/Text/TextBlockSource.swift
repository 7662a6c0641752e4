/// Cuts a text file into blocks of whole entries.
final class TextBlockSource<Format: TextFormat>: SpectrumSource {
    let stream: SpectrumStream
    /// A text file states nothing about where its parts are.
    let claims = DocumentClaims()

    private var format = Format()
    private var buffer: [UInt8] = []
    private var bufferOffset = 0
    private var bufferLine = 1
    private var endsInCarriageReturn = false
    private var isAtEnd = false
    private var hasHeader = false
    private var nextIndex = 0

    init(stream: SpectrumStream) throws(SpectrumReadError) { self.stream = stream }

    var notes: SpectrumNotes { format.notes }

    func decoderMaker() -> @Sendable () throws(SpectrumReadError) -> Format.Decoder { format.decoderMaker() }

    // MARK: - Before the first spectrum

    func readHeader() throws(SpectrumReadError) -> SpectrumFileHeader {
        if hasHeader { return format.header }
        hasHeader = true
        while true {
            if let start = buffer.withUnsafeBufferPointer({ Format.firstEntry(in: $0) }) {
                format.takeHeader(take(start))
                return format.header
            }
            if isAtEnd { return format.header }
            try readOn(within: ReadLimits.maximumFrontMatterBytes, "what stands before the first \(Format.beginning)")
        }
    }

    // MARK: - Spectra

    func nextBlock() throws(SpectrumReadError) -> TextBlock? {
        while true {
            if isAtEnd || buffer.count >= ReadLimits.blockBytes, let end = endOfEntries { return cutBlock(end) }
            if isAtEnd { break }
            try readOn(within: ReadLimits.maximumSpectrumBytes, "a spectrum")
        }
        if let missing = format.takeRest(take(buffer.count)) { throw truncated(missing) }
        return nil
    }

    private var endOfEntries: Int? {
        let isAtEnd = isAtEnd
        return buffer.withUnsafeBufferPointer { Format.endOfEntries(in: $0, isAtEnd: isAtEnd) }
    }

    private func cutBlock(_ end: Int) -> TextBlock {
        let (byteOffset, firstLine, firstIndex) = (bufferOffset, bufferLine, nextIndex)
        let text = take(end)
        let hasOwnName = format.takeNames(in: text, firstIndex: firstIndex)
        nextIndex += hasOwnName.count
        return TextBlock(
            text: text, byteOffset: byteOffset, firstLine: firstLine, firstIndex: firstIndex, hasOwnName: hasOwnName)
    }

    private func truncated(_ missing: String) -> SpectrumReadError {
        .truncated(
            path: stream.path, byteOffset: stream.position,
            afterSpectrum: nextIndex == 0 ? nil : "index=\(nextIndex - 1)", missing: missing)
    }

    // MARK: - Buffer

    /// Reads on, unless the buffer has more than `limit` bytes of one thing already.
    private func readOn(within limit: Int, _ what: String) throws(SpectrumReadError) {
        guard buffer.count <= limit else {
            throw .tooLarge(path: stream.path, byteOffset: bufferOffset, what: what, limit: limit)
        }
        // Never less than a quarter of what is there, so that a huge spectrum is not searched again and again.
        let wanted = max(ReadLimits.blockBytes - buffer.count, buffer.count / 4)
        isAtEnd = try stream.read(upTo: wanted, appendingTo: &buffer) == 0
    }

    /// Takes bytes from the start of the buffer.
    private func take(_ count: Int) -> [UInt8] {
        let text = Array(buffer[..<count])
        bufferLine += text.withUnsafeBufferPointer {
            TextLines.lineCount($0, previousIsCarriageReturn: endsInCarriageReturn)
        }
        if let last = text.last { endsInCarriageReturn = last == ASCII.carriageReturn }
        buffer.removeSubrange(..<count)
        bufferOffset += count
        return text
    }
}
