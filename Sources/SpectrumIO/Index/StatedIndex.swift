internal import Foundations

/// What an mzML or mzXML document states about the places of its spectra: its index.
///
/// Identifiers are kept as 64-bit hashes, so that the index of a large file stays small: 16 bytes an entry.
struct StatedIndex: Sendable {
    /// What stands in ``offsets`` for an offset that is no number.
    static let unreadableOffset = -1

    /// Whether there is an index of spectra.
    var isThere = false
    /// Hashes of the identifiers, in the order of the index.
    var identifiers: [UInt64] = []
    /// Offsets, parallel to ``identifiers``.
    var offsets: [Int] = []
    /// The identifiers themselves, parallel to ``offsets``, where they are wanted.
    var names: [String] = []
    /// `indexListOffset` (mzML) or `indexOffset` (mzXML); `nil` where it is absent or no number.
    var place: Int?
    /// Whether ``place`` is stated, as a number or not.
    var statesPlace = false

    /// Whether the document states nothing of the kind.
    var isAbsent: Bool { !isThere && !statesPlace }

    /// The hash by which identifiers are compared where all of a file's are kept.
    static func hash(of nativeID: String) -> UInt64 { StableHash.hash(nativeID) }
}

/// Gathers a ``StatedIndex`` from the elements of a document; receivers hand over what is not theirs.
struct StatedIndexReader {
    private(set) var index = StatedIndex()
    private let keepsNames: Bool
    private var isSpectrumIndex = false
    private var nativeID = ""
    private var text: [UInt8] = []

    /// - Parameter keepsNames: whether ``StatedIndex/names`` are wanted.
    init(keepsNames: Bool = false) { self.keepsNames = keepsNames }

    /// Takes a start tag; returns whether the text of the element is wanted.
    mutating func start(_ element: XMLName, _ attributes: XMLAttributes) -> Bool {
        switch element {
        case .index:
            let name = attributes.text(.name)
            isSpectrumIndex = name == "spectrum" || name == "scan"
            index.isThere = index.isThere || isSpectrumIndex
            return false
        case .offset where isSpectrumIndex:
            let scan = attributes.text(.id).map { "scan=\($0)" }
            nativeID = attributes.text(.nativeID) ?? attributes.text(.idRef) ?? scan ?? ""
        case .indexListOffset, .indexOffset: index.statesPlace = true
        default: return false
        }
        text.removeAll(keepingCapacity: true)
        return true
    }

    /// Takes a piece of the text of such an element.
    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

    /// Takes an end tag.
    mutating func end(_ element: XMLName) {
        switch element {
        case .index: isSpectrumIndex = false
        case .offset where isSpectrumIndex:
            let offset = number ?? StatedIndex.unreadableOffset
            index.offsets.append(offset < 0 ? StatedIndex.unreadableOffset : offset)
            index.identifiers.append(StatedIndex.hash(of: nativeID))
            if keepsNames { index.names.append(nativeID) }
        case .indexListOffset, .indexOffset: index.place = number
        default: break
        }
    }

    private var number: Int? { text.withUnsafeBufferPointer { DecimalNumber.integer($0) } }
}
