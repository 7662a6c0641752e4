internal import Foundations

extension SpectrumFile {
    /// Where each spectrum begins: by the file's own index where that can be relied on, else by one pass over the bytes.
    ///
    /// A file's own index is used where the place of the index lies within the file and holds one, its offsets ascend
    /// and lie before it, its identifiers differ, and its entries are as many as the file declares spectra. That each
    /// entry points at its spectrum is checked by ``SpectrumAccess`` when it is used. A gzip file is always passed over:
    /// its end cannot be reached without inflating all of it.
    ///
    /// - Returns: the index; `nil` for MGF and MS2, which have none.
    /// - Throws: ``SpectrumReadError`` where the file cannot be read, or a start tag is damaged.
    public func index() throws(SpectrumReadError) -> SpectrumIndex? {
        guard format == .mzML || format == .mzXML else { return nil }
        if isCompressed { return try .scanning(self, because: "the file is gzip") }
        do throws(OwnIndexFault) {
            return SpectrumIndex(entries: try OwnIndexReader(self).entries(), origin: .file)
        } catch {
            return try .scanning(self, because: error.reason)
        }
    }
}

/// Why a file's own index is not used.
struct OwnIndexFault: Error {
    /// A sentence fragment.
    var reason: String

    init(_ reason: String) { self.reason = reason }
}

/// Reads the index at the end of a plain file, and believes none of it.
private struct OwnIndexReader {
    /// Bytes at the end of a file in which the place of its index has to stand.
    private static let tailBytes = 64 << 10

    private let file: SpectrumFile
    private let bytes: ReadableFile
    private let offsetElement: String

    init(_ file: SpectrumFile) throws(OwnIndexFault) {
        self.file = file
        offsetElement = file.format == .mzXML ? "indexOffset" : "indexListOffset"
        do {
            bytes = try ReadableFile(path: file.path)
        } catch {
            throw OwnIndexFault("\(error)")
        }
    }

    func entries() throws(OwnIndexFault) -> [SpectrumIndex.Entry] {
        let (place, end) = try statedPlace()
        let stated = try parse(try read(place, count: end - place))
        guard let declared = file.header.declaredSpectrumCount else {
            throw OwnIndexFault("the file does not declare how many spectra it holds")
        }
        guard stated.offsets.count == declared else {
            throw OwnIndexFault("its index has \(stated.offsets.count) entries for \(declared) declared spectra")
        }
        return try checked(stated, before: place)
    }

    /// Where the index is said to begin, and where the element that says so stands.
    private func statedPlace() throws(OwnIndexFault) -> (place: Int, end: Int) {
        let tailStart = max(0, bytes.byteCount - Self.tailBytes)
        let tail = try read(tailStart, count: bytes.byteCount - tailStart)
        guard let tag = tail.firstRange(of: Array("\(offsetElement)>".utf8)),
            let open = tail[..<tag.lowerBound].lastIndex(of: UInt8(ascii: "<")),
            let close = tail[tag.upperBound...].firstIndex(of: UInt8(ascii: "<"))
        else { throw OwnIndexFault("the file ends without <\(offsetElement)>") }
        let text = Array(tail[tag.upperBound..<close])
        guard let place = text.withUnsafeBufferPointer({ DecimalNumber.integer($0) }) else {
            throw OwnIndexFault("its \(offsetElement) is no number")
        }
        guard place > 0, place < tailStart + open else {
            throw OwnIndexFault("its \(offsetElement) \(place) does not lie in the file before it")
        }
        guard tailStart + open - place <= ReadLimits.maximumFrontMatterBytes else {
            throw OwnIndexFault("its \(offsetElement) \(place) is too far from its end")
        }
        return (place, tailStart + open)
    }

    private func parse(_ text: [UInt8]) throws(OwnIndexFault) -> StatedIndex {
        let name = file.format == .mzXML ? "index" : "indexList"
        let isThere = text.withUnsafeBufferPointer { bytes in
            let start = bytes.prefix(while: ASCII.isWhitespace).count
            var scanner = TagScanner(bytes: bytes, position: start)
            return scanner.next().map { $0.start == start && !$0.isEnd && $0.localName(in: bytes) == name } ?? false
        }
        guard isThere else { throw OwnIndexFault("its \(offsetElement) does not point at <\(name)>") }
        do {
            return try IndexListReceiver.read(text, encoding: file.header.encoding)
        } catch {
            throw OwnIndexFault("its index is not well-formed")
        }
    }

    private func checked(_ stated: StatedIndex, before end: Int) throws(OwnIndexFault) -> [SpectrumIndex.Entry] {
        var entries: [SpectrumIndex.Entry] = []
        entries.reserveCapacity(stated.offsets.count)
        for (name, offset) in zip(stated.names, stated.offsets) {
            guard offset > entries.last?.byteOffset ?? 0, offset < end else {
                throw OwnIndexFault("the offsets of its index do not ascend within the file")
            }
            entries.append(SpectrumIndex.Entry(nativeID: name, byteOffset: offset))
        }
        guard Set(stated.names).count == entries.count else {
            throw OwnIndexFault("its index has an identifier twice")
        }
        return entries
    }

    private func read(_ offset: Int, count: Int) throws(OwnIndexFault) -> [UInt8] {
        do {
            return try bytes.bytes(at: offset, count: count)
        } catch {
            throw OwnIndexFault("\(error)")
        }
    }
}

/// Parses the text of an index by itself.
private final class IndexListReceiver: XMLReceiver {
    private var reader = StatedIndexReader(keepsNames: true)

    static func read(_ text: [UInt8], encoding: String?) throws -> StatedIndex {
        let receiver = IndexListReceiver()
        let parser = try XMLPushParser(receiver: receiver)
        try parser.feed((encoding.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?><r>" } ?? "<r>"))
        try text.withUnsafeBufferPointer { try parser.feed($0) }
        try parser.feed("</r>")
        try parser.finish()
        return receiver.reader.index
    }

    override func start(_ element: XMLName, _ attributes: XMLAttributes) {
        wantsCharacters = reader.start(element, attributes)
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { reader.characters(bytes) }

    override func end(_ element: XMLName) {
        wantsCharacters = false
        reader.end(element)
    }
}
