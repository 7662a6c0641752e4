internal import CLibXML2

/// The attributes of a start tag, valid only during the call that hands them over.
struct XMLAttributes {
    /// libxml2's five words for each attribute: local name, prefix, namespace, begin and end of the value.
    private let words: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let names: XMLNameTable
    /// Number of attributes.
    let count: Int

    init(words: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int, names: XMLNameTable) {
        self.words = words
        self.count = words == nil ? 0 : count
        self.names = names
    }

    /// The known name of attribute `index`.
    func name(_ index: Int) -> XMLName? {
        guard let pointer = words?[5 * index] else { return nil }
        return names.name(pointer)
    }

    /// The bytes of the value of attribute `index`; libxml2 leaves `&` as `&#38;` in them.
    func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard let start = words?[5 * index + 3], let end = words?[5 * index + 4] else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: start, count: end - start)
    }

    /// The bytes of the value of the named attribute.
    subscript(_ wanted: XMLName) -> UnsafeBufferPointer<UInt8>? {
        for index in 0..<count where name(index) == wanted { return value(index) }
        return nil
    }

    /// The named attribute as text.
    func text(_ wanted: XMLName) -> String? { self[wanted].map(Self.text) }

    /// The named attribute as an integer; `nil` where it is absent or none.
    func integer(_ wanted: XMLName) -> Int? { self[wanted].flatMap(DecimalNumber.integer) }

    /// The named attribute as a number; `nil` where it is absent or none.
    func double(_ wanted: XMLName) -> Double? { self[wanted].flatMap(DecimalNumber.double) }

    /// The text of a value.
    ///
    /// Without entity substitution libxml2 resolves every reference in an attribute but that to the ampersand, which it
    /// hands over as `&#38;` (xmlParseAttValueComplex).
    static func text(_ value: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: value, as: UTF8.self)
        guard value.contains(UInt8(ascii: "&")) else { return text }
        return text.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&")
    }
}
