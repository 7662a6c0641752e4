/// Reads single scans of a plain mzXML file, with the receiver and decoder of ordinary reading.
final class MzXMLElementReader: SpectrumElementReader {
    private let path: String
    private let encoding: String?
    /// The document up to its first scan, which says what scans leave out.
    private let frontMatter: [UInt8]
    private let decoder = MzXMLDecoder()
    private let elements: ElementBytes

    init(path: String) throws(SpectrumReadError) {
        self.path = path
        elements = try ElementBytes(path: path, element: "scan", endsAtNested: true)
        frontMatter = try Self.frontMatter(of: path)
        encoding = XMLDeclaration.encoding(of: frontMatter)
    }

    private static func frontMatter(of path: String) throws(SpectrumReadError) -> [UInt8] {
        let stream = try SpectrumStream(path: path)
        var scanner = ElementScanner("scan")
        var bytes: [UInt8] = []
        while bytes.count <= ReadLimits.maximumFrontMatterBytes {
            let known = bytes.count
            guard try stream.read(upTo: ReadLimits.parserChunkBytes, appendingTo: &bytes) > 0 else { return bytes }
            if let first = try scanner.add(bytes[known...], path: path).first {
                return Array(bytes[..<first.byteOffset])
            }
        }
        throw .tooLarge(
            path: path, byteOffset: bytes.count, what: "what stands before the first spectrum",
            limit: ReadLimits.maximumFrontMatterBytes)
    }

    func read(_ entry: SpectrumIndex.Entry, at position: Int, checked: Bool) throws(ElementFault) -> ReadSpectrum {
        let (tag, text) = try elements.read(entry)
        do throws(SpectrumReadError) {
            let facts = try StartTagReader.read([tag], encoding: encoding, path: path)[0]
            if facts.nativeID == entry.nativeID || !checked {
                return try decoder.decode(MzXMLBlock(scans: [try scan(text, entry, position)])).spectra[0]
            }
        } catch {
            throw .damaged(error)
        }
        throw elements.notThere(entry)
    }

    /// Parses a scan as if it were the first of its document.
    private func scan(
        _ text: [UInt8], _ entry: SpectrumIndex.Entry, _ position: Int
    ) throws(SpectrumReadError) -> MzXMLScan {
        let receiver = MzXMLReceiver(path: path)
        let parser = try XMLPushParser(receiver: receiver)
        do throws(XMLPushParser.Failure) {
            // The tag behind makes libxml2 take the scan as complete; where it ends at a nested scan, so does this one.
            for piece in [frontMatter, text, Array("\n<scan/>\n".utf8)] {
                try piece.withUnsafeBufferPointer { bytes throws(XMLPushParser.Failure) in try parser.feed(bytes) }
            }
        } catch {
            throw error.readError(
                path: path, offset: entry.byteOffset - frontMatter.count, hasLines: false, after: nil)
        }
        guard var scan = receiver.takeScans().first else {
            throw .unexpectedStructure(
                path: path, byteOffset: entry.byteOffset, spectrum: nil, what: "a scan that does not end")
        }
        scan.index = position
        scan.byteOffset = entry.byteOffset
        return scan
    }
}
