/// An array that grows piece by piece: it never moves what it holds, so that it needs no second copy while it grows and
/// no room for as much again.
struct PiecewiseArray<Element> {
    private var pieces: [[Element]] = []
    private(set) var count = 0

    private static var shift: Int { 16 }
    private static var mask: Int { 1 << shift - 1 }

    /// Memory in use, in bytes.
    var byteCount: Int { pieces.count << Self.shift * MemoryLayout<Element>.stride }

    mutating func append(_ element: Element) {
        if count & Self.mask == 0 {
            pieces.append([])
            pieces[pieces.count - 1].reserveCapacity(1 << Self.shift)
        }
        pieces[pieces.count - 1].append(element)
        count += 1
    }

    subscript(position: Int) -> Element {
        get { pieces[position >> Self.shift][position & Self.mask] }
        set { pieces[position >> Self.shift][position & Self.mask] = newValue }
    }
}

extension PiecewiseArray: Sendable where Element: Sendable {}
