internal import Foundation
internal import FoundationXML
internal import SpectrumIO

/// The number of spectra in a file, found without the readers: an oracle for "no spectrum is lost".
enum SpectrumCount {
    /// What is in the bytes; `nil` where the oracle has no answer.
    static func of(_ bytes: [UInt8], format: SpectrumFileFormat) -> Int? {
        switch format {
        case .mzML: elements(named: "spectrum", in: bytes)
        case .mzXML: elements(named: "scan", in: bytes)
        case .mgf: lines(of: bytes).count { $0 == "BEGIN IONS" }
        case .ms2: lines(of: bytes).count { $0 == "S" || $0.hasPrefix("S ") || $0.hasPrefix("S\t") }
        }
    }

    private static func elements(named name: String, in bytes: [UInt8]) -> Int? {
        let counter = ElementCounter(name)
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = counter
        return parser.parse() ? counter.count : nil
    }

    /// Lines ended by any of the three line breaks, without blanks around them.
    private static func lines(of bytes: [UInt8]) -> [String] {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        return content.split { $0 == 0x0A || $0 == 0x0D }.map { line in
            let blanks: Set<UInt8> = [0x20, 0x09]
            let end = line.lastIndex { !blanks.contains($0) }.map { $0 + 1 } ?? line.startIndex
            return String(decoding: line[..<end].drop { blanks.contains($0) }, as: UTF8.self)
        }
    }
}

private final class ElementCounter: NSObject, XMLParserDelegate {
    private let name: String
    private(set) var count = 0

    init(_ name: String) { self.name = name }

    func parser(
        _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if elementName.split(separator: ":").last ?? "" == name { count += 1 }
    }
}
