internal import Glibc

/// Samples the signal of an analyser across its peaks, as a profile spectrum holds it.
///
/// Samples lie on a fixed grid, three to a peak's width. Where there is no signal, nothing is written, but for
/// one zero on either side of each stretch.
package struct ProfileSignal {
    let analyser: MassAnalyser

    /// The signal of an analyser.
    package init(analyser: MassAnalyser) { self.analyser = analyser }

    private static let samplesPerWidth = 3.0
    /// How far a peak is drawn to either side, in widths at half height.
    private static let reachInWidths = 1.2

    /// Samples below this share of the smallest peak are cut off, as instruments do to save space.
    private static let smallestSample = 0.2

    /// Samples of peaks given by m/z in Th and ions; the apex of a peak is as high as its number of ions.
    package func samples(
        of peaks: [(mz: Double, ions: Double)], stream: inout RandomStream
    ) -> [(mz: Double, ions: Double)] {
        var heights: [(position: Int, ions: Double)] = []
        for peak in peaks {
            let width = analyser.widthTh(atMZ: peak.mz)
            let reach = Self.reachInWidths * width
            let first = Int(gridPosition(peak.mz - reach).rounded(.up))
            let last = Int(gridPosition(peak.mz + reach).rounded(.down))
            for position in first...last {
                let distance = (gridMZ(Double(position)) - peak.mz) / width
                heights.append((position, peak.ions * exp(-4 * log(2) * distance * distance)))
            }
        }
        heights.sort { ($0.position, $0.ions) < ($1.position, $1.ions) }
        return samples(summing: heights, stream: &stream)
    }

    /// One sample for each position, with electronic noise, and zeros beside gaps.
    private func samples(
        summing heights: [(position: Int, ions: Double)], stream: inout RandomStream
    ) -> [(mz: Double, ions: Double)] {
        let noise = Self.smallestSample * analyser.detectionLimitIons
        var samples: [(mz: Double, ions: Double)] = []
        var previous = Int.min
        var index = 0
        while index < heights.count {
            let position = heights[index].position
            var sum = 0.0
            while index < heights.count, heights[index].position == position {
                sum += heights[index].ions
                index += 1
            }
            if sum < noise { continue }
            if position != previous + 1 {
                if previous != Int.min { samples.append((gridMZ(Double(previous + 1)), 0)) }
                if position > previous + 2 || previous == Int.min { samples.append((gridMZ(Double(position - 1)), 0)) }
            }
            samples.append((gridMZ(Double(position)), max(0, sum + stream.normal(deviation: 0.3))))
            previous = position
        }
        if previous != Int.min { samples.append((gridMZ(Double(previous + 1)), 0)) }
        return samples
    }

    // MARK: The grid

    /// Position on the grid of an m/z. The step is a fixed part of the width, so that in an Orbitrap, where the width goes
    /// with (m/z)^1.5, positions go with (m/z)^-0.5.
    private func gridPosition(_ mz: Double) -> Double {
        switch analyser {
        case .orbitrap(let resolution): -Self.orbitrapScale(resolution) / mz.squareRoot()
        case .ionTrap: mz * Self.samplesPerWidth / analyser.widthTh(atMZ: mz)
        }
    }

    private func gridMZ(_ position: Double) -> Double {
        switch analyser {
        case .orbitrap(let resolution):
            Self.orbitrapScale(resolution) * Self.orbitrapScale(resolution) / (position * position)
        case .ionTrap: position * analyser.widthTh(atMZ: 1) / Self.samplesPerWidth
        }
    }

    private static func orbitrapScale(_ resolution: Double) -> Double {
        2 * samplesPerWidth * resolution * 200.0.squareRoot()
    }
}
