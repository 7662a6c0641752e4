/// Lists of positions end to end, 4 bytes each; as many lists as matched pairs, each too short for an array of its own.
package struct PositionLists: Sendable {
    private var starts: [UInt32]
    private var values: [UInt32]

    /// From numbered lists of values below `count` to, for each value, the numbers of the lists that hold it, in the order
    /// of the lists.
    init(inverting lists: some Collection<(number: Int, values: [Int])>, count: Int) {
        starts = [UInt32](repeating: 0, count: count + 1)
        for list in lists { for value in list.values { starts[value + 1] += 1 } }
        for value in 0..<count { starts[value + 1] += starts[value] }
        values = [UInt32](repeating: 0, count: Int(starts[count]))
        var next = starts
        for list in lists {
            for value in list.values {
                values[Int(next[value])] = UInt32(list.number)
                next[value] += 1
            }
        }
    }

    /// Number of lists.
    package var count: Int { starts.count - 1 }

    /// Number of positions in a list.
    package func count(of list: Int) -> Int { Int(starts[list + 1] - starts[list]) }

    /// A list.
    package subscript(list: Int) -> some RandomAccessCollection<Int> {
        values[Int(starts[list])..<Int(starts[list + 1])].lazy.map { Int($0) }
    }
}
