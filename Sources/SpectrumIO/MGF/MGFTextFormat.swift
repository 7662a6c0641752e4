internal import Foundations

/// What surrounds the entries of an MGF file, and their titles. A file is cut after `END IONS` lines.
///
/// A title identifies its spectrum only if no earlier one has the same; titles are compared by 64-bit hashes, 8 bytes
/// each.
struct MGFTextFormat: TextFormat {
    static let beginning = "BEGIN IONS"

    private(set) var header = SpectrumFileHeader()
    private(set) var notes = SpectrumNotes()
    private var defaultCharge: MGFCharge?
    private var titles: Set<UInt64> = []

    func decoderMaker() -> @Sendable () throws(SpectrumReadError) -> MGFDecoder {
        let defaultCharge = defaultCharge
        return { MGFDecoder(defaultCharge: defaultCharge) }
    }

    // MARK: - Around the spectra

    static func firstEntry(in bytes: UnsafeBufferPointer<UInt8>) -> Int? { MGFLines.firstSpectrum(in: bytes) }

    mutating func takeHeader(_ text: [UInt8]) {
        for bytes in text.split(whereSeparator: TextLines.isLineBreak) {
            let line = String(decoding: bytes, as: UTF8.self).trimmingSpaces
            if line.isEmpty || MGFEntry.isComment(bytes.first { !ASCII.isWhitespace($0) }) { continue }
            guard let equals = line.firstIndex(of: "="), equals != line.startIndex else {
                if line != "\u{FEFF}" { notes.add(.textOutsideSpectra, index: nil) }
                continue
            }
            header.parameters.append(line)
            guard line[..<equals].uppercased() == "CHARGE" else { continue }
            defaultCharge = MGFCharge(String(line[line.index(after: equals)...]))
            if defaultCharge == nil { notes.add(.unreadableCharge, index: nil, detail: line) }
        }
    }

    /// What follows the last `END IONS` may be blank or comment; the beginning of a spectrum means that the file is
    /// cut.
    mutating func takeRest(_ text: [UInt8]) -> String? {
        let hasBeginning = text.withUnsafeBufferPointer { MGFLines.firstSpectrum(in: $0) != nil }
        if hasBeginning { return "END IONS" }
        for line in text.split(whereSeparator: TextLines.isLineBreak) {
            let words = String(decoding: line, as: UTF8.self).trimmingSpaces
            if words.isEmpty || MGFEntry.isComment(words.utf8.first) { continue }
            if "BEGIN IONS".hasPrefix(words), line.endIndex == text.endIndex { return "END IONS" }
            notes.add(.textOutsideSpectra, index: nil)
        }
        return nil
    }

    // MARK: - Spectra

    static func endOfEntries(in bytes: UnsafeBufferPointer<UInt8>, isAtEnd: Bool) -> Int? {
        var end: Int?
        while let line = MGFLines.next("END IONS", in: bytes, from: end ?? 0, isAtEnd: isAtEnd) {
            end = line.next
            if line.next == bytes.count { break }
        }
        return end
    }

    /// For each `BEGIN IONS`, whether the first title before the next one is new.
    mutating func takeNames(in text: [UInt8], firstIndex: Int) -> [Bool] {
        text.withUnsafeBufferPointer { bytes in
            var result: [Bool] = []
            var begin = MGFLines.next("BEGIN IONS", in: bytes, from: 0, isAtEnd: true)
            var title = MGFLines.nextValue(of: "TITLE=", in: bytes, from: 0)
            while let start = begin {
                begin = MGFLines.next("BEGIN IONS", in: bytes, from: start.next, isAtEnd: true)
                while let range = title, range.lowerBound < start.start {
                    title = MGFLines.nextValue(of: "TITLE=", in: bytes, from: range.upperBound)
                }
                guard let range = title, range.lowerBound < begin?.start ?? bytes.count else {
                    result.append(false)
                    continue
                }
                let value = DecimalNumber.trimmed(UnsafeBufferPointer(rebasing: bytes[range]))
                let isNew = !value.isEmpty && titles.insert(StableHash.hash(value)).inserted
                if !isNew, !value.isEmpty { notes.add(.repeatedTitle, index: firstIndex + result.count) }
                result.append(isNew)
            }
            return result
        }
    }
}
