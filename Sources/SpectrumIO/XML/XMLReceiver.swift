/// Takes what an ``XMLPushParser`` finds; a base class so that the calls are direct and need no boxing.
///
/// A parser and its receiver belong to one worker, and no call of one is made while a property of the other changes. Their
/// properties are read and written for every tag, so the run-time test for overlapping access is switched off.
class XMLReceiver {
    /// What stopped the receiver; the parser stops at the first and hands it on.
    @exclusivity(unchecked) var failure: SpectrumReadError? {
        didSet { hasFailed = failure != nil }
    }

    /// Whether ``failure`` is set, for a look at every tag that copies no error.
    @exclusivity(unchecked) private(set) var hasFailed = false

    /// Whether ``characters(_:)`` is wanted at the moment.
    @exclusivity(unchecked) var wantsCharacters = false

    /// How many tags the parser has found, the one it reports included; a tag of an unknown element counts too.
    @exclusivity(unchecked) var tagNumber = 0

    init() {}

    /// A start tag of a known element (by local name; the namespace prefix does not matter).
    func start(_ element: XMLName, _ attributes: XMLAttributes) {}

    /// The end of a known element.
    func end(_ element: XMLName) {}

    /// A piece of text; libxml2 delivers text in pieces of its own choosing.
    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
