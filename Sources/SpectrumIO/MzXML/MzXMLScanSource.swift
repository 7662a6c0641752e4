/// Parses an mzXML file in sequence and hands its scans, with their peaks still in base64, to the workers.
///
/// Where scans begin is found in the bytes: libxml2 counts those of UTF-8, whatever the encoding of the file.
final class MzXMLScanSource: SpectrumSource {
    /// Base64 bytes, or scans, that make a block.
    private static let blockTextBytes = 2 << 20
    private static let blockScans = 512

    let stream: SpectrumStream
    private let receiver: MzXMLReceiver
    private let parser: XMLPushParser
    private var scanner = ElementScanner("scan", "index")
    private var foundIndex: ElementScanner.StartTag?
    private var version: String?
    private var encoding: String?
    private var isFinished = false

    init(stream: SpectrumStream) throws(SpectrumReadError) {
        self.stream = stream
        receiver = MzXMLReceiver(path: stream.path)
        let parser = try XMLPushParser(receiver: receiver)
        self.parser = parser
        receiver.currentOffset = { [unowned parser] in parser.consumedBytes }
    }

    var notes: SpectrumNotes { receiver.notes }

    var claims: DocumentClaims {
        DocumentClaims(
            index: receiver.statedIndex, spectrumOffsets: receiver.scanOffsets,
            foundIndex: foundIndex.map { ($0.byteOffset, $0.blankBytesBefore) })
    }

    func decoderMaker() -> @Sendable () throws(SpectrumReadError) -> MzXMLDecoder {
        { MzXMLDecoder() }
    }

    func readHeader() throws(SpectrumReadError) -> SpectrumFileHeader {
        while receiver.startedCount == 0, !isFinished { try readOn() }
        var header = receiver.header
        header.formatVersion = version
        header.encoding = encoding
        if let version, version.hasPrefix("1.") {
            throw .unsupportedVersion(path: stream.path, format: .mzXML, version: version)
        }
        return header
    }

    func nextBlock() throws(SpectrumReadError) -> MzXMLBlock? {
        while receiver.gatheredBytes < Self.blockTextBytes, receiver.scans.count < Self.blockScans, !isFinished {
            try readOn()
        }
        let scans = receiver.takeScans()
        return scans.isEmpty ? nil : MzXMLBlock(scans: scans)
    }

    /// Parses the next piece of the file; after the last it checks that the document is complete.
    private func readOn() throws(SpectrumReadError) {
        var chunk: [UInt8] = []
        let isFirst = stream.position == 0
        let count = try stream.read(upTo: ReadLimits.parserChunkBytes, appendingTo: &chunk)
        if isFirst { readProlog(chunk) }
        for tag in try scanner.add(chunk, path: stream.path) {
            if tag.name == "scan" {
                receiver.scanOffsets.append(tag.byteOffset)
            } else {
                foundIndex = foundIndex ?? tag
            }
        }
        do throws(XMLPushParser.Failure) {
            if count > 0 {
                try chunk.withUnsafeBufferPointer { bytes throws(XMLPushParser.Failure) in try parser.feed(bytes) }
            } else {
                isFinished = true
                try parser.finish()
            }
        } catch {
            if count == 0, !error.isOfEncoding {
                throw .truncated(
                    path: stream.path, byteOffset: stream.position, afterSpectrum: receiver.lastID,
                    missing: "the end of its XML document (</mzXML>)")
            }
            throw error.readError(path: stream.path, offset: 0, hasLines: true, after: receiver.lastID)
        }
    }

    /// The encoding from the XML declaration, and the version from the namespace, which ends in `mzXML_3.2`.
    private func readProlog(_ start: [UInt8]) {
        encoding = XMLDeclaration.encoding(of: start)
        let text = String(decoding: start.prefix(4096), as: UTF8.self)
        guard let marker = text.firstRange(of: "schema_revision/mzXML_") else { return }
        version = String(text[marker.upperBound...].prefix { $0.isNumber || $0 == "." })
    }
}
