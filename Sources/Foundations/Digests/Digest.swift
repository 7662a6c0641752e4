internal import CCrypto

/// A cryptographic digest, taken piece by piece with the system's libcrypto.
public final class Digest {
    /// The digests that are offered.
    public enum Algorithm: String, Sendable, Hashable, Codable {
        /// SHA-1 (FIPS 180-4): only because mzML and imzML state it for their source files. It is no proof against intent.
        case sha1
        /// SHA-256 (FIPS 180-4): what the run record states for every file.
        case sha256
    }

    private let context: OpaquePointer
    private var isFinished = false

    /// Begins a digest of nothing.
    public init(_ algorithm: Algorithm) {
        let method =
            switch algorithm {
            case .sha1: Library.sha1
            case .sha256: Library.sha256
            }
        // No file or setting leads here: the methods are built into libcrypto, and a process that cannot get a few
        // hundred bytes ends in Swift's own allocator just as well.
        guard let made = EVP_MD_CTX_new(), EVP_DigestInit_ex(made, method, nil) == 1 else {
            preconditionFailure("libcrypto offers no \(algorithm.rawValue)")
        }
        context = made
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds bytes.
    /// - Precondition: ``finalize()`` was not called.
    public func update(_ bytes: UnsafeRawBufferPointer) {
        precondition(!isFinished, "a digest cannot be continued after finalize()")
        let status = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        // Only a digest that was not begun, or is at its end, is refused.
        precondition(status == 1, "libcrypto refused to continue a digest")
    }

    /// Adds bytes. See ``update(_:)-(UnsafeRawBufferPointer)``.
    public func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

    /// The digest of all bytes, in lower-case hexadecimal.
    /// - Precondition: called once.
    public func finalize() -> String {
        precondition(!isFinished, "finalize() was called twice")
        isFinished = true
        var count: UInt32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, initializedCount in
            let status = EVP_DigestFinal_ex(context, buffer.baseAddress, &count)
            precondition(status == 1, "libcrypto refused to end a digest")
            initializedCount = Int(count)
        }
        return Self.hexadecimal(bytes)
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// The methods of libcrypto, taken from a library context of our own. It reads no configuration, while the process-wide
/// one can be told by `openssl.cnf`, on machines under a policy, to offer neither digest.
private enum Library {
    // Never changed once made, and libcrypto lets any number of threads use them.
    nonisolated(unsafe) static let sha1 = fetch("SHA1")
    nonisolated(unsafe) static let sha256 = fetch("SHA256")
    nonisolated(unsafe) private static let context = OSSL_LIB_CTX_new()

    private static func fetch(_ name: String) -> OpaquePointer? { EVP_MD_fetch(context, name, nil) }
}

extension Digest {
    /// SHA-256 of bytes, in lower-case hexadecimal.
    public static func sha256(of bytes: [UInt8]) -> String {
        let digest = Digest(.sha256)
        digest.update(bytes)
        return digest.finalize()
    }

    /// SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal.
    public static func sha256(of text: String) -> String { sha256(of: Array(text.utf8)) }

    /// SHA-256 of a file as it lies on disk, in lower-case hexadecimal.
    /// - Throws: ``FileError`` where it cannot be read.
    public static func sha256(ofFile path: String) throws(FileError) -> String {
        try digest(.sha256, ofFile: path)
    }

    /// Digest of a file as it lies on disk, in lower-case hexadecimal.
    /// - Throws: ``FileError`` where it cannot be read.
    public static func digest(_ algorithm: Algorithm, ofFile path: String) throws(FileError) -> String {
        let file = try ReadableFile(path: path)
        let digest = Digest(algorithm)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1024, alignment: 64)
        defer { buffer.deallocate() }
        while true {
            let count = try file.read(into: buffer)
            if count == 0 { return digest.finalize() }
            digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
