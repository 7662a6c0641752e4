internal import Synchronization

/// The numbers from 0 up to a limit, each given once, to whichever task asks.
final class SharedCounter: Sendable {
    private let following = Atomic<Int>(0)
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// The next number; nil from the limit on.
    func next() -> Int? {
        let number = following.wrappingAdd(1, ordering: .relaxed).oldValue
        return number < limit ? number : nil
    }
}

/// A list that tasks append to.
final class SharedList<Element: Sendable>: Sendable {
    private let storage: Mutex<[Element]>

    init(capacity: Int) {
        var empty: [Element] = []
        empty.reserveCapacity(capacity)
        storage = Mutex(empty)
    }

    var elements: [Element] { storage.withLock { $0 } }

    func append(_ element: Element) { storage.withLock { $0.append(element) } }
}
