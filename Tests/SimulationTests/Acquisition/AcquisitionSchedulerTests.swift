import Simulation
import Testing

@Suite struct AcquisitionSchedulerTests {
    private static let profile = ElutionProfile(halfHeightWidthSeconds: 15)

    /// Settings without faults, so that every event is an ion.
    private static func faultless(fragmentSpectra: Int = 1_000) -> SimulationSettings {
        var settings = SimulationSettings()
        settings.acquisition.fragmentSpectra = fragmentSpectra
        settings.defects.noiseShare = 0
        settings.defects.missingChargeShare = 0
        settings.defects.wrongIsotopeShare = 0
        return settings
    }

    private static func plan(
        _ ions: IonTable, _ settings: SimulationSettings, gradientSeconds: Double = 300, runIndex: Int = 0
    ) -> AcquisitionPlan {
        AcquisitionScheduler(ions: ions, settings: settings, runIndex: runIndex, gradientSeconds: gradientSeconds)
            .plan()
    }

    @Test("a run of many ions has the fragment spectra asked for, a dozen after each survey spectrum")
    func numbers() {
        let plan = Self.plan(.random(5_000, gradientSeconds: 300), Self.faultless(fragmentSpectra: 1_000))
        #expect(plan.fragmentSpectra == 1_000)
        // 83 cycles of 12, one of 4, and some to spare: 6 % more than 83.3 is 88.3.
        #expect(plan.cycles.count == 89)
        #expect(plan.spectra == 1_089)
        #expect(plan.cycles.map(\.events.count) == [Int](repeating: 12, count: 83) + [4, 0, 0, 0, 0, 0])
    }

    @Test("spectra are numbered without gaps and begin one after the other, cycles at equal distances")
    func times() {
        let plan = Self.plan(.random(5_000, gradientSeconds: 300), Self.faultless(fragmentSpectra: 960))
        var number = 0
        var last = -1.0
        for (position, cycle) in plan.cycles.enumerated() {
            #expect(cycle.firstSpectrum == number)
            #expect(isNear(cycle.startSeconds, Double(position) * 300 / 85, 0.000_51))
            for time in [cycle.startSeconds] + cycle.events.map(\.startSeconds) {
                #expect(time > last)
                last = time
            }
            number += 1 + cycle.events.count
        }
        #expect(last < 300)
    }

    @Test("where ions were too few before, a cycle may have twice as many fragment spectra, no more")
    func catchUp() {
        // Nothing leaves the column in the first half of the run.
        let ions = IonTable.random(4_000, gradientSeconds: 300).ions.map { ion in
            var ion = ion
            ion.apexSeconds = 150 + ion.apexSeconds / 2
            return ion
        }
        let plan = Self.plan(IonTable(ions, profile: Self.profile), Self.faultless(fragmentSpectra: 960))
        #expect(plan.cycles.count == 85)
        #expect(plan.cycles[..<30].allSatisfy { $0.events.isEmpty })
        #expect(plan.cycles.map(\.events.count).max() == 24)
        #expect(plan.fragmentSpectra == 960)
    }

    @Test("a run of too few ions ends with fewer fragment spectra")
    func tooFew() {
        let ions = IonTable(
            (0..<5).map { Ion($0, apexSeconds: 150 + Double($0)) }, profile: Self.profile)
        let plan = Self.plan(ions, Self.faultless(fragmentSpectra: 960))
        #expect((5...15).contains(plan.fragmentSpectra))
        #expect(Self.plan(IonTable([], profile: Self.profile), Self.faultless()).fragmentSpectra == 0)
    }

    @Test("ions are chosen as a plain search over all ions would: the strongest that are multiply charged and free")
    func bruteForce() {
        let ions = IonTable.random(1_500, gradientSeconds: 300)
        let settings = Self.faultless(fragmentSpectra: 960)
        let plan = Self.plan(ions, settings)
        let cycleSeconds = 300.0 / 85
        var chosenAt = [Double](repeating: -.infinity, count: ions.ions.count)
        var planned = 0
        for (position, cycle) in plan.cycles.enumerated() {
            let (start, end) = (cycle.startSeconds, cycle.startSeconds + cycleSeconds)
            let free = ions.ions.indices.filter { index in
                ions.ions[index].charge >= 2 && start - chosenAt[index] >= 30
                    && ions.ionsPerSecond(index, atSeconds: start) >= 1e4
                    && ions.ionsPerSecond(index, atSeconds: end) >= 1e3
            }
            let strongest = free.sorted {
                ions.ionsPerSecond($0, atSeconds: start) > ions.ionsPerSecond($1, atSeconds: start)
            }
            let slots = min(min((position + 1) * 12, 960) - planned, 24)
            let expected = strongest.prefix(slots).map { AcquisitionPlan.Trigger.ion($0) }
            #expect(cycle.events.map(\.trigger) == expected)
            for index in strongest.prefix(slots) { chosenAt[index] = start }
            planned += cycle.events.count
        }
        #expect(planned > 500)
    }

    @Test("an ion is passed over for the time of exclusion and then chosen again")
    func exclusion() {
        let ion = Ion(0, apexSeconds: 150, apexIonsPerSecond: 1e9)
        var settings = Self.faultless(fragmentSpectra: 960)
        for (seconds, count) in [(30.0, 2), (10, 4), (0, 11)] {
            settings.acquisition.exclusionSeconds = seconds
            let plan = Self.plan(IonTable([ion], profile: Self.profile), settings)
            let starts = plan.cycles.filter { !$0.events.isEmpty }.map(\.startSeconds)
            #expect(zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 >= seconds })
            // The peak is there for 18 seconds before and 25 behind its apex: 10 to 12 whole cycles of 3.5 seconds.
            #expect(isNear(Double(starts.count), Double(count), 1))
        }
    }

    @Test("singly charged ions are never chosen")
    func singlyCharged() {
        let plan = Self.plan(.random(2_000, gradientSeconds: 300, charges: 1...1), Self.faultless())
        #expect(plan.fragmentSpectra == 0)
        #expect(plan.cycles.count == 89)
    }

    @Test("an ion that is gone before the cycle ends, or too weak, is not chosen")
    func goneSoon() {
        // One cycle of 60 seconds: at its beginning both are on the column, at its end the first is not.
        var settings = Self.faultless(fragmentSpectra: 11)
        settings.chromatography.peakWidthSeconds = 60
        let wide = ElutionProfile(halfHeightWidthSeconds: 60)
        let ions = IonTable(
            [
                Ion(0, apexSeconds: -60, apexIonsPerSecond: 1e8), Ion(1, apexSeconds: 0, apexIonsPerSecond: 1e7),
                Ion(2, apexSeconds: 0, apexIonsPerSecond: 9.9e3),
            ], profile: wide)
        let leaving = ions.ions.indices.filter { ions.ions[$0].analyte == 0 }
        #expect(ions.ionsPerSecond(leaving[0], atSeconds: 0) > 1e6)
        let plan = Self.plan(ions, settings, gradientSeconds: 60)
        #expect(plan.cycles.map { $0.events.map(\.trigger) } == [[.ion(1)]])
        #expect(ions.ions[1].analyte == 1)
    }

    // MARK: Faults

    /// 12,000 events of ions of one mass with one kind of fault.
    private static func events(
        massDaltons: Double = 1_500, _ change: (inout DefectSettings) -> Void
    ) -> [AcquisitionPlan.Event] {
        var settings = faultless(fragmentSpectra: 12_000)
        settings.acquisition.exclusionSeconds = 5
        change(&settings.defects)
        let ions = IonTable.random(5_000, gradientSeconds: 1_200, massDaltons: massDaltons, charges: 2...3)
        let plan = plan(ions, settings, gradientSeconds: 1_200)
        return plan.cycles.flatMap(\.events)
    }

    @Test("so many charges are missing as asked for")
    func missingCharges() {
        let events = Self.events { $0.missingChargeShare = 0.2 }
        #expect(events.count > 11_900)
        let missing = events.count { !$0.statesCharge }
        #expect(isNear(Double(missing) / Double(events.count), 0.2, 0.0184))
        #expect(events.allSatisfy { $0.isotopeOffset == 0 })
    }

    @Test("so many spectra are of nothing as asked for, at m/z and charges an instrument would believe in")
    func noise() {
        let events = Self.events { $0.noiseShare = 0.2 }
        let noise = events.compactMap { event -> (mz: Double, charge: Int)? in
            guard case .noise(let mz, let charge) = event.trigger else { return nil }
            #expect(event.isotopeOffset == 0)
            return (mz, charge)
        }
        #expect(isNear(Double(noise.count) / Double(events.count), 0.2, 0.0183))
        #expect(noise.allSatisfy { (350...1_200).contains($0.mz) && (2...3).contains($0.charge) })
        #expect(isNear(Double(noise.count { $0.charge == 2 }) / Double(noise.count), 0.7, 0.047))
        #expect(isNear(Numbers(noise.map(\.mz)).mean, 775, 26))
    }

    @Test(
        "precursors are stated too high as often as asked for at 1,500 Da, and in proportion to the mass",
        arguments: [(1_500.0, 0.1), (3_000, 0.2), (750, 0.05), (300, 0.03), (6_000, 0.3)])
    func wrongIsotopes(massDaltons: Double, share: Double) {
        let offsets = Self.events(massDaltons: massDaltons) { $0.wrongIsotopeShare = 0.1 }.map(\.isotopeOffset)
        let wrong = offsets.count { $0 > 0 }
        let error = (share * (1 - share) / Double(offsets.count)).squareRoot()
        #expect(isNear(Double(wrong) / Double(offsets.count), share, 5 * error))
        // 85 % by one peak, the others by two.
        let byOne = offsets.count { $0 == 1 }
        #expect(isNear(Double(byOne) / Double(wrong), 0.85, 5 * (0.85 * 0.15 / Double(wrong)).squareRoot()))
        #expect(offsets.allSatisfy { (0...2).contains($0) })
    }

    @Test("the usual shares of faults are the defaults")
    func defaults() {
        let events = Self.events { $0 = DefectSettings() }
        let noise = events.count { if case .noise = $0.trigger { true } else { false } }
        for (count, share) in [
            (noise, 0.02), (events.count { !$0.statesCharge }, 0.02), (events.count { $0.isotopeOffset > 0 }, 0.049),
        ] {
            let error = (share * (1 - share) / 12_000).squareRoot()
            #expect(isNear(Double(count) / Double(events.count), share, 5.1 * error))
        }
    }

    @Test("equal settings give equal plans, another run another one")
    func reproducible() {
        var settings = Self.faultless()
        settings.defects = DefectSettings()
        let ions = IonTable.random(2_000, gradientSeconds: 300)
        #expect(Self.plan(ions, settings).cycles == Self.plan(ions, settings).cycles)
        #expect(Self.plan(ions, settings).cycles != Self.plan(ions, settings, runIndex: 1).cycles)
    }
}
