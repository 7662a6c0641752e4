/// Cuts an mzML file between its spectra, and holds the rest of the document against libxml2.
///
/// What stands before the first `<spectrum>` and from `</spectrumList>` on goes through one push parser, the outline,
/// so that the document as a whole is judged well-formed and complete; the spectra go to the workers in blocks.
final class MzMLBlockSource: SpectrumSource {
    let stream: SpectrumStream
    private let outline: MzMLOutlineReceiver
    private let parser: XMLPushParser

    private var buffer: [UInt8] = []
    /// Position of the buffer's first byte in the uncompressed file.
    private var bufferOffset = 0
    /// How far the buffer has been searched for tags.
    private var searched = 0
    /// Positions of the spectra that begin in the buffer.
    private var starts: [Int] = []
    /// Number of spectra that end in the buffer, and where the last of them ends.
    private var completed = (count: 0, end: 0)
    /// Where `</spectrumList>` begins, once it has been found.
    private var listEnd: Int?
    private var nextIndex = 0
    private var spectrumOffsets: [Int] = []
    private var indexScanner = ElementScanner("indexList")
    private var foundIndex: ElementScanner.StartTag?
    private var lastID: String?
    private var prefix = ""
    private var encoding: String?
    private var isFinished = false
    private let acceptsFewerSpectra: Bool

    /// - Parameter acceptsFewerSpectra: whether a complete document with fewer spectra than it declares is no error.
    init(stream: SpectrumStream, acceptsFewerSpectra: Bool = false) throws(SpectrumReadError) {
        self.stream = stream
        self.acceptsFewerSpectra = acceptsFewerSpectra
        outline = MzMLOutlineReceiver()
        parser = try XMLPushParser(receiver: outline)
    }

    var notes: SpectrumNotes { outline.notes }

    var claims: DocumentClaims {
        DocumentClaims(
            index: outline.statedIndex, spectrumOffsets: spectrumOffsets,
            foundIndex: foundIndex.map { ($0.byteOffset, $0.blankBytesBefore) })
    }

    func decoderMaker() -> @Sendable () throws(SpectrumReadError) -> MzMLBlockDecoder {
        let context = context
        return { () throws(SpectrumReadError) in try MzMLBlockDecoder(context: context) }
    }

    /// What a decoder must know of the file; asked for after ``readHeader()``.
    var context: MzMLContext {
        MzMLContext(
            path: stream.path, groups: outline.groups, nativeIDFormat: outline.nativeIDFormat, prefix: prefix,
            encoding: encoding)
    }

    // MARK: - Before the first spectrum

    func readHeader() throws(SpectrumReadError) -> SpectrumFileHeader {
        while true {
            let found = findFirstSpectrum()
            if encoding == nil { encoding = XMLDeclaration.encoding(of: buffer) }
            try feedOutline(upTo: found?.start ?? searched)
            if let found {
                prefix = found.prefix
                break
            }
            if bufferOffset > ReadLimits.maximumFrontMatterBytes {
                throw .tooLarge(
                    path: stream.path, byteOffset: bufferOffset, what: "what stands before the first spectrum",
                    limit: ReadLimits.maximumFrontMatterBytes)
            }
            if try stream.read(upTo: ReadLimits.parserChunkBytes, appendingTo: &buffer) == 0 {
                try finishDocument()
                break
            }
        }
        return try checkedHeader()
    }

    private func findFirstSpectrum() -> (start: Int, prefix: String)? {
        buffer.withUnsafeBufferPointer { bytes in
            var scanner = TagScanner(bytes: bytes, position: searched)
            while let tag = scanner.nextStartTag() {
                guard tag.hasLocalName("spectrum", in: bytes) else { continue }
                let text = bytes[tag.name]
                let colon = text.firstIndex(of: UInt8(ascii: ":"))
                return (tag.start, colon.map { String(decoding: text[..<$0], as: UTF8.self) } ?? "")
            }
            searched = scanner.position
            return nil
        }
    }

    private func checkedHeader() throws(SpectrumReadError) -> SpectrumFileHeader {
        var header = outline.header
        header.encoding = encoding
        if let version = header.formatVersion, !version.isEmpty, !version.hasPrefix("1.") {
            throw .unsupportedVersion(path: stream.path, format: .mzML, version: version)
        }
        return header
    }

    // MARK: - Spectra

    func nextBlock() throws(SpectrumReadError) -> MzMLBlock? {
        if isFinished { return nil }
        while true {
            try searchTags()
            if completed.count > 0, listEnd != nil || buffer.count >= ReadLimits.blockBytes { return cutBlock() }
            if listEnd != nil {
                indexScanner = ElementScanner("indexList", from: bufferOffset)
                try finishDocument()
                return nil
            }
            if buffer.count > ReadLimits.maximumSpectrumBytes {
                throw .tooLarge(
                    path: stream.path, byteOffset: bufferOffset, what: "a spectrum",
                    limit: ReadLimits.maximumSpectrumBytes)
            }
            let wanted = max(ReadLimits.blockBytes - buffer.count, ReadLimits.parserChunkBytes)
            if try stream.read(upTo: wanted, appendingTo: &buffer) == 0 {
                if completed.count > 0 { return cutBlock() }
                throw truncated(missing: starts.isEmpty ? "</spectrumList>" : "</spectrum>")
            }
        }
    }

    /// Finds the tags of spectra, and the end of their list, in what was read since.
    private func searchTags() throws(SpectrumReadError) {
        guard listEnd == nil else { return }
        var misplaced: Int?
        buffer.withUnsafeBufferPointer { bytes in
            // Both names begin so; with a namespace prefix they do not.
            let initials = prefix.isEmpty ? (UInt8(ascii: "s"), UInt8(ascii: "p")) : nil
            var scanner = TagScanner(bytes: bytes, position: searched, initials: initials)
            while misplaced == nil, let tag = scanner.next() {
                if tag.hasLocalName("spectrum", in: bytes) {
                    if !note(tag) { misplaced = tag.start }
                } else if tag.isEnd, tag.hasLocalName("spectrumList", in: bytes) {
                    listEnd = tag.start
                    break
                }
            }
            searched = scanner.position
        }
        guard let misplaced else { return }
        throw .unexpectedStructure(
            path: stream.path, byteOffset: bufferOffset + misplaced, spectrum: lastID,
            what: "a spectrum that begins or ends inside another")
    }

    /// Notes the start or end of a spectrum; `false` where it cannot be one.
    private func note(_ tag: TagScanner.Tag) -> Bool {
        if let end = tag.end {
            guard starts.count == completed.count + 1 else { return false }
            completed = (completed.count + 1, end)
        } else {
            guard starts.count == completed.count else { return false }
            starts.append(tag.start)
        }
        return true
    }

    /// Takes the complete spectra out of the buffer.
    private func cutBlock() -> MzMLBlock {
        let end = completed.end
        let whole = starts[..<completed.count]
        if let last = whole.last { lastID = XMLDeclaration.attribute("id", ofTagAt: last, in: buffer) }
        let block = MzMLBlock(
            text: takeFromBuffer(end), byteOffset: bufferOffset, firstIndex: nextIndex,
            spectrumOffsets: whole.map { bufferOffset + $0 })
        nextIndex += whole.count
        spectrumOffsets += block.spectrumOffsets
        starts = starts[completed.count...].map { $0 - end }
        completed = (0, 0)
        moveOn(by: end)
        return block
    }

    /// Takes the first bytes out of the buffer without copying them: only what is left, a part of a spectrum mostly, moves
    /// to a new buffer.
    private func takeFromBuffer(_ count: Int) -> [UInt8] {
        var rest: [UInt8] = []
        rest.reserveCapacity(ReadLimits.blockBytes + ReadLimits.parserChunkBytes)
        rest += buffer[count...]
        buffer.removeLast(buffer.count - count)
        swap(&rest, &buffer)
        return rest
    }

    private func dropFromBuffer(_ count: Int) {
        buffer.removeSubrange(..<count)
        moveOn(by: count)
    }

    private func moveOn(by count: Int) {
        bufferOffset += count
        searched -= count
        if let end = listEnd { listEnd = end - count }
    }

    // MARK: - After the last spectrum

    /// Gives the rest of the document to the outline and checks that it is complete.
    private func finishDocument() throws(SpectrumReadError) {
        isFinished = true
        repeat {
            try feedOutline(upTo: buffer.count)
        } while try stream.read(upTo: ReadLimits.parserChunkBytes, appendingTo: &buffer) > 0
        do throws(XMLPushParser.Failure) {
            try parser.finish()
        } catch {
            if error.isOfEncoding {
                let offset = bufferOffset - parser.fedBytes
                throw error.readError(path: stream.path, offset: offset, hasLines: offset == 0, after: lastID)
            }
            throw truncated(missing: "the end of its XML document (</mzML> or </indexedmzML>)")
        }
        if outline.metSpectrum {
            throw .unexpectedStructure(
                path: stream.path, byteOffset: stream.position, spectrum: lastID,
                what: "a spectrum after the end of the spectrumList")
        }
        if let declared = outline.header.declaredSpectrumCount, declared > nextIndex, !acceptsFewerSpectra {
            throw .fewerSpectra(path: stream.path, declared: declared, found: nextIndex)
        }
    }

    /// Parses the first bytes of the buffer as part of the outline and drops them.
    private func feedOutline(upTo end: Int) throws(SpectrumReadError) {
        let found = try indexScanner.add(buffer[..<end], path: stream.path).first
        foundIndex = foundIndex ?? found
        // libxml2 counts the outline's bytes; the spectra before the end of the list are not among them.
        let skipped = bufferOffset - parser.fedBytes
        do {
            try buffer.withUnsafeBufferPointer { bytes throws(XMLPushParser.Failure) in
                try parser.feed(UnsafeBufferPointer(rebasing: bytes[..<end]))
            }
        } catch {
            throw error.readError(path: stream.path, offset: skipped, hasLines: skipped == 0, after: lastID)
        }
        dropFromBuffer(end)
        searched = max(searched, 0)
    }

    private func truncated(missing: String) -> SpectrumReadError {
        .truncated(path: stream.path, byteOffset: stream.position, afterSpectrum: lastID, missing: missing)
    }
}
