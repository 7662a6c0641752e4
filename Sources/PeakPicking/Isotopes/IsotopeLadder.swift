import Chemistry

/// The intensities at the places where isotope peaks of one ion would be, for each charge, summed over spectra.
///
/// The places are anchor + j · 1.00336 / charge for whole numbers j on both sides of an anchor, which is a peak of the
/// ion. Every reading of the ion, whatever its monoisotopic peak, is judged on the same sums.
struct IsotopeLadder: Sendable {
    /// Places below the anchor: most extra neutrons the anchor may have.
    static let below = 10
    /// Places there are at most, from the first to the last.
    static let width = below + AveragineTable.isotopeCount

    let charges: ClosedRange<Int>
    let tolerance: Tolerance
    private(set) var anchorMZ = 0.0
    /// [charges x width], row-major, in detector counts.
    private(set) var intensities: [Double]
    /// Intensity times the distance of the peak from its place in Th, laid out as `intensities`.
    private(set) var weightedOffsets: [Double]
    /// Intensity that a peak may have and still not be seen: the least intense neighbours, in detector counts.
    private(set) var floor = 0.0
    /// Places that are looked at, by charge.
    private var places: [Range<Int>]
    private let table = AveragineTable.shared

    init(charges: ClosedRange<Int>, tolerance: Tolerance) {
        self.charges = charges
        self.tolerance = tolerance
        intensities = [Double](repeating: 0, count: charges.count * Self.width)
        weightedOffsets = intensities
        places = [Range<Int>](repeating: 0..<0, count: charges.count)
    }

    /// Where the values of a place stand, counted from the anchor.
    func position(charge: Int, place: Int) -> Int { (charge - charges.lowerBound) * Self.width + Self.below + place }

    /// Begins anew around a peak. Places are those a pattern that the peak belongs to may have.
    mutating func begin(anchorMZ: Double, charges wanted: ClosedRange<Int>, isotopesBelow: Int) {
        self.anchorMZ = anchorMZ
        floor = 0
        for position in intensities.indices {
            intensities[position] = 0
            weightedOffsets[position] = 0
        }
        for charge in charges {
            let mass = MassToCharge.neutralMass(ofMZ: anchorMZ, charge: charge)
            guard wanted.contains(charge), let row = table.row(massDaltons: mass) else {
                places[charge - charges.lowerBound] = 0..<0
                continue
            }
            let below = min(max(table.heaviestPicked[row], isotopesBelow), Self.below)
            places[charge - charges.lowerBound] = -below..<table.counts[row]
        }
    }

    /// Adds the peaks of a centroided spectrum, m/z ascending: at each place the most intense one in tolerance.
    ///
    /// - Complexity: O(log n) for n peaks and, around the anchor, one pass over the peaks of a few Th for each charge; no
    ///   allocation.
    mutating func add(mz: [Double], intensities peaks: [Double]) {
        mz.withUnsafeBufferPointer { mz in
            peaks.withUnsafeBufferPointer { peaks in
                let near = near(mz)
                floor += Self.least(peaks[near])
                for charge in charges { climb(mz, peaks, charge: charge) }
            }
        }
    }

    /// Adds the peaks at the places of one charge. Places ascend, so that one walk over the peaks finds them all.
    private mutating func climb(
        _ mz: UnsafeBufferPointer<Double>, _ peaks: UnsafeBufferPointer<Double>, charge: Int
    ) {
        let places = places[charge - charges.lowerBound]
        guard !places.isEmpty else { return }
        let spacing = ParticleMass.carbon13Shift / Double(charge)
        let lowest = anchorMZ + Double(places.lowerBound) * spacing
        var next = SortedMZ.firstIndex(in: mz, notBelow: lowest - tolerance.halfWidth(at: lowest))
        for place in places {
            let center = anchorMZ + Double(place) * spacing
            let half = tolerance.halfWidth(at: center)
            while next < mz.count, mz[next] < center - half { next += 1 }
            var best = -1
            var peak = next
            while peak < mz.count, mz[peak] <= center + half {
                if peaks[peak] > 0, best < 0 || peaks[peak] > peaks[best] { best = peak }
                peak += 1
            }
            guard best >= 0 else { continue }
            let position = position(charge: charge, place: place)
            intensities[position] += peaks[best]
            weightedOffsets[position] += peaks[best] * (mz[best] - center)
        }
    }

    /// The peaks as far around the anchor as the places of the lowest charge reach.
    private func near(_ mz: UnsafeBufferPointer<Double>) -> Range<Int> {
        guard let lowest = places.firstIndex(where: { !$0.isEmpty }) else { return 0..<0 }
        let spacing = ParticleMass.carbon13Shift / Double(charges.lowerBound + lowest)
        let (below, above) = (places[lowest].lowerBound - 1, places[lowest].upperBound)
        let first = SortedMZ.firstIndex(in: mz, notBelow: anchorMZ + Double(below) * spacing)
        return first..<max(first, SortedMZ.firstIndex(in: mz, notBelow: anchorMZ + Double(above) * spacing))
    }

    /// The least of the intensities above zero; 0 where there is none.
    private static func least(_ intensities: Slice<UnsafeBufferPointer<Double>>) -> Double {
        var least = Double.infinity
        for intensity in intensities where intensity > 0 && intensity < least { least = intensity }
        return least.isFinite ? least : 0
    }
}

/// Search in ascending m/z.
enum SortedMZ {
    /// The first position whose m/z is at least `bound`; the number of peaks where all are below.
    static func firstIndex(in mz: UnsafeBufferPointer<Double>, notBelow bound: Double) -> Int {
        var (low, high) = (0, mz.count)
        while low < high {
            let middle = (low + high) / 2
            if mz[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// As for a buffer.
    static func firstIndex(in mz: [Double], notBelow bound: Double) -> Int {
        mz.withUnsafeBufferPointer { firstIndex(in: $0, notBelow: bound) }
    }
}
