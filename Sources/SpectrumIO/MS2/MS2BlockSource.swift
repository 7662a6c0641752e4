/// Cuts an MS2 file before S lines.
///
/// Nothing marks the end of a spectrum or of the file, so that a file cut off between two lines looks complete.
///
/// > Source: W. H. McDonald et al., MS1, MS2, and SQT: three unified, compact, and easily parsed file formats for the
/// > storage of shotgun proteomic spectra and identifications, Rapid Commun Mass Spectrom 18, 2162 (2004),
/// > doi:10.1002/rcm.1603.
final class MS2BlockSource: SpectrumSource {
    let stream: SpectrumStream
    private(set) var notes = SpectrumNotes()
    /// An MS2 file states nothing about where its parts are.
    let claims = DocumentClaims()

    private var buffer: [UInt8] = []
    private var bufferOffset = 0
    private var bufferLine = 1
    private var endsInCarriageReturn = false
    /// Positions of the S lines of the buffer, and how far it has been searched for them.
    private var starts: [Int] = []
    private var searched = 0
    private var isAtEnd = false
    private var hasHeader = false
    private var header = SpectrumFileHeader()
    private var nextIndex = 0
    private var scans: Set<Int> = []

    init(stream: SpectrumStream) throws(SpectrumReadError) { self.stream = stream }

    func decoderMaker() -> @Sendable () throws(SpectrumReadError) -> MS2Decoder {
        let statesMinutes = statesMinutes
        return { MS2Decoder(statesMinutes: statesMinutes) }
    }

    /// Whether retention times are minutes, as the format has it. MzXML2Search wrote seconds in its earlier versions, and
    /// the file does not say which version it was.
    private var statesMinutes: Bool { !header.software.contains { $0.hasPrefix("MzXML2Search") } }

    // MARK: - Before the first spectrum

    func readHeader() throws(SpectrumReadError) -> SpectrumFileHeader {
        if hasHeader { return header }
        hasHeader = true
        while true {
            search()
            if let start = starts.first {
                parseHeader(Array(buffer[..<start]))
                drop(start)
                return header
            }
            guard buffer.count <= ReadLimits.maximumFrontMatterBytes else {
                throw .tooLarge(
                    path: stream.path, byteOffset: 0, what: "what stands before the first S line",
                    limit: ReadLimits.maximumFrontMatterBytes)
            }
            if isAtEnd { return header }
            try readOn()
        }
    }

    private func parseHeader(_ text: [UInt8]) {
        for bytes in text.split(whereSeparator: TextLines.isLineBreak) {
            let words = String(decoding: bytes, as: UTF8.self).split(maxSplits: 2) { $0 == "\t" || $0 == " " }
            guard let tag = words.first else { continue }
            guard tag == "H", words.count > 1 else {
                notes.add(.textOutsideSpectra, index: nil)
                continue
            }
            let value = words.count > 2 ? words[2] : ""
            header.parameters.append("\(words[1])=\(value)")
            if words[1] == "Extractor", !value.isEmpty { header.software.append(String(value)) }
        }
    }

    // MARK: - Spectra

    func nextBlock() throws(SpectrumReadError) -> MS2Block? {
        while true {
            search()
            if isAtEnd { return starts.isEmpty ? nil : cutBlock(spectra: starts.count, end: buffer.count) }
            if buffer.count >= ReadLimits.blockBytes, starts.count > 1 {
                return cutBlock(spectra: starts.count - 1, end: starts[starts.count - 1])
            }
            guard buffer.count <= ReadLimits.maximumSpectrumBytes else {
                throw .tooLarge(
                    path: stream.path, byteOffset: bufferOffset, what: "a spectrum",
                    limit: ReadLimits.maximumSpectrumBytes)
            }
            try readOn()
        }
    }

    private func readOn() throws(SpectrumReadError) {
        let wanted = max(ReadLimits.blockBytes - buffer.count, ReadLimits.parserChunkBytes)
        isAtEnd = try stream.read(upTo: wanted, appendingTo: &buffer) == 0
    }

    /// Finds the S lines in what was read since; the last byte may be the beginning of one.
    private func search() {
        buffer.withUnsafeBufferPointer { bytes in
            while let start = MS2Lines.nextSpectrum(in: bytes, from: searched) {
                starts.append(start)
                searched = start + 1
            }
            searched = max(searched, bytes.count - 1)
        }
    }

    private func cutBlock(spectra count: Int, end: Int) -> MS2Block {
        let own = starts.prefix(count).map(isFirstOfScan)
        let block = MS2Block(
            text: Array(buffer[..<end]), byteOffset: bufferOffset, firstLine: bufferLine, firstIndex: nextIndex,
            isFirstOfScan: own)
        nextIndex += count
        drop(end)
        return block
    }

    private func isFirstOfScan(at start: Int) -> Bool {
        let scan = buffer.withUnsafeBufferPointer { bytes -> Int? in
            var lines = TextLines(UnsafeBufferPointer(rebasing: bytes[start...]), firstNumber: 0)
            guard let line = lines.next() else { return nil }
            return MS2Entry.numbers(ofSpectrumLine: line.bytes).first.flatMap { Int(exactly: $0) }
        }
        return scan.map { scans.insert($0).inserted } ?? false
    }

    private func drop(_ count: Int) {
        bufferLine += buffer.withUnsafeBufferPointer { bytes in
            MGFLines.lineCount(
                UnsafeBufferPointer(rebasing: bytes[..<count]), previousIsCarriageReturn: endsInCarriageReturn)
        }
        if count > 0 { endsInCarriageReturn = buffer[count - 1] == ASCII.carriageReturn }
        buffer.removeSubrange(..<count)
        bufferOffset += count
        starts = starts.filter { $0 >= count }.map { $0 - count }
        searched = max(0, searched - count)
    }
}
