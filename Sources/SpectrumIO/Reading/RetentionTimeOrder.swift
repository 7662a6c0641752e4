/// Whether spectra follow each other in time; spectra without a time are passed over.
struct RetentionTimeOrder: Sendable {
    private var firstSeconds: Double?
    private var lastSeconds: Double?
    private var firstIndex = 0
    /// Spectra earlier than the one before, and the first of them.
    private var backward: (count: Int, firstIndex: Int, detail: String)?

    /// Takes the next spectrum.
    mutating func add(_ seconds: Double?, index: Int) {
        guard let seconds else { return }
        if let lastSeconds {
            compare(seconds, index, after: lastSeconds)
        } else {
            firstSeconds = seconds
            firstIndex = index
        }
        lastSeconds = seconds
    }

    /// Takes the spectra that follow these.
    mutating func merge(_ later: RetentionTimeOrder) {
        guard let laterFirst = later.firstSeconds else { return }
        guard let lastSeconds else {
            self = later
            return
        }
        compare(laterFirst, later.firstIndex, after: lastSeconds)
        if let more = later.backward {
            backward = backward.map { ($0.count + more.count, $0.firstIndex, $0.detail) } ?? more
        }
        self.lastSeconds = later.lastSeconds
    }

    private mutating func compare(_ seconds: Double, _ index: Int, after previous: Double) {
        guard seconds < previous else { return }
        backward =
            backward.map { ($0.count + 1, $0.firstIndex, $0.detail) } ?? (1, index, "\(seconds) s after \(previous) s")
    }

    /// Notes the spectra that go back in time.
    func addNotes(to notes: inout SpectrumNotes) {
        guard let backward else { return }
        notes.add(.timeGoesBack, index: backward.firstIndex, detail: backward.detail, count: backward.count)
    }
}
