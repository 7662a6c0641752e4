internal import Foundations

/// The SHA-1 that indexed mzML and mzXML files state about themselves, held against their content while it is read.
///
/// It covers the uncompressed file from its first byte up to and including the start tag that it stands behind.
///
/// > Source: mzML 1.1.0 specification, element `fileChecksum`; mzXML 3.2 schema, element `sha1`.
final class ContentChecksum {
    /// What became of the claim, with the two digests where they differ.
    enum Outcome: Sendable, Equatable {
        case absent
        case right
        case wrong(stated: String, found: String)
    }

    /// Bytes at the end of the file in which the checksum has to stand; they are not digested before it has been found.
    private static let heldBytes = 4096

    private let endOfTag: [UInt8]
    private let digest = DigestWorker(.sha1)
    private var held: [UInt8] = []

    /// - Parameter element: local name of the element that holds the checksum.
    init(element: String) { endOfTag = Array("\(element)>".utf8) }

    /// Takes what comes next in the file.
    func add(_ piece: ArraySlice<UInt8>) {
        if piece.count > Self.heldBytes {
            held.withUnsafeBytes { digest.update($0) }
            piece.dropLast(Self.heldBytes).withUnsafeBytes { digest.update($0) }
            held = Array(piece.suffix(Self.heldBytes))
        } else {
            held += piece
            let surplus = held.count - Self.heldBytes
            guard surplus > 0 else { return }
            held[..<surplus].withUnsafeBytes { digest.update($0) }
            held.removeFirst(surplus)
        }
    }

    /// The outcome; asked for once, at the end of the file. A checksum of nothing but zeros is a placeholder.
    func finish() -> Outcome {
        guard let tag = held.firstRange(of: endOfTag) else { return .absent }
        let text = held[tag.upperBound...].prefix { $0 != UInt8(ascii: "<") }
        let stated = String(decoding: text, as: UTF8.self).trimmingSpaces.lowercased()
        guard stated.contains(where: { $0 != "0" }) else { return .absent }
        held[..<tag.upperBound].withUnsafeBytes { digest.update($0) }
        let found = digest.finalize()
        return stated == found ? .right : .wrong(stated: stated, found: found)
    }
}
