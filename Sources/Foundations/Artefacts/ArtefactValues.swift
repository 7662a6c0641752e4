/// The values of one column in one row group.
public enum ArtefactValues: Hashable, Sendable {
    case int64([Int64])
    case int32([Int32])
    case uint64([UInt64])
    case uint8([UInt8])
    case bool([Bool])
    case float64([Double])
    case float32([Float])
    case string([String])
    case int64List(ArtefactLists)

    /// Whole numbers as Swift counts and indices have them.
    public static func int64(_ numbers: [Int]) -> ArtefactValues { .int64(numbers.map(Int64.init)) }

    /// The type that a column with these values has.
    public var type: ArtefactColumnType {
        switch self {
        case .int64: .int64
        case .int32: .int32
        case .uint64: .uint64
        case .uint8: .uint8
        case .bool: .bool
        case .float64: .float64
        case .float32: .float32
        case .string: .string
        case .int64List: .int64List
        }
    }

    /// Number of rows.
    public var count: Int {
        switch self {
        case .int64(let values): values.count
        case .int32(let values): values.count
        case .uint64(let values): values.count
        case .uint8(let values): values.count
        case .bool(let values): values.count
        case .float64(let values): values.count
        case .float32(let values): values.count
        case .string(let values): values.count
        case .int64List(let lists): lists.count
        }
    }
}

/// Lists of whole numbers of any length, one a row, kept end to end.
public struct ArtefactLists: Hashable, Sendable, RandomAccessCollection {
    /// Where each list begins in ``values``, and where the last ends: one more than there are lists, beginning with 0.
    public private(set) var offsets: [UInt64]
    /// The numbers of all lists.
    public private(set) var values: [Int64]

    /// No lists.
    public init() {
        offsets = [0]
        values = []
    }

    /// The lists given.
    public init(_ lists: some Sequence<some Sequence<Int>>) {
        self.init()
        for list in lists { append(list) }
    }

    /// The lists given. Columns are made of arrays: compiled for them, values are not reached through tables of witnesses.
    public init(_ lists: [[Int]]) {
        self.init()
        values.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        offsets.reserveCapacity(lists.count + 1)
        for list in lists {
            for value in list { values.append(Int64(value)) }
            offsets.append(UInt64(values.count))
        }
    }

    /// Lists read from a file, where offsets were checked.
    init(checkedOffsets: [UInt64], values: [Int64]) {
        offsets = checkedOffsets
        self.values = values
    }

    /// Adds a list at the end.
    public mutating func append(_ list: some Sequence<Int>) {
        values.append(contentsOf: list.lazy.map(Int64.init))
        offsets.append(UInt64(values.count))
    }

    /// Position of the first list.
    public var startIndex: Int { 0 }
    /// Position after the last list.
    public var endIndex: Int { offsets.count - 1 }
    /// One list.
    public subscript(position: Int) -> ArraySlice<Int64> {
        values[Int(offsets[position])..<Int(offsets[position + 1])]
    }
}
