import Simulation
import Testing

@Suite struct MassErrorTests {
    private static func error(run: Int, largestPPM: Double = 3, seed: UInt64 = 1) -> MassError {
        var settings = SimulationSettings()
        settings.seed = seed
        settings.instrument.massDriftPPM = largestPPM
        return MassError(settings: settings, runIndex: run, gradientSeconds: 600)
    }

    private static let times = Array(stride(from: 0.0, through: 600, by: 1))

    @Test("the error is never beyond its bound, and comes near it in some run")
    func bound() {
        var largest = 0.0
        for run in 0..<60 {
            let error = Self.error(run: run)
            for time in Self.times { largest = max(largest, abs(error.ppm(atSeconds: time))) }
        }
        #expect(largest <= 3)
        #expect(largest > 2.7)
    }

    @Test("over a run the error drifts by twice half its bound, up in some runs and down in others")
    func drift() {
        // The swing is back where it began, the drift is not.
        let drifts = (0..<60).map { Self.error(run: $0).ppm(atSeconds: 600) - Self.error(run: $0).ppm(atSeconds: 0) }
        #expect(drifts.allSatisfy { isNear(abs($0), 3, 1e-9) })
        #expect((15...45).contains(drifts.count { $0 > 0 }))
    }

    @Test("the error changes slowly")
    func slow() {
        let error = Self.error(run: 0)
        for time in Self.times {
            // Half the bound times 2 pi and 2, over 600 seconds.
            #expect(abs(error.ppm(atSeconds: time + 1) - error.ppm(atSeconds: time)) <= 0.0208)
        }
    }

    @Test("runs and seeds differ, and without drift there is no error")
    func differences() {
        #expect(Self.error(run: 0).ppm(atSeconds: 50) == Self.error(run: 0).ppm(atSeconds: 50))
        #expect(Self.error(run: 0).ppm(atSeconds: 50) != Self.error(run: 1).ppm(atSeconds: 50))
        #expect(Self.error(run: 0).ppm(atSeconds: 50) != Self.error(run: 0, seed: 2).ppm(atSeconds: 50))
        #expect(Self.times.allSatisfy { Self.error(run: 0, largestPPM: 0).ppm(atSeconds: $0) == 0 })
    }
}
