import Simulation
import Testing

@Suite struct ExposureTests {
    @Test("a weak current is collected for the longest time, a strong one until the trap is full")
    func seconds() {
        #expect(Exposure.fragments.seconds(ionsPerSecond: 1e6) == 0.06)
        #expect(isNear(Exposure.fragments.seconds(ionsPerSecond: 1e7), 0.01, 1e-15))
        #expect(isNear(Exposure.survey.seconds(ionsPerSecond: 2e8), 5e-4, 1e-15))
        #expect(Exposure.survey.seconds(ionsPerSecond: 1) == 0.05)
    }

    @Test("where nothing comes the longest time is waited")
    func nothing() {
        #expect(Exposure.fragments.seconds(ionsPerSecond: 0) == 0.06)
    }
}
