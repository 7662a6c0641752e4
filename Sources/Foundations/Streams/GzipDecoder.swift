internal import CZlib

/// Inflates the gzip members of a file one after another.
///
/// zlib, not libdeflate, because only zlib inflates piece by piece.
final class GzipDecoder {
    /// zlib keeps a pointer to its stream record, so the record must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isInsideMember = true
    /// What is wrong with the stream behind the bytes that were handed out last.
    private var failure: StreamError?

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, plus 16: a gzip wrapper and nothing else (zlib manual, inflateInit2).
        let status = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        // No input has been looked at yet; as everywhere in Swift, a process that cannot get its memory ends.
        precondition(status == Z_OK, "zlib cannot start: out of memory, or built for another version")
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Inflates what comes next into a buffer that is not empty; 0 after the last member.
    ///
    /// - Throws: ``StreamError``, after all bytes before the damage.
    func read(from source: RawByteSource, into target: UnsafeMutableRawBufferPointer) throws(StreamError) -> Int {
        while true {
            if let failure { throw failure }
            if !isInsideMember {
                guard try beginNextMember(in: source) else { return 0 }
            }
            let produced = try inflateOnce(from: source, into: target)
            if produced > 0 { return produced }
        }
    }

    private func inflateOnce(
        from source: RawByteSource, into target: UnsafeMutableRawBufferPointer
    ) throws(StreamError) -> Int {
        let input = try source.peek(atLeast: 1)
        if input.isEmpty { throw .truncatedGzip(path: source.path, compressedOffset: source.position) }
        let capacity = min(target.count, Int(UInt32.max))
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(capacity)
        let status = inflate(stream, Z_NO_FLUSH)
        source.consume(input.count - Int(stream.pointee.avail_in))
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isInsideMember = false
        default:
            // The same call may have made bytes from what stands before the damage.
            let reason = stream.pointee.msg.map { String(cString: $0) } ?? "zlib status \(status)"
            failure = .damagedGzip(path: source.path, compressedOffset: source.position, reason: reason)
        }
        return capacity - Int(stream.pointee.avail_out)
    }

    /// Looks at what follows a member. Zeros up to the end are padding, as gzip(1) has it for tapes.
    private func beginNextMember(in source: RawByteSource) throws(StreamError) -> Bool {
        if try source.startsWithGzipMagic() {
            inflateReset(stream)
            isInsideMember = true
            return true
        }
        while true {
            let rest = try source.peek(atLeast: 1)
            if rest.isEmpty { return false }
            guard let garbage = rest.firstIndex(where: { $0 != 0 }) else {
                source.consume(rest.count)
                continue
            }
            throw .trailingGarbage(path: source.path, compressedOffset: source.position + garbage)
        }
    }
}
