internal import Glibc

/// A file that is written again for each input, for readers that take a path.
final class InputFile: Sendable {
    private let descriptor: Int32

    /// Where the file is.
    let path: String

    init(_ name: String) {
        path = "\(ScratchFolder.path)/\(name)"
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
        require(descriptor >= 0, "\(path) cannot be made (error \(errno))")
    }

    deinit { close(descriptor) }

    /// Replaces what is in the file.
    func hold(_ bytes: [UInt8]) {
        require(ftruncate(descriptor, 0) == 0, "the file cannot be emptied")
        var written = 0
        while written < bytes.count {
            let rest = bytes[written...]
            let count = rest.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(written)) }
            require(count > 0, "the file cannot be written")
            written += count
        }
    }
}
