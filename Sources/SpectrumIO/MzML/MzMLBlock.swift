/// Whole spectra of an mzML file as they stand in it, in sequence.
struct MzMLBlock: Sendable {
    /// The text, from the first `<spectrum` to the end of the last.
    var text: [UInt8]
    /// Position of the text in the uncompressed file.
    var byteOffset: Int
    /// Index of the first spectrum.
    var firstIndex: Int
    /// Where each spectrum begins in the uncompressed file.
    var spectrumOffsets: [Int]
}

/// What a worker must know of a file to parse its blocks.
struct MzMLContext: Sendable {
    var path: String
    var groups: MzMLParameterGroups
    /// Scheme of the native identifiers, where the file declares one and only one.
    var nativeIDFormat: NativeIDFormat?
    /// Namespace prefix of the elements, without colon; empty where they have none.
    var prefix: String
    /// Declared character encoding; `nil` where there is none or it is UTF-8.
    var encoding: String?
}
