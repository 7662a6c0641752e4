internal import SpectrumIO

/// Puts so much space behind spectra that readers cut the file there.
enum BlockSpreading {
    /// More than the 4 MB that blocks of whole spectra aim at.
    private static let padding = [UInt8](repeating: 0x20, count: 4_500_000)
    /// The reader refuses comments above 16 MB, and damage may have made the places part of one.
    private static let mostPlaces = 3

    /// The file with space behind its first spectra; `nil` where there is no place for it.
    static func spread(_ bytes: [UInt8], _ format: SpectrumFileFormat) -> [UInt8]? {
        let end: [UInt8]
        switch format {
        case .mzML: end = Array("</spectrum>".utf8)
        case .mgf: end = Array("\nEND IONS\n".utf8)
        case .mzXML, .ms2: return nil
        }
        var spread: [UInt8] = []
        var rest = bytes[...]
        for _ in 0..<mostPlaces {
            guard let place = rest.firstRange(of: end) else { break }
            spread += rest[..<place.upperBound] + padding
            if format == .mgf { spread.append(0x0A) }
            rest = rest[place.upperBound...]
        }
        return rest.startIndex == 0 ? nil : spread + rest
    }
}
