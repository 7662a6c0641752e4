internal import Glibc

/// A file that appears whole or not at all.
///
/// Bytes go to a hidden temporary file beside the target; ``commit()`` flushes it to disk and renames it over the target.
/// Whatever stood there before stays until then. Where many files would wait for the disk one after the other, ``place()``
/// renames at once and ``flush(_:)`` waits once for all of them. Discarding, an error or the end of the value removes the temporary file.
/// A target that is a symbolic link is replaced, not followed.
public final class AtomicFile {
    /// Where the file will be after ``commit()``.
    public let path: String
    /// Where the bytes are until then.
    package let temporaryPath: String
    /// Number of bytes written so far, those still buffered too.
    public var byteCount: Int { buffer.byteCount }
    private var buffer: WriteBuffer
    /// Whether the file was neither committed nor discarded.
    private var isOpen = true

    /// Makes an empty temporary file beside the target.
    /// - Throws: ``FileError`` where the folder does not exist or cannot be written.
    public init(path: String) throws(FileError) {
        let temporary = try TemporaryFile.make(beside: path)
        self.path = path
        temporaryPath = temporary.path
        buffer = WriteBuffer(descriptor: temporary.descriptor, path: path)
    }

    deinit { discard() }

    /// Appends bytes.
    /// - Throws: ``FileError``; the temporary file is gone then.
    /// - Precondition: neither ``commit()`` nor ``discard()`` was called, and no write has thrown.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try changing { (buffer) throws(FileError) in try buffer.write(bytes) }
    }

    /// Appends bytes. See ``write(_:)-(UnsafeRawBufferPointer)``.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        try changing { (buffer) throws(FileError) in try buffer.write(bytes) }
    }

    /// Appends text as UTF-8. See ``write(_:)-(UnsafeRawBufferPointer)``.
    public func write(_ text: String) throws(FileError) {
        try changing { (buffer) throws(FileError) in try buffer.write(text) }
    }

    /// Puts the file in its place: flushed, on disk, renamed, and the folder flushed too, so that it survives a crash.
    /// - Throws: ``FileError``; what stood at the path before is untouched then, and the temporary file is gone. Where
    ///   only the flushing of the folder failed, the new file is in its place.
    /// - Precondition: as for writing.
    public func commit() throws(FileError) {
        try changing { (buffer) throws(FileError) in
            try buffer.flush()
            try Syscalls.flush(buffer.descriptor, path: path)
            try Syscalls.rename(temporaryPath, to: path)
        }
        close()
        try Self.flush(TemporaryFile.split(path).folder, flags: O_DIRECTORY)
    }

    /// Puts the file in its place without waiting for the disk: whoever looks finds it whole, but if the machine crashes
    /// before ``flush(_:)``, it may be empty or gone.
    /// - Throws: as ``commit()``.
    /// - Precondition: as for writing.
    public func place() throws(FileError) {
        try changing { (buffer) throws(FileError) in
            try buffer.flush()
            try Syscalls.rename(temporaryPath, to: path)
        }
        close()
    }

    /// Waits until files in their places, and the folders they are in, are on disk: many at once take hardly longer than
    /// one. A file that is not there any more is passed over.
    /// - Throws: ``FileError`` for the first that cannot be brought to disk.
    public static func flush(_ paths: [String]) throws(FileError) {
        for path in paths {
            do throws(FileError) { try flush(path) } catch { guard case .missing = error else { throw error } }
        }
        for folder in Set(paths.map { TemporaryFile.split($0).folder }).sorted() {
            try flush(folder, flags: O_DIRECTORY)
        }
    }

    private static func flush(_ path: String, flags: Int32 = 0) throws(FileError) {
        let descriptor = try Syscalls.open(path, flags: O_RDONLY | flags, operation: .flush)
        defer { Syscalls.close(descriptor) }
        try Syscalls.flush(descriptor, path: path)
    }

    /// Removes the temporary file. Does nothing after ``commit()`` or a second time.
    public func discard() {
        guard isOpen else { return }
        close()
        // The file is of no use to anyone: that it cannot be removed must not hide the error that led here.
        try? Syscalls.remove(temporaryPath)
    }

    private func close() {
        isOpen = false
        Syscalls.close(buffer.descriptor)
    }

    private func changing(_ change: (inout WriteBuffer) throws(FileError) -> Void) throws(FileError) {
        precondition(isOpen, "AtomicFile used after commit, discard or an error: \(path)")
        do throws(FileError) {
            try change(&buffer)
        } catch {
            discard()
            throw error
        }
    }
}
