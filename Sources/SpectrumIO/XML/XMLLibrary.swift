internal import CLibXML2

/// The XML library as it is at run time.
public enum XMLLibrary {
    /// Its version, such as `2.9.14`.
    public static var version: String {
        // libxml2 gives 20914 for 2.9.14, sometimes with a suffix.
        let text = __xmlParserVersion()?.pointee.map { String(cString: $0) } ?? ""
        guard let number = Int(text.prefix { $0.isNumber }) else { return "unknown" }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }
}
