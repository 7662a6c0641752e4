internal import Synchronization

/// A file without a name for data that outgrew memory: written at the end, read anywhere, gone with the value.
///
/// The name is removed as soon as the file is open, so that nothing is left behind however the process ends. Small pieces
/// are gathered before they are written, so that a full disk may be noticed by a later call only.
public final class ScratchFile: Sendable {
    private let path: String
    private let descriptor: Int32
    private let buffer: Mutex<WriteBuffer>

    /// Makes an empty file in a folder.
    /// - Throws: ``FileError`` where the folder does not exist or cannot be written.
    public convenience init(folder: String) throws(FileError) {
        try self.init(beside: "\(folder)/scratch")
    }

    /// Makes an empty file on the file system of a file to come, whose path errors name.
    /// - Throws: ``FileError`` where its folder does not exist or cannot be written.
    init(beside path: String) throws(FileError) {
        let file = try TemporaryFile.make(beside: path)
        self.path = path
        descriptor = file.descriptor
        buffer = Mutex(WriteBuffer(descriptor: file.descriptor, path: path))
        try Syscalls.remove(file.path)
    }

    deinit { Syscalls.close(descriptor) }

    /// Appends bytes and returns the offset at which they begin.
    /// - Throws: ``FileError``, for a full disk among others; give the file up then.
    @discardableResult
    public func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) -> Int {
        try buffer.withLock { (buffer) throws(FileError) in
            let offset = buffer.byteCount
            try buffer.write(bytes)
            return offset
        }
    }

    /// Appends bytes. See ``append(_:)-(UnsafeRawBufferPointer)``.
    func append(_ bytes: [UInt8]) throws(FileError) {
        try buffer.withLock { (buffer) throws(FileError) in try buffer.write(bytes) }
    }

    /// Appends numbers that lie in the file to an array.
    /// - Parameters:
    ///   - count: how many numbers.
    ///   - offset: byte offset of the first, as ``append(_:)-(UnsafeRawBufferPointer)`` returned it or a multiple of the
    ///     number's size behind it.
    ///   - numbers: receives them.
    /// - Throws: ``FileError`` where they cannot be read back.
    public func read<Number: BitwiseCopyable & Numeric>(
        _ count: Int, at offset: Int, appendingTo numbers: inout [Number]
    ) throws(FileError) {
        try flush()
        let first = numbers.count * MemoryLayout<Number>.stride
        numbers.append(contentsOf: repeatElement(Number.zero, count: count))
        try numbers.withUnsafeMutableBufferPointer { (buffer) throws(FileError) in
            let bytes = UnsafeMutableRawBufferPointer(buffer)
            try Syscalls.fill(
                UnsafeMutableRawBufferPointer(rebasing: bytes[first...]), from: descriptor, at: offset, path: path)
        }
    }

    /// Appends everything to another file, 1 MB at a time.
    /// - Throws: ``FileError`` where it cannot be read back or written.
    func copy(to target: AtomicFile) throws(FileError) {
        let byteCount = try flush()
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { piece.deallocate() }
        for offset in stride(from: 0, to: byteCount, by: piece.count) {
            let part = UnsafeMutableRawBufferPointer(rebasing: piece.prefix(byteCount - offset))
            try Syscalls.fill(part, from: descriptor, at: offset, path: path)
            try target.write(UnsafeRawBufferPointer(part))
        }
    }

    /// Hands what is gathered to the operating system and returns the number of bytes in the file.
    @discardableResult
    private func flush() throws(FileError) -> Int {
        try buffer.withLock { (buffer) throws(FileError) in
            try buffer.flush()
            return buffer.byteCount
        }
    }
}
