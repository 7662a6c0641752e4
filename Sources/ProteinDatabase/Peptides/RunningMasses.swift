/// Running sums over one protein, so that the mass of any stretch costs one subtraction.
struct RunningMasses {
    private var sums: [Double]
    private var unknown: [Int32]

    init(of protein: [UInt8], masses: [Double]) {
        sums = [0]
        unknown = [0]
        sums.reserveCapacity(protein.count + 1)
        unknown.reserveCapacity(protein.count + 1)
        for (position, residue) in protein.enumerated() {
            let mass = masses[Int(residue)]
            sums.append(sums[position] + (mass.isNaN ? 0 : mass))
            unknown.append(unknown[position] + (mass.isNaN ? 1 : 0))
        }
    }

    func allHaveMass(_ range: Range<Int>) -> Bool { unknown[range.upperBound] == unknown[range.lowerBound] }

    func mass(_ range: Range<Int>) -> Double { sums[range.upperBound] - sums[range.lowerBound] }
}
