/// Classes of equal width that a range of masses is divided into: the first step of sorting by mass, after which classes
/// are sorted side by side.
struct MassClasses: Sendable {
    /// Number of classes.
    let count: Int
    private let lowest: Double
    private let classesPerDalton: Double

    /// Few enough rows in each for sorting within a core's cache, even of tables of some million rows.
    private static let usualCount = 128

    /// Divides a range in Da; masses outside count to the first or the last class.
    init(_ range: ClosedRange<Double>, count: Int = usualCount) {
        self.count = count
        lowest = range.lowerBound
        classesPerDalton = Double(count) / max(range.upperBound - range.lowerBound, 1e-9)
    }

    /// The class of a mass.
    @inline(__always) func index(of massDaltons: Double) -> Int {
        Int(min(max((massDaltons - lowest) * classesPerDalton, 0), Double(count - 1)))
    }

    /// Positions of masses in the order of their classes, as they came within each; and where classes start.
    func order(of masses: [Double]) -> (positions: [UInt32], starts: [UInt32]) {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for mass in masses { starts[index(of: mass) + 1] += 1 }
        for number in 1...count { starts[number] += starts[number - 1] }
        var ends = starts
        var positions = [UInt32](repeating: 0, count: masses.count)
        for (position, mass) in masses.enumerated() {
            let number = index(of: mass)
            positions[Int(ends[number])] = UInt32(position)
            ends[number] += 1
        }
        return (positions, starts)
    }
}
