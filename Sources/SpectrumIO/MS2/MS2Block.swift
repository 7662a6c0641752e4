/// Whole spectra of an MS2 file as they stand in it, in sequence.
struct MS2Block: Sendable {
    /// The text, from an S line to the end of the line before another.
    var text: [UInt8]
    /// Position of the text in the uncompressed file.
    var byteOffset: Int
    /// Number of the first line of the text.
    var firstLine: Int
    /// Index of the first spectrum.
    var firstIndex: Int
    /// For each S line, whether no earlier one begins with the same scan number.
    var isFirstOfScan: [Bool]
}
