internal import Foundations

/// What an mzML or mzXML document states about itself at its end: its index and its checksum.
struct StatedIndex: Sendable {
    /// An entry of the index of spectra.
    struct Entry: Sendable, Equatable {
        var nativeID: String
        /// The offset; `nil` where it is no number.
        var byteOffset: Int?
    }

    /// Entries of the index of spectra, in the order of the file; `nil` where there is no such index.
    var entries: [Entry]?
    /// `indexListOffset` (mzML) or `indexOffset` (mzXML).
    var listOffset: Int?
    /// Whether ``listOffset`` is stated, as a number or not.
    var hasListOffset = false
}

/// Gathers a ``StatedIndex`` from the elements of a document; receivers hand over what is not theirs.
struct StatedIndexReader {
    private(set) var index = StatedIndex()
    private var isSpectrumIndex = false
    private var nativeID: String?
    private var text: [UInt8] = []

    /// Takes a start tag; returns whether the text of the element is wanted.
    mutating func start(_ element: XMLName, _ attributes: XMLAttributes) -> Bool {
        switch element {
        case .index:
            let name = attributes.text(.name)
            isSpectrumIndex = name == "spectrum" || name == "scan"
            if isSpectrumIndex, index.entries == nil { index.entries = [] }
            return false
        case .offset where isSpectrumIndex:
            let scan = attributes.text(.id).map { "scan=\($0)" }
            nativeID = attributes.text(.nativeID) ?? attributes.text(.idRef) ?? scan
        case .indexListOffset, .indexOffset: index.hasListOffset = true
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
            let entry = StatedIndex.Entry(nativeID: nativeID ?? "", byteOffset: number)
            index.entries?.append(entry)
        case .indexListOffset, .indexOffset: index.listOffset = number
        default: break
        }
    }

    private var number: Int? {
        text.withUnsafeBufferPointer { DecimalNumber.integer(DecimalNumber.trimmed($0)) }
    }
}
