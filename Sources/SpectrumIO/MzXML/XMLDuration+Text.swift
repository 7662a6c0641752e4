extension XMLDuration {
    /// A duration in seconds, `PT12.5S`, that reads back to the same number.
    ///
    /// > Source: XML Schema Part 2, section 3.2.6; its decimal numbers have no exponent.
    ///
    /// - Precondition: `seconds` is finite.
    package static func text(seconds: Double) -> String {
        // Spectra with other times are refused before they are encoded.
        precondition(seconds.isFinite, "A duration is finite.")
        return "\(seconds < 0 ? "-" : "")PT\(decimal(seconds.magnitude))S"
    }

    /// The shortest decimal number without exponent that reads back to a number that is not negative.
    private static func decimal(_ number: Double) -> String {
        let text = "\(number)"
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
        let mantissa = parts[0].split(separator: ".")
        let digits = mantissa.joined()
        let point = mantissa[0].count + exponent
        if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return digits + String(repeating: "0", count: point - digits.count) + ".0" }
        return digits.prefix(point) + "." + digits.dropFirst(point)
    }
}
