/// Version 1.0 of NumPy's `.npy` format, for arrays of one dimension.
///
/// > Source: NumPy Enhancement Proposal 1 and `numpy.lib.format`: the magic `\x93NUMPY`, version 1 0, the length of the
/// > header as 16 bits, and the header as a Python dictionary, filled with blanks to a multiple of 64 and ended by `\n`.
enum NumPyFormat {
    /// Type of the elements; the raw value is NumPy's `descr`.
    enum Element: String, Sendable {
        case int64 = "<i8"
        case int32 = "<i4"
        case uint64 = "<u8"
        case uint8 = "|u1"
        case bool = "|b1"
        case float64 = "<f8"
        case float32 = "<f4"

        var byteCount: Int {
            switch self {
            case .int64, .uint64, .float64: 8
            case .int32, .float32: 4
            case .uint8, .bool: 1
            }
        }
    }

    /// Bytes before the elements: with one dimension the header always fits two lots of 64, with any count.
    static let headerByteCount = 128

    /// What stands before the elements.
    static func header(_ element: Element, count: Int) -> [UInt8] {
        let dictionary = "{'descr': '\(element.rawValue)', 'fortran_order': False, 'shape': (\(count),), }"
        let prefix: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(headerByteCount - 10), 0]
        let padding = headerByteCount - prefix.count - dictionary.utf8.count - 1
        return prefix + Array(dictionary.utf8) + Array(repeating: 0x20, count: padding) + [0x0a]
    }
}
