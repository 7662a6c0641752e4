internal import CLibXML2

/// A libxml2 SAX2 push parser that feeds an ``XMLReceiver``.
///
/// Bytes go in by ``feed(_:)-(UnsafeBufferPointer<UInt8>)``, in pieces of any size. Entities are never substituted, nothing is loaded, and a
/// document with a document type declaration, through which entities could be declared or fetched, is refused. So are
/// elements nested deeper than ``ReadLimits/maximumDepth``. A parser is used by one task at a time; ``restart()``
/// readies it for another document and keeps its interned names.
final class XMLPushParser {
    /// Why parsing stopped.
    enum Failure: Error {
        /// libxml2's message, its line (from 1), and the offset in the bytes fed.
        case notWellFormed(message: String, line: Int, offset: Int)
        /// Bytes cannot be converted from the declared encoding.
        case unconvertible(line: Int, offset: Int)
        /// The document has a document type declaration.
        case declaresEntities(offset: Int)
        /// Elements are nested too deep.
        case tooDeep(offset: Int)
        /// The receiver stopped the parser.
        case receiver(SpectrumReadError)
    }

    let receiver: XMLReceiver
    private let context: UnsafeMutablePointer<xmlParserCtxt>
    fileprivate let names: XMLNameTable
    @exclusivity(unchecked) fileprivate var failure: Failure?
    /// Number of bytes fed since the document began.
    private(set) var fedBytes = 0
    /// Number of elements that are open.
    @exclusivity(unchecked) private var depth = 0

    /// Makes a parser.
    ///
    /// - Throws: ``SpectrumReadError/outOfMemory`` where libxml2 cannot allocate one.
    init(receiver: XMLReceiver) throws(SpectrumReadError) {
        _ = Self.libraryIsReady
        var handlers = Self.handlers
        guard let context = xmlCreatePushParserCtxt(&handlers, nil, nil, 0, nil) else {
            throw SpectrumReadError.outOfMemory
        }
        self.receiver = receiver
        self.context = context
        names = XMLNameTable(dictionary: context.pointee.dict)
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        applyOptions()
    }

    deinit {
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        xmlFreeParserCtxt(context)
    }

    /// Forgets the document so far and begins another.
    func restart() {
        if let document = context.pointee.myDoc {
            xmlFreeDoc(document)
            context.pointee.myDoc = nil
        }
        xmlCtxtResetPush(context, nil, 0, nil, nil)
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        applyOptions()
        failure = nil
        receiver.failure = nil
        receiver.wantsCharacters = false
        receiver.tagNumber = 0
        fedBytes = 0
        depth = 0
    }

    /// Parses more of the document, in chunks.
    func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(Failure) {
        var start = 0
        while start < bytes.count {
            let count = min(ReadLimits.parserChunkBytes, bytes.count - start)
            let chunk = UnsafeBufferPointer(rebasing: bytes[start..<(start + count)])
            let status = chunk.withMemoryRebound(to: CChar.self) {
                xmlParseChunk(context, $0.baseAddress, Int32(count), 0)
            }
            start += count
            fedBytes += count
            try check(status)
        }
    }

    /// Parses the bytes of a text.
    func feed(_ text: String) throws(Failure) {
        let bytes = Array(text.utf8)
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<Void, Failure> in
            do throws(Failure) {
                return .success(try feed(buffer))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Says that the document is complete; it is an error if it is not.
    func finish() throws(Failure) {
        try check(xmlParseChunk(context, nil, 0, 1))
    }

    /// - Parameter status: what libxml2 returned for the last piece.
    private func check(_ status: Int32) throws(Failure) {
        if let error = receiver.failure { throw .receiver(error) }
        if let failure { throw failure }
        // Bytes that cannot be converted from the declared encoding stop libxml2 without a word.
        if status == Int32(XML_PARSER_EOF.rawValue) || status == Int32(XML_ERR_INVALID_ENCODING.rawValue) {
            throw .unconvertible(line: Int(xmlSAX2GetLineNumber(context)), offset: consumedBytes)
        }
    }

    private func applyOptions() {
        let options = Int32(XML_PARSE_HUGE.rawValue) | Int32(XML_PARSE_NONET.rawValue)
        xmlCtxtUseOptions(context, options)
    }

    private static let libraryIsReady: Void = xmlInitParser()
}

// MARK: - What libxml2 calls

extension XMLPushParser {
    private static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = UInt32(XML_SAX2_MAGIC)
        handlers.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            XMLPushParser.with(context) { $0.started(name, attributes, Int(count)) }
        }
        handlers.endElementNs = { context, name, _, _ in XMLPushParser.with(context) { $0.ended(name) } }
        handlers.characters = { context, bytes, count in
            XMLPushParser.with(context) { $0.found(bytes, Int(count)) }
        }
        handlers.cdataBlock = handlers.characters
        handlers.ignorableWhitespace = handlers.characters
        // Called for every DOCTYPE, with or without a subset of its own, before anything in it is read.
        handlers.internalSubset = { context, _, _, _ in XMLPushParser.with(context) { $0.foundDocumentType() } }
        handlers.serror = { context, error in
            guard let error = error?.pointee, error.level == XML_ERR_FATAL else { return }
            let message = error.message.map { String(cString: $0) } ?? "error \(error.code)"
            XMLPushParser.with(context) { $0.foundError(message, line: Int(error.line)) }
        }
        return handlers
    }

    @inline(__always) private static func with(_ context: UnsafeMutableRawPointer?, _ body: (XMLPushParser) -> Void) {
        guard let context else { return }
        Unmanaged<XMLPushParser>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
    }

    private func started(
        _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
    ) {
        depth &+= 1
        receiver.tagNumber &+= 1
        // Stopping frees the buffer that the attributes lie in.
        if depth > ReadLimits.maximumDepth { return stop(.tooDeep(offset: consumedBytes)) }
        guard let name, let element = names.name(name) else { return }
        receiver.start(element, XMLAttributes(words: attributes, count: count, names: names))
        if receiver.hasFailed { xmlStopParser(context) }
    }

    private func ended(_ name: UnsafePointer<xmlChar>?) {
        depth &-= 1
        receiver.tagNumber &+= 1
        guard let name, let element = names.name(name) else { return }
        receiver.end(element)
        if receiver.hasFailed { xmlStopParser(context) }
    }

    private func found(_ bytes: UnsafePointer<xmlChar>?, _ count: Int) {
        guard receiver.wantsCharacters else { return }
        receiver.characters(UnsafeBufferPointer(start: bytes, count: count))
        if receiver.hasFailed { xmlStopParser(context) }
    }

    private func foundDocumentType() { stop(.declaresEntities(offset: consumedBytes)) }

    private func stop(_ reason: Failure) {
        if failure == nil { failure = reason }
        xmlStopParser(context)
    }

    private func foundError(_ message: String, line: Int) {
        guard failure == nil else { return }
        let text = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        failure = .notWellFormed(message: text, line: line, offset: consumedBytes)
    }

    /// How far libxml2 has come in the bytes fed.
    ///
    /// xmlByteConsumed would convert what lies ahead back to the document's encoding, which takes more time than
    /// parsing. This counts bytes of UTF-8 instead: in a document of another encoding each character beyond ASCII
    /// counts too much.
    var consumedBytes: Int {
        guard let input = context.pointee.input?.pointee, let base = input.base, let current = input.cur else {
            return 0
        }
        return Int(input.consumed) + (current - base)
    }
}
