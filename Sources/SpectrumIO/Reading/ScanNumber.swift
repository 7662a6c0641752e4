/// Scan numbers as native identifiers state them.
///
/// An identifier states a scan number by a word `scan=N` or `scanId=N` (Agilent):
///
/// | scheme | identifier | scan number |
/// |---|---|---|
/// | Thermo | `controllerType=0 controllerNumber=1 scan=N` | N |
/// | Waters | `function=F process=P scan=N` | N, which each function counts for itself |
/// | Bruker YEP, BAF, scan number only, mzXML | `scan=N` | N |
/// | Agilent MassHunter | `scanId=N` | N |
/// | Bruker TDF, UIMF | `frame=F scan=N` | N, which each frame counts for itself |
/// | Bruker TDF, merged | `merged=M frame=F scanStart=A scanEnd=B` | none |
/// | Sciex WIFF | `sample=S period=P cycle=C experiment=E` | none |
/// | peak lists, databases | `index=N`, `spectrum=N`, `query=N`, `file=F` | none |
///
/// Bare numbers are positions or names, and no scan number is made of them, unless the file declares that its identifiers
/// are scan numbers.
///
/// > Source: PSI-MS controlled vocabulary, MS:1000767 (native spectrum identifier format) and its children.
package enum ScanNumber {
    /// The scan number that `nativeID` states.
    ///
    /// - Parameter format: the scheme that the file declares, where it declares one. What the identifier itself says goes
    ///   before it: programs that change files keep identifiers and declare a scheme of their own.
    package static func stated(in nativeID: String, format: NativeIDFormat? = nil) -> Int? {
        var text = nativeID
        return text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(where: ASCII.isWhitespace) ?? bytes.count
                let word = bytes[start..<end]
                for key in ["scan=", "scanId="] as [StaticString] where word.count > key.utf8CodeUnitCount {
                    let digits = word.dropFirst(key.utf8CodeUnitCount)
                    if word.starts(with: key.bytes), let number = positive(digits) { return number }
                }
                start = end + 1
            }
            return format?.isScanNumberAlone == true ? positive(bytes[...]) : nil
        }
    }

    /// The scan number that the title of an MGF entry states:
    ///
    /// - a native identifier (`NativeID:"..."`, ProteoWizard), which then decides alone: of identifiers without scan number
    ///   ProteoWizard writes the position in place of it elsewhere in the title;
    /// - `scan=N`, possibly quoted; `scans: "N"` (Proteome Discoverer); `Scan N (rt=...)` (Mascot Distiller);
    /// - the form of dta files, `name.first.last.charge` with or without charge, with first = last, as the first word.
    package static func stated(inTitle title: String) -> Int? {
        if let marker = title.firstRange(of: "NativeID:\"") {
            return stated(in: String(title[marker.upperBound...].prefix { $0 != "\"" }))
        }
        let words = title.split { $0.isWhitespace || $0 == "\"" || $0 == "," || $0 == ";" }
        for (position, word) in words.enumerated() {
            if word.hasPrefix("scan="), let number = positive(word.dropFirst(5)) { return number }
            guard position + 1 < words.count, let number = positive(words[position + 1]) else { continue }
            if word == "scans:" { return number }
            if word == "Scan", position + 2 < words.count, words[position + 2].hasPrefix("(rt=") { return number }
        }
        return words.first.flatMap(dtaStyle)
    }

    private static func dtaStyle(_ word: Substring) -> Int? {
        var parts = word.split(separator: ".", omittingEmptySubsequences: false)
        if parts.last == "dta" { parts.removeLast() }
        guard let last = parts.last, parts.count >= 3 else { return nil }
        let numbers = parts.suffix(3).map(positive)
        if parts.count >= 4, let first = numbers[0], let end = numbers[1], numbers[2] != nil || last.isEmpty {
            return first == end ? first : nil
        }
        // Without a charge; a third number before the two would make them part of something else.
        guard numbers[0] == nil, let first = numbers[1], first == numbers[2] else { return nil }
        return first
    }

    private static func positive(_ text: Substring) -> Int? {
        var text = text
        return text.withUTF8 { positive($0[...]) }
    }

    private static func positive(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard digits.allSatisfy(ASCII.isDigit) else { return nil }
        return DecimalNumber.integer(UnsafeBufferPointer(rebasing: digits))
    }
}

extension StaticString {
    fileprivate var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}
