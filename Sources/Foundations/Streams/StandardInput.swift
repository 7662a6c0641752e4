internal import Glibc
internal import Synchronization

/// Standard input as a file that can be opened again, as long as only its beginning was read.
///
/// Readers look at the beginning of a file to learn its format, and then read it from there. Of standard input that much
/// is kept; once more than ``recordLimit`` was read, it is let go and only the reader that came so far can go on.
package final class StandardInput: Sendable {
    /// The path that stands for standard input, as is the custom of command lines. A file of that name is `./-`.
    static let path = "-"
    /// Standard input of the process.
    static let shared = StandardInput(descriptor: 0)

    /// Bytes that are kept.
    let recordLimit: Int
    /// Size in bytes where a file was redirected to it; 0 for a pipe.
    let byteCount: Int
    private let descriptor: Int32
    private let state = Mutex(State())

    private struct State {
        /// Bytes taken from the descriptor.
        var taken = 0
        /// The first of them; all of them as long as they are few.
        var record: [UInt8] = []
    }

    /// Reads from a descriptor, which stays open.
    package init(descriptor: Int32, recordLimit: Int = 32 << 20) {
        self.descriptor = descriptor
        self.recordLimit = recordLimit
        byteCount = (try? Int(Syscalls.status(of: descriptor, path: Self.path).st_size)) ?? 0
    }

    /// Reads what follows the first `offset` bytes, at most as much as fits; 0 at the end.
    ///
    /// - Throws: ``FileError/readAlready(path:byteCount:)`` where those bytes were read before and let go.
    package func read(after offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        try state.withLock { (state) throws(FileError) in
            if offset < state.record.count {
                let end = min(offset + buffer.count, state.record.count)
                state.record.withUnsafeBytes { record in
                    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: record[offset..<end]))
                }
                return end - offset
            }
            guard offset == state.taken else { throw FileError.readAlready(path: Self.path, byteCount: state.taken) }
            let count = try Syscalls.read(descriptor, into: buffer, path: Self.path)
            let isRecorded = state.record.count == state.taken
            state.taken += count
            if isRecorded, state.taken <= recordLimit {
                state.record.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            } else if isRecorded, count > 0 {
                state.record = []
            }
            return count
        }
    }
}
