import SpectrumModel

/// The peaks of one survey spectrum around an isolation window, from which one ion after the other is taken away.
struct IsolationWindowContent {
    private let parameters: PrecursorParameters
    /// Peaks around the window: those of the patterns of ions that are partly in it.
    private var pool: PeakPool
    /// Positions of the peaks in the window.
    private let window: Range<Int>
    private let total: Double

    /// How far around the window peaks are looked at, in Th.
    private static let reach = 4.0

    init(_ window: IsolationWindow, of survey: SurveyScan, parameters: PrecursorParameters) {
        self.parameters = parameters
        let first = SortedMZ.firstIndex(in: survey.mz, notBelow: window.lowerMZ - Self.reach)
        let last = max(first, SortedMZ.firstIndex(in: survey.mz, notBelow: window.upperMZ + Self.reach))
        pool = PeakPool(mz: Array(survey.mz[first..<last]), intensities: Array(survey.intensities[first..<last]))
        let lower = SortedMZ.firstIndex(in: pool.mz, notBelow: window.lowerMZ)
        self.window = lower..<max(lower, SortedMZ.firstIndex(in: pool.mz, notBelow: window.upperMZ.nextUp))
        total = pool.intensities[self.window].reduce(0, +)
    }

    /// Writes down the share of the selected ion, and which others there are.
    mutating func describe(_ selected: IsotopeEnvelope, finder: inout EnvelopeFinder, in precursor: inout Precursor) {
        guard total > 0 else { return }
        finder.begin(at: selected.monoisotopicMZ)
        finder.add(mz: pool.mz, intensities: pool.intensities)
        guard let here = finder.envelope(charge: selected.charge, isotope: 0) else { return }
        let share = take(here, finder) / total
        guard share > 0 else { return }
        precursor.purity = share
        precursor.coIsolated = ions(finder: &finder)
    }

    /// The ions that are left in the window, each found from the most intense peak, by falling share.
    mutating func ions(finder: inout EnvelopeFinder) -> [CoIsolatedIon] {
        var found: [CoIsolatedIon] = []
        for _ in 0..<parameters.maximumCoIsolated {
            guard let peak = mostIntense(), pool.intensities[peak] >= parameters.smallestShare * total else { break }
            finder.begin(at: pool.mz[peak])
            finder.add(mz: pool.mz, intensities: pool.intensities)
            if let ion = finder.best(among: parameters.envelopes.charges) {
                let share = take(ion, finder) / total
                if share >= parameters.smallestShare {
                    found.append(CoIsolatedIon(mz: ion.monoisotopicMZ, charge: ion.charge, share: share))
                }
            }
            pool.takePeak(peak)
        }
        return found.sorted { ($1.share, $0.mz) < ($0.share, $1.mz) }
    }

    /// Takes away the peaks of an ion, and gives what of them was in the window, in detector counts.
    private mutating func take(_ ion: IsotopeEnvelope, _ finder: EnvelopeFinder) -> Double {
        var taken = 0.0
        pool.take(ion, finder: finder) { peak, part in
            if window.contains(peak) { taken += part }
        }
        return taken
    }

    private func mostIntense() -> Int? {
        var best: Int?
        for peak in window where pool.intensities[peak] > best.map({ pool.intensities[$0] }) ?? 0 { best = peak }
        return best
    }
}
