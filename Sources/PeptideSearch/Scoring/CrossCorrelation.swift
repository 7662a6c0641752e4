import Chemistry
import ProteinDatabase

/// The cross-correlation of a spectrum with the fragments of a candidate: how much better they lie on each other than
/// shifted against each other.
///
/// Intensities are replaced by their square roots, binned, and scaled to 50 in each of ten equally wide stretches of the
/// m/z range, without what is below 5 % of the highest; from each bin the mean of the 75 bins on either side is taken. The
/// score is 0.005 times the sum over the bins in which the candidate has fragments.
///
/// The bins are those in use for SEQUEST's score: 1.0005079 Th with an offset of 0.4 for tolerances from 0.1 Th on, else
/// 0.02 Th without offset. Only bins with peaks are stored: sums over neighbours come from running sums.
///
/// > Source: Eng, McCormack and Yates, JASMS 5 (1994) 976, doi:10.1016/1044-0305(94)80016-2; without the shifts, Eng et al.,
/// > Journal of Proteome Research 7 (2008) 4598, doi:10.1021/pr800420s.
struct CrossCorrelation: Sendable {
    /// How m/z are binned: bin = ⌊m/z / width + 1 − offset⌋.
    private let width: Double
    private let offset: Double
    /// m/z in Th from which on nothing is looked at, whatever a damaged file says.
    private let heaviest: Double
    /// Bins that hold a peak, ascending, their values, and the sum of the values before each.
    private var bins: [Int] = []
    private var values: [Double] = []
    private var sums: [Double] = [0]
    /// Bins of the fragments of the candidate at hand.
    private var fragmentBins: [Int] = []

    private static let reach = 75
    private static let stretches = 10
    private static let stretchHeight = 50.0
    private static let leastShare = 0.05
    private static let scale = 0.005

    init(parameters: SearchParameters) {
        let isCoarse = parameters.fragmentTolerance.halfWidth(at: 500) >= 0.1
        (width, offset) = isCoarse ? (1.000_507_9, 0.4) : (0.02, 0)
        heaviest = parameters.heaviestFragmentMZ
    }

    /// Takes the next spectrum.
    mutating func load(_ spectrum: PreparedSpectrum) {
        bins.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        let count = spectrum.mz.firstIndex { $0 > heaviest } ?? spectrum.count
        let roots = spectrum.intensities.prefix(count).map { $0.squareRoot() }
        let least = (roots.max() ?? 0) * Self.leastShare
        let perThomson = Double(Self.stretches) / max(1, spectrum.mz.prefix(count).last ?? 0)
        let stretches = spectrum.mz.prefix(count).map { min(Self.stretches - 1, Int($0 * perThomson)) }
        var heights = [Double](repeating: 0, count: Self.stretches)
        for (stretch, root) in zip(stretches, roots) { heights[stretch] = max(heights[stretch], root) }
        for peak in 0..<count where roots[peak] >= least {
            add(roots[peak] / heights[stretches[peak]] * Self.stretchHeight, at: bin(of: spectrum.mz[peak]))
        }
        sums = values.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    }

    /// The cross-correlation of a candidate with the spectrum.
    ///
    /// A bin with several fragments counts once; fragments that lost something from a modification do not take part.
    mutating func score(of masses: CandidateMasses, _ kinds: FragmentKinds, maximumCharge: Int) -> Double {
        fragmentBins.removeAll(keepingCapacity: true)
        kinds.forEachFragment(of: masses, minimumOrdinal: 1) { _, _, mass, loss in
            guard loss == 0 else { return }
            for charge in 1...maximumCharge {
                let mz = MassToCharge.mz(ofNeutralMass: mass, charge: charge)
                if mz > 0, mz <= heaviest { fragmentBins.append(bin(of: mz)) }
            }
        }
        fragmentBins.sort()
        var sum = 0.0
        var (first, place, end) = (0, 0, 0)
        var previous = -1
        // Bins ascend, and so do the places of their neighbours.
        for bin in fragmentBins where bin != previous {
            previous = bin
            while first < bins.count, bins[first] < bin - Self.reach { first += 1 }
            while place < bins.count, bins[place] < bin { place += 1 }
            while end < bins.count, bins[end] <= bin + Self.reach { end += 1 }
            let value = place < bins.count && bins[place] == bin ? values[place] : 0
            sum += value - (sums[end] - sums[first] - value) / Double(2 * Self.reach)
        }
        return Self.scale * sum
    }

    private mutating func add(_ value: Double, at bin: Int) {
        if bins.last == bin {
            values[values.count - 1] = max(values[values.count - 1], value)
        } else {
            bins.append(bin)
            values.append(value)
        }
    }

    private func bin(of mz: Double) -> Int { Int(mz / width + 1 - offset) }
}
