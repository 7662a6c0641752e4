internal import Foundations

/// An atomic text file that counts its bytes and, where asked, takes their SHA-1. A file whose name ends in `.gz` is
/// compressed; bytes are counted and digested before that.
final class CheckedFile {
    private let file: AtomicFile
    private var digest: Digest?
    private var members: GzipMembers?

    init(path: String, takingSHA1: Bool = false) throws(SpectrumWriteError) {
        do {
            file = try AtomicFile(path: path)
        } catch {
            throw .file(path: path, reason: "\(error)")
        }
        digest = takingSHA1 ? Digest(.sha1) : nil
        members = path.hasSuffix(".gz") ? GzipMembers() : nil
    }

    var path: String { file.path }

    /// Number of bytes of text written so far.
    private(set) var byteCount = 0

    /// Appends text as UTF-8.
    func write(_ text: String) throws(SpectrumWriteError) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBytes { digest?.update($0) }
        byteCount += bytes.count
        if members == nil {
            try store(bytes)
        } else if let member = members?.add(bytes) {
            try store(member)
        }
    }

    /// SHA-1 of everything written so far, in hexadecimal; asked for once.
    func takeSHA1() -> String? {
        defer { digest = nil }
        return digest?.finalize()
    }

    /// Puts the file in its place.
    func commit() throws(SpectrumWriteError) {
        if let member = members?.last() { try store(member) }
        do {
            try file.commit()
        } catch {
            throw .file(path: path, reason: "\(error)")
        }
    }

    private func store(_ bytes: [UInt8]) throws(SpectrumWriteError) {
        do {
            try file.write(bytes)
        } catch {
            throw .file(path: path, reason: "\(error)")
        }
    }
}
