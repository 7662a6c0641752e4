/// Reads identifiers out of the start tags of spectra, by libxml2, so that they are those of ordinary reading.
final class StartTagReader: XMLReceiver {
    /// What a start tag says about its spectrum.
    struct Facts: Equatable {
        /// Native identifier, where it states one.
        var nativeID: String?
        /// The `index` attribute of mzML, where it is stated.
        var statedIndex: Int?
    }

    private var facts: [Facts] = []

    /// The facts of some start tags.
    ///
    /// - Parameters:
    ///   - tags: start tags of `<spectrum>` or `<scan>`.
    ///   - encoding: the character encoding that the document declares.
    static func read(
        _ tags: [ElementScanner.StartTag], encoding: String?, path: String
    ) throws(SpectrumReadError) -> [Facts] {
        guard let first = tags.first else { return [] }
        let reader = StartTagReader()
        let parser = try XMLPushParser(receiver: reader)
        var document = Array((encoding.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?><r>" } ?? "<r>").utf8)
        for tag in tags { append(tag.text, to: &document) }
        document += Array("</r>".utf8)
        do throws(XMLPushParser.Failure) {
            try document.withUnsafeBufferPointer { bytes throws(XMLPushParser.Failure) in try parser.feed(bytes) }
            try parser.finish()
        } catch {
            let last = reader.facts.last?.nativeID
            throw error.readError(path: path, offset: first.byteOffset, hasLines: false, after: last)
        }
        guard reader.facts.count == tags.count else {
            throw .unexpectedStructure(
                path: path, byteOffset: first.byteOffset, spectrum: nil, what: "start tags of spectra that are none")
        }
        return reader.facts
    }

    /// Adds a tag, and the end tag it needs.
    private static func append(_ tag: [UInt8], to document: inout [UInt8]) {
        document += tag
        guard !isEmptyElement(tag) else { return }
        let name = tag.dropFirst().prefix { !ASCII.isWhitespace($0) && $0 != UInt8(ascii: ">") }
        document += Array("</".utf8) + name + [UInt8(ascii: ">")]
    }

    /// Whether a start tag is the whole element (`<scan num="1"/>`).
    static func isEmptyElement(_ tag: [UInt8]) -> Bool { tag.suffix(2).elementsEqual("/>".utf8) }

    override func start(_ element: XMLName, _ attributes: XMLAttributes) {
        switch element {
        case .spectrum:
            facts.append(
                Facts(
                    nativeID: attributes.text(.nativeID) ?? attributes.text(.id),
                    statedIndex: attributes.integer(.index)))
        case .scan: facts.append(Facts(nativeID: attributes.integer(.num).map { "scan=\($0)" }))
        default: break
        }
    }
}
