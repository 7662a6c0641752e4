/// Takes what an ``XMLPushParser`` finds; a base class so that the calls are direct and need no boxing.
class XMLReceiver {
    /// What stopped the receiver; the parser stops at the first and hands it on.
    var failure: SpectrumReadError?

    /// Whether ``characters(_:)`` is wanted at the moment.
    var wantsCharacters = false

    init() {}

    /// A start tag of a known element (by local name; the namespace prefix does not matter).
    func start(_ element: XMLName, _ attributes: XMLAttributes) {}

    /// The end of a known element.
    func end(_ element: XMLName) {}

    /// A piece of text; libxml2 delivers text in pieces of its own choosing.
    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
