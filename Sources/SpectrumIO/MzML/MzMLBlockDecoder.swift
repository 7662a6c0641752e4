/// Parses blocks of spectra, each as a small document of its own.
final class MzMLBlockDecoder: SpectrumDecoder {
    private let context: MzMLContext
    private let receiver: MzMLSpectrumReceiver
    private let parser: XMLPushParser
    private let condenser: MzMLCondenser

    init(context: MzMLContext) throws(SpectrumReadError) {
        self.context = context
        receiver = MzMLSpectrumReceiver(groups: context.groups, nativeIDFormat: context.nativeIDFormat)
        parser = try XMLPushParser(receiver: receiver)
        condenser = MzMLCondenser(prefix: context.prefix)
    }

    func decode(_ block: MzMLBlock) throws(SpectrumReadError) -> DecodedBlock {
        try block.text.withUnsafeBufferPointer { text throws(SpectrumReadError) in
            if let decoded = decodeCondensed(block, text) { return decoded }
            condenser.memory.forget()
            return try decodeWhole(block, text)
        }
    }

    /// Parses a block without what libxml2 has read before; `nil` where the block has anything out of the ordinary, about
    /// which libxml2 is to be asked as it stands.
    private func decodeCondensed(_ block: MzMLBlock, _ text: UnsafeBufferPointer<UInt8>) -> DecodedBlock? {
        guard condenser.condense(text) else { return nil }
        receiver.begin(
            firstIndex: block.firstIndex, offsets: block.spectrumOffsets,
            insets: MzMLInsetReader(condenser, block: text))
        defer { receiver.insets = nil }
        do throws(XMLPushParser.Failure) {
            try condenser.markup.withUnsafeBufferPointer { markup throws(XMLPushParser.Failure) in
                try parse(opening(for: markup), markup)
            }
        } catch {
            return nil
        }
        let isComplete = receiver.spectrumCount == block.spectrumOffsets.count && !receiver.hasUnreadInsets
        return isComplete ? receiver.decoded : nil
    }

    /// Parses a block as it stands.
    private func decodeWhole(
        _ block: MzMLBlock, _ text: UnsafeBufferPointer<UInt8>
    ) throws(SpectrumReadError) -> DecodedBlock {
        let opening = opening(for: text)
        receiver.begin(firstIndex: block.firstIndex, offsets: block.spectrumOffsets, insets: nil)
        do throws(XMLPushParser.Failure) {
            try parse(opening, text)
        } catch {
            let offset = block.byteOffset - opening.utf8.count
            throw error.readError(path: context.path, offset: offset, hasLines: false, after: receiver.lastID)
        }
        guard receiver.spectrumCount == block.spectrumOffsets.count else {
            throw .unexpectedStructure(
                path: context.path, byteOffset: block.byteOffset, spectrum: receiver.lastID,
                what: "a block of \(block.spectrumOffsets.count) spectra with \(receiver.spectrumCount) in it")
        }
        return receiver.decoded
    }

    /// Parses markup as the content of one element.
    private func parse(_ opening: String, _ markup: UnsafeBufferPointer<UInt8>) throws(XMLPushParser.Failure) {
        parser.restart()
        try parser.feed(opening)
        try parser.feed(markup)
        try parser.feed("</r>")
        try parser.finish()
    }

    /// What stands before the text of a block: the file's namespace prefix and, for text that is not ASCII, its
    /// encoding.
    private func opening(for markup: UnsafeBufferPointer<UInt8>) -> String {
        let namespace = context.prefix.isEmpty ? "" : " xmlns:\(context.prefix)=\"http://psi.hupo.org/ms/mzml\""
        let root = "<r\(namespace)>"
        guard let encoding = context.encoding, !Self.isASCII(markup) else { return root }
        return "<?xml version=\"1.0\" encoding=\"\(encoding)\"?>" + root
    }

    /// Whether no byte has its top bit set; one OR over all, which the compiler makes a vector loop.
    private static func isASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var all: UInt8 = 0
        for byte in text { all |= byte }
        return all < 0x80
    }
}
