internal import Foundations

/// An atomic text file that counts its bytes and, where asked, takes their SHA-1.
final class CheckedFile {
    private let file: AtomicFile
    private var digest: Digest?

    init(path: String, takingSHA1: Bool = false) throws(SpectrumWriteError) {
        do {
            file = try AtomicFile(path: path)
        } catch {
            throw .file(path: path, reason: "\(error)")
        }
        digest = takingSHA1 ? Digest(.sha1) : nil
    }

    var path: String { file.path }

    /// Number of bytes written so far.
    var byteCount: Int { file.byteCount }

    /// Appends text as UTF-8.
    func write(_ text: String) throws(SpectrumWriteError) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBytes { digest?.update($0) }
        do {
            try file.write(bytes)
        } catch {
            throw .file(path: path, reason: "\(error)")
        }
    }

    /// SHA-1 of everything written so far, in hexadecimal; asked for once.
    func takeSHA1() -> String? {
        defer { digest = nil }
        return digest?.finalize()
    }

    /// Puts the file in its place.
    func commit() throws(SpectrumWriteError) {
        do {
            try file.commit()
        } catch {
            throw .file(path: path, reason: "\(error)")
        }
    }
}
