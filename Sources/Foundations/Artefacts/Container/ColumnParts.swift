/// The arrays a column is kept as, and their names.
enum ColumnPart: Sendable {
    case values(NumPyFormat.Element)
    case offsets
    case bytes
    case listValues

    var element: NumPyFormat.Element {
        switch self {
        case .values(let element): element
        case .offsets: .uint64
        case .bytes: .uint8
        case .listValues: .int64
        }
    }

    /// Name of the member that holds a part of a column in one row group.
    func memberName(table: String, rowGroup: Int, column: String) -> String {
        let suffix =
            switch self {
            case .values: ""
            case .offsets: ".offsets"
            case .bytes: ".bytes"
            case .listValues: ".values"
            }
        return "\(table)/\(rowGroup)/\(column)\(suffix).npy"
    }

    /// Number of elements where the number of rows decides it.
    func count(rowCount: Int) -> Int? {
        switch self {
        case .values: rowCount
        case .offsets: rowCount + 1
        case .bytes, .listValues: nil
        }
    }
}

extension ArtefactColumnType {
    /// The arrays of a column of this type, in the order they lie in the file.
    var parts: [ColumnPart] {
        switch self {
        case .int64: [.values(.int64)]
        case .int32: [.values(.int32)]
        case .uint64: [.values(.uint64)]
        case .uint8: [.values(.uint8)]
        case .bool: [.values(.bool)]
        case .float64: [.values(.float64)]
        case .float32: [.values(.float32)]
        case .string: [.offsets, .bytes]
        case .int64List: [.offsets, .listValues]
        }
    }
}

extension ArtefactManifest {
    /// A member that an artefact with this manifest has.
    struct Member {
        var name: String
        var part: ColumnPart
        var rowCount: Int
    }

    /// Calls for every member after `schema.json`, in the order they lie in the file.
    func forEachMember<Failure: Error>(_ body: (Member) throws(Failure) -> Void) throws(Failure) {
        for (table, counts) in zip(schema.tables, rowCounts) {
            for (rowGroup, rowCount) in counts.enumerated() {
                for column in table.columns {
                    for part in column.type.parts {
                        let name = part.memberName(table: table.name, rowGroup: rowGroup, column: column.name)
                        try body(Member(name: name, part: part, rowCount: rowCount))
                    }
                }
            }
        }
    }
}
