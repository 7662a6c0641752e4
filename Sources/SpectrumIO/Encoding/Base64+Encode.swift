extension Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The bytes as base64 text with padding and without line breaks (RFC 4648 section 4).
    public static func encode(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
            bytes.withUnsafeBufferPointer { bytes in
                alphabet.withUnsafeBufferPointer { encode(bytes, into: text, alphabet: $0) }
            }
        }
    }

    /// The kernel: `text` holds four digits for every three bytes begun; returns how many were written.
    private static func encode(
        _ bytes: UnsafeBufferPointer<UInt8>, into text: UnsafeMutableBufferPointer<UInt8>,
        alphabet: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var written = 0
        var start = 0
        while start &+ 3 <= bytes.count {
            let word = Int(bytes[start]) << 16 | Int(bytes[start &+ 1]) << 8 | Int(bytes[start &+ 2])
            text[written] = alphabet[word >> 18]
            text[written &+ 1] = alphabet[word >> 12 & 63]
            text[written &+ 2] = alphabet[word >> 6 & 63]
            text[written &+ 3] = alphabet[word & 63]
            start &+= 3
            written &+= 4
        }
        guard start < bytes.count else { return written }
        let isPair = start + 2 == bytes.count
        let word = Int(bytes[start]) << 16 | (isPair ? Int(bytes[start + 1]) << 8 : 0)
        text[written] = alphabet[word >> 18]
        text[written + 1] = alphabet[word >> 12 & 63]
        text[written + 2] = isPair ? alphabet[word >> 6 & 63] : UInt8(ascii: "=")
        text[written + 3] = UInt8(ascii: "=")
        return written + 4
    }
}
