import Foundation

/// Profile signal of peaks at known places, sampled as an instrument would.
struct SimulatedProfile {
    var mz: [Double]
    var intensities: [Double]

    struct Peak {
        var mz: Double
        var height: Double
        /// Full width at half maximum in Th.
        var width: Double
        var shape = Shape.gaussian
    }

    enum Shape {
        case gaussian
        case lorentzian
    }

    /// How the distance between samples grows with m/z; the case's value is the distance in Th at m/z 400.
    enum Grid {
        case even(Double)
        case timeOfFlight(Double)
        case orbitrap(Double)
    }

    /// Adds up the peaks on a grid; intensities below 1e-9 of the highest peak are 0.
    init(_ peaks: [Peak], grid: Grid, range: ClosedRange<Double>) {
        mz = Self.positions(grid, range: range)
        let floor = (peaks.map(\.height).max() ?? 0) * 1e-9
        intensities = mz.map { position in
            let sum = peaks.reduce(0) { $0 + $1.intensity(at: position) }
            return sum < floor ? 0 : sum
        }
    }

    /// The profile without its samples of zero, as compact files have it.
    var withoutZeros: SimulatedProfile {
        var copy = self
        copy.mz = zip(mz, intensities).filter { $0.1 > 0 }.map(\.0)
        copy.intensities = intensities.filter { $0 > 0 }
        return copy
    }

    /// The samples of the profile above zero and those beside them, as most converters write them.
    var withZerosBesidePeaks: (mz: [Double], intensities: [Double]) {
        let kept = mz.indices.filter { position in
            (max(0, position - 1)...min(mz.count - 1, position + 1)).contains { intensities[$0] > 0 }
        }
        return (kept.map { mz[$0] }, kept.map { intensities[$0] })
    }

    private static func positions(_ grid: Grid, range: ClosedRange<Double>) -> [Double] {
        var positions: [Double] = []
        var position = range.lowerBound
        while position <= range.upperBound {
            positions.append(position)
            switch grid {
            case .even(let distance): position += distance
            case .timeOfFlight(let distance): position += distance * (position / 400).squareRoot()
            case .orbitrap(let distance): position += distance * pow(position / 400, 1.5)
            }
        }
        return positions
    }
}

extension SimulatedProfile.Peak {
    func intensity(at position: Double) -> Double {
        let distance = (position - mz) / width
        switch shape {
        case .gaussian: return height * exp2(-4 * distance * distance)
        case .lorentzian: return height / (1 + 4 * distance * distance)
        }
    }
}
