/// Whole entries of an MGF file as they stand in it, in sequence.
struct MGFBlock: Sendable {
    /// The text, up to the end of the last `END IONS` line.
    var text: [UInt8]
    /// Position of the text in the uncompressed file.
    var byteOffset: Int
    /// Number of the first line of the text.
    var firstLine: Int
    /// Index of the first spectrum.
    var firstIndex: Int
    /// For each `BEGIN IONS`, whether the title that follows is the first of its kind in the file.
    var hasOwnTitle: [Bool]
}
