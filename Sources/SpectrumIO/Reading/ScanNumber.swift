/// Scan numbers as native identifiers state them.
///
/// An identifier states a scan number by a word `scan=N` (Thermo `controllerType=0 controllerNumber=1 scan=N`, Bruker
/// and mzXML `scan=N`, Waters `function=F process=P scan=N`) or `scanId=N` (Agilent). Other schemes have none: Sciex
/// (`sample= period= cycle= experiment=`), `index=N`, `spectrum=N`, and bare numbers are positions or names, and no
/// scan number is made of them.
///
/// > Source: PSI-MS controlled vocabulary, MS:1000767 (native spectrum identifier format) and its children.
package enum ScanNumber {
    /// The scan number that `nativeID` states.
    package static func stated(in nativeID: String) -> Int? {
        for word in nativeID.utf8.split(whereSeparator: ASCII.isWhitespace) {
            guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let key = word[..<equals]
            guard key.elementsEqual("scan".utf8) || key.elementsEqual("scanId".utf8) else { continue }
            if let number = positive(Substring(word[word.index(after: equals)...])) { return number }
        }
        return nil
    }

    /// The scan number that the title of an MGF entry states: a `scan=N`, possibly quoted, or the form of dta files,
    /// `name.first.last.charge` with first = last as the first word.
    package static func stated(inTitle title: String) -> Int? {
        let words = title.split { $0.isWhitespace || $0 == "\"" || $0 == "," || $0 == ";" }
        for word in words where word.hasPrefix("scan=") {
            if let number = positive(word.dropFirst(5)) { return number }
        }
        return words.first.flatMap(dtaStyle)
    }

    private static func dtaStyle(_ word: Substring) -> Int? {
        var parts = word.split(separator: ".", omittingEmptySubsequences: false)
        if parts.last == "dta" { parts.removeLast() }
        guard parts.count >= 4, positive(parts[parts.count - 1]) != nil || parts[parts.count - 1].isEmpty,
            let first = positive(parts[parts.count - 3]), let last = positive(parts[parts.count - 2]), first == last
        else { return nil }
        return first
    }

    private static func positive(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(ASCII.isDigit) else { return nil }
        return Int(text)
    }
}
