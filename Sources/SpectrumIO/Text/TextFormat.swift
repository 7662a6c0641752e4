/// What a ``TextBlockSource`` has to know of a format whose spectra are entries of lines.
protocol TextFormat {
    associatedtype Decoder: SpectrumDecoder where Decoder.Block == TextBlock

    /// The line that begins an entry, in words that follow "the first".
    static var beginning: String { get }

    /// Where the first entry begins.
    static func firstEntry(in bytes: UnsafeBufferPointer<UInt8>) -> Int?

    /// Where the last entry that is known to be whole ends, not at the start of `bytes`; `nil` where there is none.
    ///
    /// - Parameter isAtEnd: whether the file ends with `bytes`.
    static func endOfEntries(in bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool) -> Int?

    init()

    /// What the file says of itself, complete after ``takeHeader(_:)``.
    var header: SpectrumFileHeader { get }
    /// Problems of the file as a whole.
    var notes: SpectrumNotes { get }

    /// Takes what stands before the first entry.
    mutating func takeHeader(_ text: [UInt8])

    /// Takes the names of the entries of a text; for each, whether it has one that no earlier entry has.
    ///
    /// - Parameter firstIndex: index of the first of these entries.
    mutating func takeNames(in text: [UInt8], firstIndex: Int) -> [Bool]

    /// Takes what follows the last whole entry; returns what is missing if the file ends within another.
    mutating func takeRest(_ text: [UInt8]) -> String?

    /// A function that makes decoders; asked for after ``takeHeader(_:)``.
    func decoderMaker() -> @Sendable () throws(SpectrumReadError) -> Decoder
}
