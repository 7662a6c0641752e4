internal import Foundations

/// Reads the one spectrum that begins at a place of a file.
protocol SpectrumElementReader: AnyObject {
    /// Reads the spectrum of an entry.
    ///
    /// - Parameter checked: whether the entry has to be held against the start tag it points at.
    func read(_ entry: SpectrumIndex.Entry, at position: Int, checked: Bool) throws(ElementFault) -> ReadSpectrum
}

/// Why the spectrum of an entry cannot be read.
enum ElementFault: Error {
    /// The entry does not point at its spectrum; a sentence fragment.
    case notThere(String)
    /// The file is damaged or cannot be read.
    case damaged(SpectrumReadError)
}

/// The bytes of one element, found from where it begins.
struct ElementBytes {
    /// Bytes read at first; grown until the element is whole.
    private static let firstCount = 64 << 10

    private let path: String
    private let file: ReadableFile
    private let name: StaticString
    /// Whether the element ends for our purpose where another of its name begins inside of it.
    private let endsAtNested: Bool

    init(path: String, element name: StaticString, endsAtNested: Bool) throws(SpectrumReadError) {
        self.path = path
        self.name = name
        self.endsAtNested = endsAtNested
        do {
            file = try ReadableFile(path: path)
        } catch {
            throw .unreadable(path: path, reason: "\(error)")
        }
    }

    /// The start tag at an entry, and the bytes from there to the end of the element.
    func read(
        _ entry: SpectrumIndex.Entry
    ) throws(ElementFault) -> (tag: ElementScanner.StartTag, bytes: [UInt8]) {
        var wanted = Self.firstCount
        while true {
            let count = min(wanted, file.byteCount - entry.byteOffset)
            let bytes = try bytes(at: entry.byteOffset, count: count)
            guard let tag = try startTag(of: bytes, entry) else {
                guard count == wanted, wanted <= ReadLimits.maximumMarkupBytes else { throw notThere(entry) }
                wanted *= 2
                continue
            }
            if let end = try end(of: bytes, after: tag.text, entry) { return (tag, Array(bytes[..<end])) }
            guard count == wanted else {
                throw .damaged(
                    .truncated(
                        path: path, byteOffset: file.byteCount, afterSpectrum: entry.nativeID, missing: "</\(name)>"))
            }
            guard wanted <= ReadLimits.maximumSpectrumBytes else {
                throw .damaged(
                    .tooLarge(
                        path: path, byteOffset: entry.byteOffset, what: "a spectrum",
                        limit: ReadLimits.maximumSpectrumBytes))
            }
            wanted *= 4
        }
    }

    /// The fault of an entry that does not point at a start tag.
    func notThere(_ entry: SpectrumIndex.Entry) -> ElementFault {
        .notThere("its index entry for \"\(entry.nativeID)\" does not point at that spectrum")
    }

    /// The start tag that the bytes begin with; `nil` where it is not complete.
    private func startTag(
        of bytes: [UInt8], _ entry: SpectrumIndex.Entry
    ) throws(ElementFault) -> ElementScanner.StartTag? {
        guard bytes.first == UInt8(ascii: "<") else { throw notThere(entry) }
        let found = bytes.withUnsafeBufferPointer { bytes -> (isThere: Bool, end: Int?) in
            var scanner = TagScanner(bytes: bytes, position: 0)
            guard let tag = scanner.next() else { return (true, nil) }
            guard tag.start == 0, !tag.isEnd, tag.hasLocalName(name, in: bytes) else { return (false, nil) }
            return (true, TagScanner.endOfStartTag(from: tag.name.upperBound, in: bytes))
        }
        guard found.isThere else { throw notThere(entry) }
        return found.end.map {
            ElementScanner.StartTag(
                byteOffset: entry.byteOffset, blankBytesBefore: 0, name: "\(name)", text: Array(bytes[..<$0]))
        }
    }

    /// Where the element ends, or where what is nested in it begins; `nil` where the bytes end before.
    private func end(
        of bytes: [UInt8], after tag: [UInt8], _ entry: SpectrumIndex.Entry
    ) throws(ElementFault) -> Int? {
        if endsAtNested, StartTagReader.isEmptyElement(tag) { return tag.count }
        let found = bytes.withUnsafeBufferPointer { bytes -> (end: Int?, isNested: Bool) in
            var scanner = TagScanner(bytes: bytes, position: tag.count)
            while let tag = scanner.next() {
                guard tag.hasLocalName(name, in: bytes) else { continue }
                return tag.end.map { ($0, false) } ?? (tag.start, true)
            }
            return (nil, false)
        }
        if found.isNested, !endsAtNested {
            throw .damaged(
                .unexpectedStructure(
                    path: path, byteOffset: entry.byteOffset + (found.end ?? 0), spectrum: entry.nativeID,
                    what: "a spectrum that begins or ends inside another"))
        }
        return found.end
    }

    private func bytes(at offset: Int, count: Int) throws(ElementFault) -> [UInt8] {
        do {
            return try file.bytes(at: offset, count: count)
        } catch {
            throw .damaged(.unreadable(path: path, reason: "\(error)"))
        }
    }
}
