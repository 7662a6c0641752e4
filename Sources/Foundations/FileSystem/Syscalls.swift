internal import Glibc

/// The only place that calls the operating system about files. Each wrapper repeats what a signal interrupted and turns
/// `errno` into a ``FileError`` that names the path.
enum Syscalls {
    static func open(
        _ path: String, flags: Int32, mode: mode_t = 0o666, operation: FileError.Operation
    ) throws(FileError) -> Int32 {
        try retrying(path, operation) { Glibc.open(path, flags | O_CLOEXEC, mode) }
    }

    /// Opens a file to be made; nil where the name is taken.
    static func createExclusively(_ path: String) throws(FileError) -> Int32? {
        while true {
            let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return descriptor }
            let code = errno
            if code == EEXIST { return nil }
            if code != EINTR { throw FileError(errorNumber: code, path: path, operation: .create) }
        }
    }

    /// Closes a descriptor that has nothing left to lose: one that was read, or written and flushed.
    static func close(_ descriptor: Int32) {
        _ = Glibc.close(descriptor)
    }

    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, path: String) throws(FileError)
        -> Int
    {
        try retrying(path, .read) { Glibc.read(descriptor, buffer.baseAddress, buffer.count) }
    }

    static func read(
        _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer, path: String
    ) throws(FileError) -> Int {
        try retrying(path, .read) { pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)) }
    }

    /// Fills a buffer from a place in the file, however many calls that takes.
    /// - Throws: ``FileError/tooShort(path:byteOffset:missingByteCount:)`` where the file ends before that.
    static func fill(
        _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, at offset: Int, path: String
    ) throws(FileError) {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = try read(descriptor, at: offset + filled, into: rest, path: path)
            guard count > 0 else {
                throw .tooShort(path: path, byteOffset: offset + filled, missingByteCount: buffer.count - filled)
            }
            filled += count
        }
    }

    /// Writes every byte, however many calls that takes.
    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, path: String) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
            written += try retrying(path, .write) { Glibc.write(descriptor, rest.baseAddress, rest.count) }
        }
    }

    static func flush(_ descriptor: Int32, path: String) throws(FileError) {
        _ = try retrying(path, .flush) { fsync(descriptor) }
    }

    static func rename(_ source: String, to target: String) throws(FileError) {
        _ = try retrying(target, .replace) { Glibc.rename(source, target) }
    }

    static func remove(_ path: String) throws(FileError) {
        _ = try retrying(path, .remove) { unlink(path) }
    }

    static func status(of path: String) throws(FileError) -> stat {
        var status = stat()
        _ = try retrying(path, .inspect) { stat(path, &status) }
        return status
    }

    static func status(of descriptor: Int32, path: String) throws(FileError) -> stat {
        var status = stat()
        _ = try retrying(path, .inspect) { fstat(descriptor, &status) }
        return status
    }

    static func fileSystemStatus(of path: String) throws(FileError) -> statvfs {
        var status = statvfs()
        _ = try retrying(path, .inspect) { statvfs(path, &status) }
        return status
    }

    /// Calls until the answer is not "interrupted by a signal".
    private static func retrying<Answer: SignedInteger>(
        _ path: String, _ operation: FileError.Operation, _ call: () -> Answer
    ) throws(FileError) -> Answer {
        while true {
            let answer = call()
            if answer >= 0 { return answer }
            let code = errno
            if code != EINTR { throw FileError(errorNumber: code, path: path, operation: operation) }
        }
    }
}
