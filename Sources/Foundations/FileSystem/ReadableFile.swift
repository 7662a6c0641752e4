internal import Glibc

/// A file opened for reading, closed with the value. Reading by offset is safe from several tasks at once.
package final class ReadableFile: Sendable {
    /// The path the file was opened by.
    package let path: String
    /// Size in bytes when the file was opened; 0 for a pipe.
    package let byteCount: Int
    private let descriptor: Int32

    /// Opens a file; a folder is refused.
    package init(path: String) throws(FileError) {
        let descriptor = try Syscalls.open(path, flags: O_RDONLY, operation: .open)
        do throws(FileError) {
            let status = try Syscalls.status(of: descriptor, path: path)
            guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError.isDirectory(path: path, operation: .open) }
            byteCount = Int(status.st_size)
        } catch {
            Syscalls.close(descriptor)
            throw error
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { Syscalls.close(descriptor) }

    /// Reads what comes next, at most as much as fits; 0 at the end. Moves the place where the next call reads.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        try Syscalls.read(descriptor, into: buffer, path: path)
    }

    /// Fills the buffer from a place in the file.
    /// - Throws: ``FileError/tooShort(path:byteOffset:missingByteCount:)`` where the file ends before that.
    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) {
        try Syscalls.fill(buffer, from: descriptor, at: offset, path: path)
    }

    /// The bytes of a range.
    /// - Throws: ``FileError/tooShort(path:byteOffset:missingByteCount:)`` where the file ends before that.
    package func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        try bytes.withUnsafeMutableBufferPointer { (buffer) throws(FileError) in
            try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
        }
        return bytes
    }
}
