import Benchmark
import BenchmarkInputs
import Foundation
import PeakPicking

/// Turning a profile spectrum into peaks.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(metrics: [.wallClock], maxDuration: .seconds(3))
    Benchmark("profile spectrum of 1,000 peaks, 20,000 samples") { benchmark, profile in
        let centroider = Centroider()
        for _ in benchmark.scaledIterations {
            let peaks = centroider.centroid(mz: profile.mz, intensities: profile.intensities)
            try UnexpectedResult.check(peaks.mz.count, is: profile.peaks, "peaks")
        }
    } setup: {
        Profile(peaks: 1_000)
    }
}

/// Peaks of Gaussian shape on a grid whose spacing is a fifth of their width, each standing alone.
struct Profile: Sendable {
    let peaks: Int
    var mz: [Double] = []
    var intensities: [Double] = []

    init(peaks: Int) {
        self.peaks = peaks
        var numbers = SeededNumbers(seed: 20_260_103)
        let spacing = 0.002
        for number in 0..<peaks {
            let start = 300 + 1.2 * Double(number)
            let apex = start + spacing * Double.random(in: 9...10, using: &numbers)
            let height = Double.random(in: 1e4...1e6, using: &numbers)
            for sample in 0..<20 {
                let position = start + spacing * Double(sample)
                let distance = (position - apex) / (2.5 * spacing)
                mz.append(position)
                intensities.append(height * exp(-0.5 * distance * distance))
            }
        }
    }
}
