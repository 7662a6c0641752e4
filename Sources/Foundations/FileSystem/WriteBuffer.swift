/// What is to be written at the end of a file, gathered into pieces of 256 KB. Its owner opens and closes the descriptor.
struct WriteBuffer: Sendable {
    let descriptor: Int32
    /// The path that errors name.
    let path: String
    /// Number of bytes written so far, those still gathered too.
    private(set) var byteCount = 0
    private var gathered: [UInt8] = []

    private static let capacity = 256 * 1024

    init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
        gathered.reserveCapacity(Self.capacity)
    }

    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        byteCount += bytes.count
        if gathered.count + bytes.count > Self.capacity { try flush() }
        if bytes.count >= Self.capacity {
            try Syscalls.write(descriptor, bytes, path: path)
        } else {
            gathered.append(contentsOf: bytes)
        }
    }

    mutating func write(_ bytes: [UInt8]) throws(FileError) {
        try bytes.withUnsafeBufferPointer { (raw) throws(FileError) in try write(UnsafeRawBufferPointer(raw)) }
    }

    mutating func write(_ text: String) throws(FileError) {
        let before = gathered.count
        gathered.append(contentsOf: text.utf8)
        byteCount += gathered.count - before
        if gathered.count >= Self.capacity { try flush() }
    }

    /// Hands what is gathered to the operating system.
    mutating func flush() throws(FileError) {
        try gathered.withUnsafeBufferPointer { (raw) throws(FileError) in
            try Syscalls.write(descriptor, UnsafeRawBufferPointer(raw), path: path)
        }
        gathered.removeAll(keepingCapacity: true)
    }
}
