/// Finds the start tags of some elements in a document that comes in pieces, with the byte where each begins.
///
/// Works on the bytes as they lie in the file, so that positions are right in every encoding that keeps ASCII.
struct ElementScanner {
    /// A start tag that is complete.
    struct StartTag {
        /// Where the `<` is, in bytes of the uncompressed file.
        var byteOffset: Int
        /// White space directly before it, up to 64 bytes of it.
        var blankBytesBefore: Int
        /// Name without prefix: one of those looked for.
        var name: String
        /// The tag from `<` to `>`.
        var text: [UInt8]
    }

    private static let keptBytesBefore = 64

    private let names: [StaticString]
    private var pending: [UInt8] = []
    private var pendingOffset: Int
    private var searched = 0

    /// - Parameters:
    ///   - names: local names of the elements.
    ///   - start: where the first piece begins in the uncompressed file.
    init(_ names: StaticString..., from start: Int = 0) {
        self.names = names
        pendingOffset = start
    }

    /// Adds a piece and returns the tags that are complete with it.
    ///
    /// - Throws: ``SpectrumReadError/tooLarge(path:byteOffset:what:limit:)`` where a tag or comment does not end.
    mutating func add(_ piece: some Collection<UInt8>, path: String) throws(SpectrumReadError) -> [StartTag] {
        pending += piece
        var found: [StartTag] = []
        searched = pending.withUnsafeBufferPointer { bytes in
            var scanner = TagScanner(bytes: bytes, position: searched)
            while let tag = scanner.next() {
                guard !tag.isEnd, let name = names.first(where: { tag.hasLocalName($0, in: bytes) }) else { continue }
                guard let end = TagScanner.endOfStartTag(from: tag.name.upperBound, in: bytes) else { return tag.start }
                found.append(
                    StartTag(
                        byteOffset: pendingOffset + tag.start,
                        blankBytesBefore: Self.blanks(before: tag.start, in: bytes),
                        name: "\(name)", text: Array(bytes[tag.start..<end])))
            }
            return scanner.position
        }
        drop()
        guard pending.count - searched <= ReadLimits.maximumMarkupBytes else {
            throw .tooLarge(
                path: path, byteOffset: pendingOffset + searched, what: "a tag or comment",
                limit: ReadLimits.maximumMarkupBytes)
        }
        return found
    }

    private mutating func drop() {
        let count = max(0, searched - Self.keptBytesBefore)
        pending.removeSubrange(..<count)
        pendingOffset += count
        searched -= count
    }

    private static func blanks(before start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let first = max(0, start - keptBytesBefore)
        return bytes[first..<start].reversed().prefix(while: ASCII.isWhitespace).count
    }
}

extension TagScanner {
    /// The position after the `>` that ends a start tag; a `>` inside of quotes does not.
    ///
    /// - Parameter start: a position inside of the tag and outside of quotes.
    static func endOfStartTag(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var quote: UInt8?
        for position in start..<bytes.count {
            let byte = bytes[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return position + 1
            }
        }
        return nil
    }
}
