/// The largest total ion current in each of a few hundred equal spans of time, whatever the length of the run.
///
/// The width of a span is a power of two of seconds and spans begin at its multiples. Where the times do not fit any more,
/// neighbours are joined and the width doubles. The result depends on the spectra alone and not on how they were batched.
struct ChromatogramTally: Sendable {
    /// Most spans.
    static let limit = 512
    /// log2 of the smallest width in seconds.
    private static let smallestExponent = -6
    /// Times farther from 0 are no times of a run (32 years), and left out.
    private static let latestSeconds = 1e9

    private var exponent = smallestExponent
    /// Number of the first span: it begins at this many widths.
    private var first = 0
    /// Largest current of each span; NaN where it has no spectrum.
    private var maxima: [Double] = []
    private var points = 0

    /// Adds a spectrum.
    mutating func add(timeSeconds: Double, current: Double) {
        guard timeSeconds.magnitude <= Self.latestSeconds, current.isFinite else { return }
        points += 1
        let finest = Self.span(of: timeSeconds, exponent: Self.smallestExponent)
        put(current, finest >> (exponent - Self.smallestExponent))
    }

    /// Adds the spectra of another.
    mutating func merge(_ other: ChromatogramTally) {
        var other = other
        while other.exponent < exponent { other.doubleWidth() }
        while exponent < other.exponent { doubleWidth() }
        let joined = exponent
        for (index, current) in other.maxima.enumerated() where !current.isNaN {
            // The width may double while the spans are put in.
            put(current, (other.first + index) >> (exponent - joined))
        }
        points += other.points
    }

    /// What was gathered; `nil` where there is nothing.
    func chromatogram(msLevel: Int) -> SpectrumFileInspection.Chromatogram? {
        guard points > 0 else { return nil }
        let width = Self.seconds(exponent)
        return SpectrumFileInspection.Chromatogram(
            msLevel: msLevel, spectra: points, startSeconds: Double(first) * width, spanSeconds: width,
            largestCurrents: maxima.map { $0.isNaN ? nil : $0 })
    }

    /// Puts a current into a span, which is numbered by the width there is.
    private mutating func put(_ current: Double, _ span: Int) {
        var span = span
        if maxima.isEmpty { first = span }
        while max(span, first + maxima.count - 1) - min(span, first) >= Self.limit {
            doubleWidth()
            span >>= 1
        }
        if span < first {
            maxima.insert(contentsOf: repeatElement(.nan, count: first - span), at: 0)
            first = span
        } else if span >= first + maxima.count {
            maxima.append(contentsOf: repeatElement(.nan, count: span - first - maxima.count + 1))
        }
        maxima[span - first] = Self.larger(maxima[span - first], current)
    }

    private mutating func doubleWidth() {
        let old = (first: first, maxima: maxima)
        exponent += 1
        guard !old.maxima.isEmpty else { return }
        first = old.first >> 1
        maxima = [Double](repeating: .nan, count: ((old.first + old.maxima.count - 1) >> 1) - first + 1)
        for (index, current) in old.maxima.enumerated() {
            let span = ((old.first + index) >> 1) - first
            maxima[span] = Self.larger(maxima[span], current)
        }
    }

    /// The larger of the two that are numbers.
    private static func larger(_ one: Double, _ other: Double) -> Double {
        one.isNaN ? other : other.isNaN ? one : max(one, other)
    }

    private static func span(of seconds: Double, exponent: Int) -> Int {
        Int((seconds / Self.seconds(exponent)).rounded(.down))
    }

    private static func seconds(_ exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: 1)
    }
}
