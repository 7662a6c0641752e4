/// Cuts a file into blocks of whole spectra, in sequence, and makes the decoders that turn blocks into spectra.
///
/// One source reads one file once; it is used by one task at a time. Blocks carry the index of their first spectrum, so
/// numbering is fixed by the file whatever the workers do.
protocol SpectrumSource: AnyObject, SendableMetatype {
    associatedtype Block: Sendable
    associatedtype Decoder: SpectrumDecoder where Decoder.Block == Block

    /// Reads what stands before the first spectrum.
    func readHeader() throws(SpectrumReadError) -> SpectrumFileHeader

    /// The next block, or `nil` after the last, when the whole document has been found complete.
    func nextBlock() throws(SpectrumReadError) -> Block?

    /// A function that makes decoders for blocks of this file; asked for after ``readHeader()``.
    func decoderMaker() -> @Sendable () throws(SpectrumReadError) -> Decoder

    /// Problems of the file as a whole, complete once ``nextBlock()`` has returned `nil`.
    var notes: SpectrumNotes { get }

    /// What the file states about where its parts are, complete once ``nextBlock()`` has returned `nil`.
    var claims: DocumentClaims { get }

    /// The stream, for its positions.
    var stream: SpectrumStream { get }
}

/// Turns blocks into spectra; each worker has its own.
protocol SpectrumDecoder: AnyObject, SendableMetatype {
    associatedtype Block: Sendable

    /// Decodes one block.
    func decode(_ block: Block) throws(SpectrumReadError) -> DecodedBlock
}

/// The spectra of a block in file order, with the small problems met.
struct DecodedBlock: Sendable {
    var spectra: [ReadSpectrum] = []
    var notes = SpectrumNotes()
    /// How the arrays of the block are stored; nothing for formats of text.
    var arrayEncodings = ArrayEncodings()
}
