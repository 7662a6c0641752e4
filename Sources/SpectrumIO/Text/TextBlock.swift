/// Whole entries of a text file as they stand in it, in sequence.
struct TextBlock: Sendable {
    /// The text, from the beginning of an entry or what stands before it to the end of the last one.
    var text: [UInt8]
    /// Position of the text in the uncompressed file.
    var byteOffset: Int
    /// Number of the first line of the text.
    var firstLine: Int
    /// Index of the first spectrum.
    var firstIndex: Int
    /// For each entry, whether it has a name (a title, a scan number) that no earlier entry of the file has.
    var hasOwnName: [Bool]

    /// Whether the entry at a position of the block has a name of its own.
    func hasOwnName(at position: Int) -> Bool { hasOwnName.indices.contains(position) && hasOwnName[position] }
}
