/// What precedes the entries of an MS2 file, and their scan numbers. A file is cut before S lines.
///
/// Nothing marks the end of a spectrum or of the file, so that a file cut off between two lines looks complete.
///
/// > Source: W. H. McDonald et al., MS1, MS2, and SQT: three unified, compact, and easily parsed file formats for the
/// > storage of shotgun proteomic spectra and identifications, Rapid Commun Mass Spectrom 18, 2162 (2004),
/// > doi:10.1002/rcm.1603.
struct MS2TextFormat: TextFormat {
    static let beginning = "S line"

    private(set) var header = SpectrumFileHeader()
    private(set) var notes = SpectrumNotes()
    private var scans: Set<Int> = []

    func decoderMaker() -> @Sendable () throws(SpectrumReadError) -> MS2Decoder {
        let statesMinutes = statesMinutes
        return { MS2Decoder(statesMinutes: statesMinutes) }
    }

    /// Whether retention times are minutes, as the format has it. MzXML2Search wrote seconds in its earlier versions, and
    /// the file does not say which version it was.
    private var statesMinutes: Bool { !header.software.contains { $0.hasPrefix("MzXML2Search") } }

    // MARK: - Around the spectra

    static func firstEntry(in bytes: UnsafeBufferPointer<UInt8>) -> Int? { MS2Lines.nextSpectrum(in: bytes, from: 0) }

    mutating func takeHeader(_ text: [UInt8]) {
        for bytes in text.split(whereSeparator: TextLines.isLineBreak) {
            let words = String(decoding: bytes, as: UTF8.self).split(maxSplits: 2) { $0 == "\t" || $0 == " " }
            guard let tag = words.first else { continue }
            guard tag == "H", words.count > 1 else {
                notes.add(.textOutsideSpectra, index: nil)
                continue
            }
            let value = words.count > 2 ? words[2] : ""
            header.parameters.append("\(words[1])=\(value)")
            if words[1] == "Extractor", !value.isEmpty { header.software.append(String(value)) }
        }
    }

    mutating func takeRest(_ text: [UInt8]) -> String? {
        if !text.allSatisfy(ASCII.isWhitespace) { notes.add(.textOutsideSpectra, index: nil) }
        return nil
    }

    // MARK: - Spectra

    /// Only the next S line, or the end of the file, shows that a spectrum is whole.
    static func endOfEntries(in bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool) -> Int? {
        guard let last = MS2Lines.lastSpectrum(in: bytes) else { return nil }
        if isAtEnd { return bytes.count }
        return last > 0 ? last : nil
    }

    /// For each S line, whether no earlier one begins with the same scan number.
    mutating func takeNames(in text: [UInt8], firstIndex: Int) -> [Bool] {
        text.withUnsafeBufferPointer { bytes in
            var result: [Bool] = []
            var position = 0
            while let start = MS2Lines.nextSpectrum(in: bytes, from: position) {
                let scan = MS2Lines.scanNumber(in: UnsafeBufferPointer(rebasing: bytes[start...]))
                result.append(scan.map { scans.insert($0).inserted } ?? false)
                position = start + 1
            }
            return result
        }
    }
}
