import Chemistry

/// Finds the isotope envelopes that a peak belongs to, by charge and monoisotopic position.
///
/// A reading of the peaks says: this charge, and that many extra neutrons in the peak asked for. Its averagine pattern
/// (Senko 1995, see `Averagine`) is scaled so that the intensity explained less the intensity missing is largest. With
/// observed intensities o, fractions p, the scale a and the noise floor n, isotope by isotope:
///
///     explained = Σ min(o, a p)        missing = Σ max(0, a p - max(o, n))
///
/// The best scale makes one of the peaks fit exactly, so that only those are tried: a fit by least absolute deviations,
/// which one isotope peak shared with a neighbour does not bend. Readings compare by explained - missing, in detector
/// counts: half the charge explains every other peak only, double the charge misses every other one, and a
/// monoisotopic peak put too high leaves the peaks below it unexplained. A peak below the noise costs nothing, so that
/// the monoisotopic peak of a heavy peptide need not be seen.
///
/// The value keeps its working memory from one use to the next and is not meant to be shared.
public struct EnvelopeFinder: Sendable {
    /// How envelopes are looked for.
    public let parameters: EnvelopeParameters
    private var ladder: IsotopeLadder
    private let table = AveragineTable.shared

    /// Creates a finder.
    public init(parameters: EnvelopeParameters = EnvelopeParameters()) {
        self.parameters = parameters
        ladder = IsotopeLadder(charges: parameters.charges, tolerance: parameters.tolerance)
    }

    /// The envelopes in one spectrum that a peak may belong to, the best reading of each charge, best first.
    ///
    /// - Parameters:
    ///   - anchorMZ: m/z of the peak in Th.
    ///   - mz: m/z of a centroided spectrum in Th, ascending.
    ///   - intensities: intensities in detector counts, parallel to `mz`.
    /// - Complexity: O(log n) for n peaks, and no allocation but the result.
    public mutating func envelopes(
        containing anchorMZ: Double, mz: [Double], intensities: [Double]
    ) -> [IsotopeEnvelope] {
        begin(at: anchorMZ)
        add(mz: mz, intensities: intensities)
        return parameters.charges.compactMap { best(charge: $0) }.filter(isBelievable).sorted { $0.score > $1.score }
    }

    /// Begins anew around a peak, at an m/z in Th; spectra are then added.
    public mutating func begin(at anchorMZ: Double) { begin(at: anchorMZ, charges: nil) }

    /// Begins anew around a peak.
    ///
    /// - Parameters:
    ///   - anchorMZ: m/z of the peak in Th.
    ///   - charges: those that are looked at; `nil` for all. Others find nothing.
    ///   - isotopesBelow: isotope places below the peak that are looked at even where no usual pattern has so many.
    mutating func begin(at anchorMZ: Double, charges: ClosedRange<Int>? = nil, isotopesBelow: Int = 0) {
        ladder.begin(anchorMZ: anchorMZ, charges: charges ?? parameters.charges, isotopesBelow: isotopesBelow)
    }

    /// Adds the peaks of a centroided spectrum, m/z in Th ascending.
    ///
    /// - Precondition: `mz` and `intensities` have equal length.
    public mutating func add(mz: [Double], intensities: [Double]) {
        precondition(mz.count == intensities.count, "A peak has an m/z and an intensity.")
        ladder.add(mz: mz, intensities: intensities)
    }

    /// Whether an envelope has the peaks and the fit the parameters ask for.
    public func isBelievable(_ envelope: IsotopeEnvelope) -> Bool {
        envelope.matchedIsotopes >= parameters.minimumIsotopes && envelope.fit >= parameters.minimumFit
    }

    /// The best reading with a charge, believable or not; `nil` where no pattern explains anything. Of equal readings
    /// that with fewer extra neutrons.
    public func best(charge: Int) -> IsotopeEnvelope? {
        let mass = MassToCharge.neutralMass(ofMZ: ladder.anchorMZ, charge: charge)
        guard parameters.charges.contains(charge), let row = table.row(massDaltons: mass) else { return nil }
        var best: IsotopeEnvelope?
        for isotope in 0...min(table.heaviestPicked[row], IsotopeLadder.below) {
            guard let envelope = envelope(charge: charge, isotope: isotope) else { continue }
            if envelope.score > best?.score ?? 0 { best = envelope }
        }
        return best
    }

    /// The best believable reading of some charges; of equal ones that of lower charge.
    public func best(among charges: ClosedRange<Int>) -> IsotopeEnvelope? {
        var best: IsotopeEnvelope?
        for charge in charges {
            guard let envelope = self.best(charge: charge), isBelievable(envelope) else { continue }
            if envelope.score > best?.score ?? 0 { best = envelope }
        }
        return best
    }

    /// Intensity in detector counts that the pattern fitted to an envelope has at an isotope peak; 0 where it is too
    /// small to be looked for.
    public func expectedIntensity(of envelope: IsotopeEnvelope, isotope: Int) -> Double {
        let mass = MassToCharge.neutralMass(ofMZ: envelope.monoisotopicMZ, charge: envelope.charge)
        guard let row = table.row(massDaltons: mass), (0..<table.counts[row]).contains(isotope) else { return 0 }
        let first = row * AveragineTable.isotopeCount
        return envelope.expectedMonoisotopic * table.fractions[first + isotope] / table.fractions[first]
    }

    /// One reading; `nil` where it explains nothing or is outside of what can be read.
    ///
    /// - Parameters:
    ///   - charge: assumed charge.
    ///   - isotope: assumed extra neutrons of the peak asked for.
    public func envelope(charge: Int, isotope: Int) -> IsotopeEnvelope? {
        guard parameters.charges.contains(charge), (0...IsotopeLadder.below).contains(isotope) else { return nil }
        let mono = ladder.anchorMZ - Double(isotope) * ParticleMass.carbon13Shift / Double(charge)
        let mass = MassToCharge.neutralMass(ofMZ: mono, charge: charge)
        guard let row = table.row(massDaltons: mass) else { return nil }
        let first = ladder.position(charge: charge, place: -isotope)
        let count = table.counts[row]
        let fit = table.fractions.withUnsafeBufferPointer { fractions in
            ladder.intensities.withUnsafeBufferPointer { intensities in
                EnvelopeFit(
                    observed: intensities[first..<first + count],
                    pattern: fractions[row * AveragineTable.isotopeCount..<row * AveragineTable.isotopeCount + count],
                    position: isotope, floor: ladder.floor)
            }
        }
        guard fit.explained > 0 else { return nil }
        return IsotopeEnvelope(
            monoisotopicMZ: monoisotopicMZ(mono, first: first, count: count, charge: charge), charge: charge,
            isotope: isotope, matchedIsotopes: fit.matched, explained: fit.explained, missing: fit.missing,
            observed: fit.observed, explainedShareOfPeak: fit.explainedShare,
            expectedMonoisotopic: fit.monoisotopic)
    }

    /// The m/z of the monoisotopic peak from where its peaks were, or those of the most intense isotope.
    private func monoisotopicMZ(_ place: Double, first: Int, count: Int, charge: Int) -> Double {
        var source = first
        if ladder.intensities[first] <= 0 {
            for position in first..<first + count where ladder.intensities[position] > ladder.intensities[source] {
                source = position
            }
        }
        guard ladder.intensities[source] > 0 else { return place }
        return place + ladder.weightedOffsets[source] / ladder.intensities[source]
    }
}
