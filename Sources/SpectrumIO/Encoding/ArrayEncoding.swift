/// How an array of numbers is stored in a file.
package struct ArrayEncoding: Sendable, Hashable {
    /// What the numbers of an array are.
    package enum Content: String, Sendable, CaseIterable {
        /// m/z.
        case mz = "m/z"
        /// Intensities.
        case intensity
        /// m/z and intensities in turn, as in mzXML.
        case pairs = "m/z and intensity"
        /// Anything else.
        case other
    }

    /// What was done to the bytes of the numbers before they became base64.
    package enum Compression: Sendable, Hashable {
        /// They are as they were, or inflate with zlib.
        case plain(zlib: Bool)
        /// They are MS-Numpress, which inflates with zlib where it was compressed further.
        case numpress(Numpress.Method, zlib: Bool)
        /// They are compressed in a way that is not read.
        case unread
    }

    /// What the numbers are.
    package var content: Content
    /// Type of the numbers; `nil` where it is not stated, or of no account because of MS-Numpress.
    package var numberType: NumberType?
    /// What was done to their bytes.
    package var compression: Compression
}

/// Counts of arrays by how they are stored, in the order in which the kinds were met; a file has few kinds.
package struct ArrayEncodings: Sendable, Hashable {
    /// A kind, and how many arrays are of it.
    package struct Count: Sendable, Hashable {
        /// How the arrays are stored.
        package var encoding: ArrayEncoding
        /// Number of arrays.
        package var arrays: Int
    }

    /// The kinds that were met.
    package private(set) var counts: [Count] = []

    /// Counts an array, or several. A search through the few kinds is faster than hashing.
    mutating func add(_ encoding: ArrayEncoding, arrays: Int = 1) {
        if let index = counts.firstIndex(where: { $0.encoding == encoding }) {
            counts[index].arrays += arrays
        } else {
            counts.append(Count(encoding: encoding, arrays: arrays))
        }
    }

    /// Counts the arrays of a later block.
    mutating func merge(_ later: ArrayEncodings) {
        for count in later.counts { add(count.encoding, arrays: count.arrays) }
    }
}
