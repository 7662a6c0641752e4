internal import CDeflate

/// The checksum of ZIP and gzip (ISO 3309, polynomial edb88320 reflected), computed by libdeflate.
package enum CRC32 {
    /// Checksum of bytes.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { continued(0, $0) }
    }

    /// Checksum of the bytes before, whose checksum is given, and these.
    package static func continued(_ checksum: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
        // libdeflate takes a null pointer as "begin again".
        guard let base = bytes.baseAddress, bytes.count > 0 else { return checksum }
        return libdeflate_crc32(checksum, base, bytes.count)
    }
}
