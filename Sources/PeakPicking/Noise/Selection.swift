/// Finds the value of a rank without sorting all of them.
enum Selection {
    /// The value that would stand at a rank, counted from 0, if the first `count` values were sorted; reorders them.
    ///
    /// > Source: C. A. R. Hoare, "Algorithm 65: Find", Commun. ACM 4(7):321, 1961, DOI 10.1145/366622.366647; the
    /// > middle value of three parts the range, so that sorted ranges are no worst case.
    ///
    /// - Precondition: `rank` is below `count`; the values are not NaN.
    /// - Complexity: O(count) on average.
    static func element(ofRank rank: Int, in values: UnsafeMutableBufferPointer<Double>, count: Int) -> Double {
        precondition((0..<count).contains(rank), "A rank names one of the values.")
        var low = 0
        var high = count - 1
        while low < high {
            let pivot = middle(of: values[low], values[low + (high - low) / 2], values[high])
            var left = low
            var right = high
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if rank <= right {
                high = right
            } else if rank >= left {
                low = left
            } else {
                break
            }
        }
        return values[rank]
    }

    private static func middle(of first: Double, _ second: Double, _ third: Double) -> Double {
        max(min(first, second), min(max(first, second), third))
    }
}
