extension ArtefactArchive {
    /// Reads a column of a row group.
    func values(
        of column: ArtefactColumn, table: String, rowGroup: Int, rowCount: Int
    ) throws(ArtefactError) -> ArtefactValues {
        func name(_ part: ColumnPart) -> String {
            part.memberName(table: table, rowGroup: rowGroup, column: column.name)
        }
        let plain = name(.values(.uint8))
        switch column.type {
        case .int64: return .int64(try array(plain, of: .int64, zero: 0))
        case .int32: return .int32(try array(plain, of: .int32, zero: 0))
        case .uint64: return .uint64(try array(plain, of: .uint64, zero: 0))
        case .uint8: return .uint8(try array(plain, of: .uint8, zero: 0))
        case .bool: return .bool(try array(plain, of: .bool, zero: 0 as UInt8).map { $0 != 0 })
        case .float64: return .float64(try array(plain, of: .float64, zero: 0))
        case .float32: return .float32(try array(plain, of: .float32, zero: 0))
        case .string:
            let bytes = try array(name(.bytes), of: .uint8, zero: 0 as UInt8)
            let offsets = try offsets(name(.offsets), into: bytes.count)
            return .string(try texts(bytes, offsets, member: name(.bytes)))
        case .int64List:
            let values = try array(name(.listValues), of: .int64, zero: 0 as Int64)
            return .int64List(
                ArtefactLists(checkedOffsets: try offsets(name(.offsets), into: values.count), values: values))
        }
    }

    /// Reads offsets: from 0 to the number of what they point into, never down.
    private func offsets(_ name: String, into count: Int) throws(ArtefactError) -> [UInt64] {
        let offsets = try array(name, of: .uint64, zero: 0 as UInt64)
        guard offsets.first == 0, offsets.last == UInt64(count),
            zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
        else {
            throw .damaged(path: path, member: name, reason: "its offsets do not go up from 0 to \(count)")
        }
        return offsets
    }

    private func texts(_ bytes: [UInt8], _ offsets: [UInt64], member: String) throws(ArtefactError) -> [String] {
        var texts: [String] = []
        texts.reserveCapacity(offsets.count - 1)
        for row in 0..<offsets.count - 1 {
            guard let text = String(validating: bytes[Int(offsets[row])..<Int(offsets[row + 1])], as: UTF8.self) else {
                throw .damaged(path: path, member: member, reason: "row \(row) is not UTF-8")
            }
            texts.append(text)
        }
        return texts
    }
}
