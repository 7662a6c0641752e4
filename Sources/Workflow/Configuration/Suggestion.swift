/// "Did you mean": the known name closest to one that is not known.
package enum Suggestion {
    /// The candidate with the fewest slips of the keyboard from `name`, or nil where none is near.
    ///
    /// A slip is a letter added, left out, changed, or swapped with its neighbour; one slip in three letters is near.
    /// Of equally near candidates the first in alphabetical order is taken.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let typed = Array(name.lowercased())
        var best: (distance: Int, name: String)?
        for candidate in candidates.sorted() where candidate != name {
            let known = Array(candidate.lowercased())
            let distance = slips(typed, known)
            let isNear = distance <= max(1, max(typed.count, known.count) / 3)
            let isStart = typed.count >= 3 && known.starts(with: typed)
            guard isNear || isStart else { continue }
            if let found = best, found.distance <= distance { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// Optimal string alignment distance.
    ///
    /// > Source: Damerau, Commun. ACM 7 (1964) 171, doi:10.1145/363958.363994.
    private static func slips(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1..<(left.count + 1) {
            var current = [row]
            for column in 1..<(right.count + 1) {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
