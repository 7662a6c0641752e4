/// Where each spectrum of an mzML or mzXML file begins.
public struct SpectrumIndex: Sendable, Hashable {
    /// One spectrum.
    public struct Entry: Sendable, Hashable {
        /// Native identifier, `index=N` where the file has none.
        public var nativeID: String
        /// Where the start tag begins, in bytes of the uncompressed file.
        public var byteOffset: Int

        /// Creates an entry.
        public init(nativeID: String, byteOffset: Int) {
            self.nativeID = nativeID
            self.byteOffset = byteOffset
        }
    }

    /// Where an index comes from.
    public enum Origin: Sendable, Hashable, CustomStringConvertible {
        /// The index that the file carries. Its form was checked when it was read, and each entry is when it is used.
        case file
        /// One pass over the bytes of the file, because its own index is absent or not to be trusted.
        case scan(because: String)

        /// A sentence fragment.
        public var description: String {
            switch self {
            case .file: "the file's own index"
            case .scan(let reason): "found by a pass over the file, because \(reason)"
            }
        }
    }

    /// The spectra in file order.
    public let entries: [Entry]
    /// Where the entries come from.
    public let origin: Origin
    private let positions: [String: Int]

    init(entries: [Entry], origin: Origin) {
        self.entries = entries
        self.origin = origin
        positions = Dictionary(
            entries.enumerated().map { ($0.element.nativeID, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The position, counted from 0, of the first spectrum with this native identifier.
    ///
    /// - Complexity: O(1).
    public func position(ofID nativeID: String) -> Int? { positions[nativeID] }

    /// Whether an identifier stands for more than one spectrum.
    var hasRepeatedIDs: Bool { positions.count < entries.count }
}
