import Foundations

/// Bytes as a gzip file holds them.
func gzipped(_ bytes: [UInt8]) -> [UInt8] { Deflater().gzip(bytes) }
