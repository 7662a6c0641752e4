internal import CZlib

/// Inflates a zlib stream piece by piece with zlib: slower than libdeflate, but needs no room in advance and says what
/// is wrong where.
final class StreamInflater {
    /// zlib keeps a pointer to its stream record, so the record must not move. Made when first needed.
    private var stream: UnsafeMutablePointer<z_stream>?

    private static let pieceByteCount = 64 * 1024

    deinit {
        if let stream {
            inflateEnd(stream)
            stream.deallocate()
        }
    }

    /// Replaces the content of `output` by what comes out of the input.
    /// - Returns: the number of input bytes used.
    func inflateZlib(
        _ input: UnsafeRawBufferPointer, maximumByteCount: Int, into output: inout [UInt8]
    ) throws(InflateError) -> Int {
        let stream = readyStream()
        output.removeAll(keepingCapacity: true)
        var offset = 0
        var status = Z_OK
        while status != Z_STREAM_END {
            let piece = UnsafeRawBufferPointer(rebasing: input[offset...].prefix(Int(UInt32.max)))
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: piece.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.pointee.avail_in = UInt32(piece.count)
            let produced = appendPiece(from: stream, to: &output, status: &status)
            offset += piece.count - Int(stream.pointee.avail_in)
            if output.count > maximumByteCount { throw .tooLarge(maximumByteCount: maximumByteCount) }
            if status == Z_BUF_ERROR || (status == Z_OK && produced == 0 && offset == input.count) {
                throw .truncated(byteCount: input.count)
            }
            guard status == Z_OK || status == Z_STREAM_END else {
                let needsDictionary = status == Z_NEED_DICT ? "it needs a dictionary" : "zlib status \(status)"
                let reason = stream.pointee.msg.map { String(cString: $0) } ?? needsDictionary
                throw .damaged(byteOffset: offset, reason: reason)
            }
        }
        return offset
    }

    private func appendPiece(
        from stream: UnsafeMutablePointer<z_stream>, to output: inout [UInt8], status: inout Int32
    ) -> Int {
        withUnsafeTemporaryAllocation(byteCount: Self.pieceByteCount, alignment: 64) { piece in
            stream.pointee.next_out = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(piece.count)
            status = inflate(stream, Z_NO_FLUSH)
            let produced = piece.count - Int(stream.pointee.avail_out)
            output.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<produced]))
            return produced
        }
    }

    private func readyStream() -> UnsafeMutablePointer<z_stream> {
        if let stream {
            inflateReset(stream)
            return stream
        }
        let made = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        made.initialize(to: z_stream())
        let status = inflateInit_(made, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        // No input has been looked at yet; as everywhere in Swift, a process that cannot get its memory ends.
        precondition(status == Z_OK, "zlib cannot start: out of memory, or built for another version")
        stream = made
        return made
    }
}
