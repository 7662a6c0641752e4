/// An MGF file around its entries: nothing.
struct MGFDocument: SpectrumDocument {
    let opening = ""

    mutating func begin(
        _ spectrum: EncodedSpectrum, byteOffset: Int, path: String
    ) throws(SpectrumWriteError) -> String { "" }

    func closing(byteOffset: Int) -> String { "" }

    func end(sha1: String) -> String { "" }
}
