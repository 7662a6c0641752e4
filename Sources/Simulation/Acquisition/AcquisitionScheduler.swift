internal import Chemistry

/// Chooses ions for fragmentation as instruments do: after each survey spectrum the strongest ions of known, multiple
/// charge that were not chosen a moment ago.
package struct AcquisitionScheduler {
    private let ions: IonTable
    private let settings: SimulationSettings
    private let gradientSeconds: Double
    private var stream: RandomStream
    /// When each ion may be chosen again, in seconds.
    private var freeAgainSeconds: [Double]

    /// An ion weaker than this many ions a second is not chosen.
    private static let weakestChosen = 1e4
    /// Cycles of a run, as a multiple of what the wanted spectra need.
    private static let spareCycles = 1.06
    /// Most fragment spectra of one cycle where earlier cycles had too few ions to choose, as a multiple of the usual.
    private static let catchUp = 2

    /// Prepares the choice of ions in a run.
    package init(ions: IonTable, settings: SimulationSettings, runIndex: Int, gradientSeconds: Double) {
        self.ions = ions
        self.settings = settings
        self.gradientSeconds = gradientSeconds
        stream = RandomStream(seed: settings.seed, .acquisition, UInt64(runIndex))
        freeAgainSeconds = [Double](repeating: -.infinity, count: ions.ions.count)
    }

    /// Plans a run. Its cycles are spread evenly over the gradient; there are a few more than the wanted spectra need,
    /// because hardly anything leaves the column at its beginning and its end.
    package consuming func plan() -> AcquisitionPlan {
        let wanted = settings.acquisition.fragmentSpectra
        let usual = settings.acquisition.fragmentSpectraPerCycle
        let count = Int((Double(wanted) / Double(usual) * Self.spareCycles).rounded(.up))
        let cycleSeconds = gradientSeconds / Double(max(count, 1))
        var cycles: [AcquisitionPlan.Cycle] = []
        var (planned, spectra) = (0, 0)
        for number in 0..<count {
            let due = min(wanted, (number + 1) * usual) - planned
            let slots = min(due, Self.catchUp * usual)
            let start = (Double(number) * cycleSeconds).rounded(toMultiplesOf: 1e-3)
            let events = self.events(from: start, slots: slots, cycleSeconds: cycleSeconds)
            cycles.append(AcquisitionPlan.Cycle(firstSpectrum: spectra, startSeconds: start, events: events))
            planned += events.count
            spectra += 1 + events.count
        }
        return AcquisitionPlan(cycles: cycles)
    }

    private mutating func events(from start: Double, slots: Int, cycleSeconds: Double) -> [AcquisitionPlan.Event] {
        var triggers: [AcquisitionPlan.Trigger] = strongest(slots, from: start, to: start + cycleSeconds).map {
            .ion($0)
        }
        for index in triggers.indices where stream.happens(settings.defects.noiseShare) {
            let mz = stream.uniform(350...1_200)
            triggers[index] = .noise(mz: mz, charge: stream.happens(0.7) ? 2 : 3)
        }
        let step = cycleSeconds / Double(triggers.count + 1)
        return triggers.enumerated().map { position, trigger in
            var offset = 0
            if case .ion(let index) = trigger {
                freeAgainSeconds[index] = start + settings.acquisition.exclusionSeconds
                offset = isotopeOffset(massDaltons: ions.ions[index].massDaltons)
            }
            return AcquisitionPlan.Event(
                trigger: trigger, startSeconds: (start + Double(position + 1) * step).rounded(toMultiplesOf: 1e-3),
                isotopeOffset: offset,
                statesCharge: !stream.happens(settings.defects.missingChargeShare))
        }
    }

    /// The strongest ions that may be chosen, strongest first. An ion that will be gone before the cycle ends is left out.
    private func strongest(_ count: Int, from start: Double, to end: Double) -> [Int] {
        var found: [(index: Int, current: Double)] = []
        for index in ions.candidates(atSeconds: start) where freeAgainSeconds[index] <= start {
            guard ions.ions[index].charge >= 2 else { continue }
            let current = ions.ionsPerSecond(index, atSeconds: start)
            guard current >= Self.weakestChosen else { continue }
            let last = ions.ionsPerSecond(index, atSeconds: end)
            if last >= Self.weakestChosen / 10 { found.append((index, current)) }
        }
        found.sort { ($1.current, $0.index) < ($0.current, $1.index) }
        return found.prefix(count).map(\.index)
    }

    /// How far off the instrument is in finding the monoisotopic peak: more often for heavier peptides, where it is small.
    private mutating func isotopeOffset(massDaltons: Double) -> Int {
        let weight = min(max(massDaltons / 1_500, 0.3), 3)
        guard stream.happens(min(1, settings.defects.wrongIsotopeShare * weight)) else { return 0 }
        return stream.happens(0.85) ? 1 : 2
    }
}
