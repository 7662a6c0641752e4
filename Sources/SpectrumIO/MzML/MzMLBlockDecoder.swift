/// Parses blocks of spectra, each as a small document of its own.
final class MzMLBlockDecoder: SpectrumDecoder {
    private let context: MzMLContext
    private let receiver: MzMLSpectrumReceiver
    private let parser: XMLPushParser

    init(context: MzMLContext) throws(SpectrumReadError) {
        self.context = context
        receiver = MzMLSpectrumReceiver(groups: context.groups, nativeIDFormat: context.nativeIDFormat)
        parser = try XMLPushParser(receiver: receiver)
    }

    func decode(_ block: MzMLBlock) throws(SpectrumReadError) -> DecodedBlock {
        let opening = opening(for: block)
        parser.restart()
        receiver.begin(firstIndex: block.firstIndex, offsets: block.spectrumOffsets)
        do throws(XMLPushParser.Failure) {
            try parser.feed(opening)
            try block.text.withUnsafeBufferPointer { text throws(XMLPushParser.Failure) in try parser.feed(text) }
            try parser.feed("</r>")
            try parser.finish()
        } catch {
            let offset = block.byteOffset - opening.utf8.count
            throw error.readError(path: context.path, offset: offset, hasLines: false, after: receiver.lastID)
        }
        guard receiver.decoded.spectra.count == block.spectrumOffsets.count else {
            throw .unexpectedStructure(
                path: context.path, byteOffset: block.byteOffset, spectrum: receiver.lastID,
                what: "a block of \(block.spectrumOffsets.count) spectra with \(receiver.decoded.spectra.count) in it")
        }
        return receiver.decoded
    }

    /// What stands before the text of a block: the file's namespace prefix and, for text that is not ASCII, its
    /// encoding.
    private func opening(for block: MzMLBlock) -> String {
        let namespace = context.prefix.isEmpty ? "" : " xmlns:\(context.prefix)=\"http://psi.hupo.org/ms/mzml\""
        let root = "<r\(namespace)>"
        guard let encoding = context.encoding, !Self.isASCII(block.text) else { return root }
        return "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>" + root
    }

    /// Whether no byte has its top bit set; one OR over all, which the compiler makes a vector loop.
    private static func isASCII(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            var all: UInt8 = 0
            for byte in bytes { all |= byte }
            return all < 0x80
        }
    }
}
