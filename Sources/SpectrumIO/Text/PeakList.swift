internal import SpectrumModel

/// Peaks as the text formats have them, one a line: m/z, intensity and, in some files, the charge of the fragment.
struct PeakList {
    private(set) var mz: [Double] = []
    private(set) var intensities: [Double] = []
    /// Charges with their sign, 0 for peaks without; empty as long as no peak has one.
    private var charges: [Double] = []
    /// What stands in the place of a charge and is none, in the first line where that is so.
    private(set) var strayText: String?

    /// Takes a line without white space around it; `false` where it is no peak.
    mutating func take(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        let firstEnd = Self.wordEnd(line, from: 0)
        let secondStart = Self.wordStart(line, from: firstEnd)
        let secondEnd = Self.wordEnd(line, from: secondStart)
        guard let mass = DecimalNumber.double(UnsafeBufferPointer(rebasing: line[..<firstEnd])),
            let intensity = DecimalNumber.double(UnsafeBufferPointer(rebasing: line[secondStart..<secondEnd]))
        else { return false }
        mz.append(mass)
        intensities.append(intensity)
        if secondEnd < line.count {
            takeCharge(UnsafeBufferPointer(rebasing: line[Self.wordStart(line, from: secondEnd)...]))
        } else if !charges.isEmpty {
            charges.append(0)
        }
        return true
    }

    /// The charges as an array beside m/z and intensity, where there are any and nothing but charges.
    var extraArrays: [ExtraArray] {
        guard !charges.isEmpty, strayText == nil else { return [] }
        return [ExtraArray(name: "charge array", accession: "MS:1000516", values: charges)]
    }

    /// `2`, `2+`, `+2` or `2-`.
    private mutating func takeCharge(_ word: UnsafeBufferPointer<UInt8>) {
        let plus = UInt8(ascii: "+")
        let minus = UInt8(ascii: "-")
        let hasSignAtEnd = word.last == plus || word.last == minus
        let number = DecimalNumber.integer(hasSignAtEnd ? UnsafeBufferPointer(rebasing: word.dropLast()) : word)
        guard let number, number.magnitude < 1000, !(hasSignAtEnd && !ASCII.isDigit(word[0])) else {
            strayText = strayText ?? String(decoding: word.prefix(60), as: UTF8.self)
            return
        }
        // Peaks before this one had none.
        while charges.count < mz.count - 1 { charges.append(0) }
        charges.append(Double(word.last == minus ? -number : number))
    }

    private static func wordEnd(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < line.count, !ASCII.isWhitespace(line[end]) { end &+= 1 }
        return end
    }

    private static func wordStart(_ line: UnsafeBufferPointer<UInt8>, from end: Int) -> Int {
        var start = end
        while start < line.count, ASCII.isWhitespace(line[start]) { start &+= 1 }
        return start
    }
}
