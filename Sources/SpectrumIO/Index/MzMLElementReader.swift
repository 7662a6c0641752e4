/// Reads single spectra of a plain mzML file, with the decoder of ordinary reading.
final class MzMLElementReader: SpectrumElementReader {
    private let path: String
    private let encoding: String?
    private let decoder: MzMLBlockDecoder
    private let elements: ElementBytes

    init(path: String) throws(SpectrumReadError) {
        self.path = path
        let source = try MzMLBlockSource(stream: SpectrumStream(path: path))
        encoding = try source.readHeader().encoding
        decoder = try MzMLBlockDecoder(context: source.context)
        elements = try ElementBytes(path: path, element: "spectrum", endsAtNested: false)
    }

    func read(_ entry: SpectrumIndex.Entry, at position: Int, checked: Bool) throws(ElementFault) -> ReadSpectrum {
        let (tag, text) = try elements.read(entry)
        let block = MzMLBlock(
            text: text, byteOffset: entry.byteOffset, firstIndex: position, spectrumOffsets: [entry.byteOffset])
        do throws(SpectrumReadError) {
            let facts = try StartTagReader.read([tag], encoding: encoding, path: path)[0]
            // Where the element states its position, that has to be the position of the entry.
            let isThere = facts.nativeID == entry.nativeID && facts.statedIndex ?? position == position
            if isThere || !checked { return try decoder.decode(block).spectra[0] }
        } catch {
            throw .damaged(error)
        }
        throw elements.notThere(entry)
    }
}
