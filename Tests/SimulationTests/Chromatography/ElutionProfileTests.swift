import Simulation
import Testing

@Suite struct ElutionProfileTests {
    private static let profile = ElutionProfile(halfHeightWidthSeconds: 15)

    /// Seconds from the apex at which a peak has fallen to half, found by halving an interval.
    private static func halfHeight(direction: Double) -> Double {
        var (near, far) = (0.0, 100.0)
        for _ in 0..<60 {
            let middle = (near + far) / 2
            if profile.height(secondsFromApex: direction * middle) > 0.5 { near = middle } else { far = middle }
        }
        return near
    }

    @Test("the width at half height is the one asked for, and the tail is 1.4 times the front")
    func width() {
        let (front, tail) = (Self.halfHeight(direction: -1), Self.halfHeight(direction: 1))
        #expect(isNear(front + tail, 15, 1e-9))
        #expect(isNear(tail / front, 1.4, 1e-9))
        // 15 = 2.3548 standard deviations, were both sides alike.
        #expect(isNear((Self.profile.frontSeconds + Self.profile.tailSeconds) / 2, 15 / 2.354_82, 1e-4))
    }

    @Test("the apex is 1 and both sides fall")
    func shape() {
        #expect(Self.profile.height(secondsFromApex: 0) == 1)
        for direction in [-1.0, 1] {
            let heights = (0...36).map { Self.profile.height(secondsFromApex: direction * Double($0) / 2) }
            #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 > $1 })
        }
    }

    @Test("the area is that of numeric integration but for the ends that are cut off")
    func area() {
        let step = 0.01
        let sum = (-10_000...10_000).reduce(0.0) { $0 + Self.profile.height(secondsFromApex: Double($1) * step) }
        // 0.07 % of a normal distribution lie beyond 3.4 standard deviations.
        #expect(isNear(sum * step / Self.profile.areaSeconds, 1 - 0.000_67, 2e-5))
    }

    @Test("there is nothing beyond where a peak begins and is over")
    func reach() {
        let (lead, lag) = (Self.profile.leadSeconds, Self.profile.lagSeconds)
        #expect(isNear(Self.profile.height(secondsFromApex: -lead * 0.999), 0.003, 3e-4))
        #expect(isNear(Self.profile.height(secondsFromApex: lag * 0.999), 0.003, 3e-4))
        #expect(Self.profile.height(secondsFromApex: -lead * 1.001) == 0)
        #expect(Self.profile.height(secondsFromApex: lag * 1.001) == 0)
    }
}
