public import SpectrumModel
import Chemistry

/// Decides on the monoisotopic peak and the charge of a precursor from the survey spectra around its fragment spectrum.
///
/// The peaks of all these survey spectra are added up, isotope place by isotope place, and every charge and
/// monoisotopic peak is judged on the sums (``EnvelopeFinder``). What the file states stays unless another reading is
/// clearly better:
///
/// - another monoisotopic peak of the stated charge has to explain the peaks ``PrecursorParameters/isotopeMargin`` times
///   as well (``PrecursorParameters/higherIsotopeMargin`` where it lies above the stated one), with a fit of
///   ``PrecursorParameters/contradictingFit``;
/// - another charge has to do so ``PrecursorParameters/chargeMargin`` times, with a fit of
///   ``PrecursorParameters/chargeFit`` and ``PrecursorParameters/chargeIsotopes`` isotope peaks;
/// - and both have to explain ``PrecursorParameters/contradictingPeakShare`` of the stated peak itself.
///
/// Where no charge is stated, the best reading needs no rival within ``PrecursorParameters/undecidedMargin``; otherwise
/// the charges that are left are kept as possible, and the m/z stays. Where no m/z is stated, only an isolation window,
/// the precursor is the ion that the largest share of the window belongs to; so it is where the file states the middle of
/// the window for an m/z, and no charge, and no ion is seen there (windows that follow a scheme, not ions).
///
/// The m/z of a reading that is believed is measured anew, as the mean over the spectra weighted by intensity.
public struct PrecursorRefiner: Sendable {
    /// What is looked at and believed.
    public let parameters: PrecursorParameters
    private var finder: EnvelopeFinder
    private var windowFinder: EnvelopeFinder

    /// Creates a refiner.
    public init(parameters: PrecursorParameters = PrecursorParameters()) {
        self.parameters = parameters
        finder = EnvelopeFinder(parameters: parameters.envelopes)
        windowFinder = finder
    }

    /// The precursor as the survey spectra show it, and what they said.
    ///
    /// - Parameters:
    ///   - precursor: what the file states.
    ///   - surveys: survey spectra near it, the one it was selected in first.
    public mutating func refine(
        _ precursor: Precursor, surveys: [SurveyScan]
    ) -> (precursor: Precursor, finding: PrecursorFinding) {
        let window = precursor.isolationWindow
        guard !surveys.isEmpty, window.map(parameters.looksAt) ?? true else { return (precursor, .notExamined) }
        guard let stated = precursor.mz else {
            return window.map { find(precursor, in: $0, of: surveys[0]) } ?? (precursor, .notExamined)
        }
        guard let anchor = anchor(statedMZ: stated, window: window, surveys: surveys) else {
            return findInWindow(precursor, statedMZ: stated, of: surveys[0])
        }
        let isotope = precursor.charge.flatMap { isotopePlace(of: anchor, above: stated, charge: $0) }
        finder.begin(at: anchor, isotopesBelow: isotope ?? 0)
        for survey in surveys { finder.add(mz: survey.mz, intensities: survey.intensities) }
        let decision =
            precursor.charge.map { decide(charge: $0, isotope: isotope, statedMZ: stated, anchorMZ: anchor) }
            ?? decide(among: precursor.possibleCharges, statedMZ: stated, anchorMZ: anchor)
        if decision.finding == .unseen { return findInWindow(precursor, statedMZ: stated, of: surveys[0]) }
        var refined = apply(decision, to: precursor)
        if let window, let envelope = decision.envelope {
            var content = IsolationWindowContent(window, of: surveys[0], parameters: parameters)
            content.describe(envelope, finder: &windowFinder, in: &refined)
        }
        return (refined, decision.finding)
    }

    /// What is left where nothing is seen at the stated m/z: the most intense ion of a window that nobody chose an ion for.
    private mutating func findInWindow(
        _ precursor: Precursor, statedMZ: Double, of survey: SurveyScan
    ) -> (precursor: Precursor, finding: PrecursorFinding) {
        guard let window = precursor.isolationWindow, precursor.charge == nil,
            precursor.possibleCharges.isEmpty, abs(window.targetMZ - statedMZ) <= parameters.roundingReach
        else { return (precursor, .unseen) }
        return find(precursor, in: window, of: survey)
    }

    /// The precursor as the most intense ion in the window, of the stated charge where there is one.
    private mutating func find(
        _ precursor: Precursor, in window: IsolationWindow, of survey: SurveyScan
    ) -> (precursor: Precursor, finding: PrecursorFinding) {
        var content = IsolationWindowContent(window, of: survey, parameters: parameters)
        var ions = content.ions(finder: &windowFinder)
        let stated = precursor.charge.map { [$0] } ?? precursor.possibleCharges
        guard let selected = ions.firstIndex(where: { stated.isEmpty || stated.contains($0.charge) }) else {
            return (precursor, .unseen)
        }
        let ion = ions.remove(at: selected)
        var found = precursor
        found.measuredMZ = window.targetMZ
        (found.mz, found.charge, found.possibleCharges) = (ion.mz, ion.charge, [])
        (found.purity, found.coIsolated) = (ion.share, ions)
        return (found, .found)
    }

    /// What was decided: the finding, the reading it rests on, and charges left open.
    private struct Decision {
        var finding: PrecursorFinding
        var envelope: IsotopeEnvelope?
        var possibleCharges: [Int] = []
    }

    private func apply(_ decision: Decision, to precursor: Precursor) -> Precursor {
        var refined = precursor
        if decision.finding == .chargeUndecided {
            refined.possibleCharges = decision.possibleCharges
            return refined
        }
        guard let envelope = decision.envelope else { return precursor }
        refined.measuredMZ = precursor.mz
        refined.mz = envelope.monoisotopicMZ
        refined.charge = envelope.charge
        refined.possibleCharges = []
        return refined
    }

    /// The peak of the ion to count isotopes from: the stated m/z, or the centre of the isolation window.
    private func anchor(statedMZ: Double, window: IsolationWindow?, surveys: [SurveyScan]) -> Double? {
        let tolerance = parameters.envelopes.tolerance.halfWidth(at: statedMZ)
        // A file that states four decimals or more means what it says.
        for reach in Self.isRounded(statedMZ) ? [tolerance, parameters.roundingReach] : [tolerance] {
            for survey in surveys {
                if let peak = Self.mostIntense(in: survey, around: statedMZ, reach: reach) { return peak }
            }
        }
        guard let target = window?.targetMZ, abs(target - statedMZ) > parameters.roundingReach,
            abs(target - statedMZ) <= parameters.maximumWindowWidth
        else { return nil }
        for survey in surveys {
            if let peak = Self.mostIntense(in: survey, around: target, reach: parameters.roundingReach) { return peak }
        }
        return nil
    }

    /// Whether an m/z in Th has no more than three decimals, also if it went through single precision.
    private static func isRounded(_ mz: Double) -> Bool {
        let rounded = (mz * 1_000).rounded() / 1_000
        return abs(mz - rounded) < 1e-6 || abs(mz - Double(Float(rounded))) < 1e-6
    }

    private static func mostIntense(in survey: SurveyScan, around mz: Double, reach: Double) -> Double? {
        var best: Int?
        var peak = SortedMZ.firstIndex(in: survey.mz, notBelow: mz - reach)
        while peak < survey.mz.count, survey.mz[peak] <= mz + reach {
            if survey.intensities[peak] > best.map({ survey.intensities[$0] }) ?? 0 { best = peak }
            peak += 1
        }
        return best.map { survey.mz[$0] }
    }
}

extension PrecursorRefiner {
    /// Number of isotopes that a peak lies above the stated m/z; `nil` where it is no whole number, so that the peak is not
    /// one of the ion, or a damaged file states an m/z beyond all ions.
    private func isotopePlace(of anchorMZ: Double, above statedMZ: Double, charge: Int) -> Int? {
        let spacing = ParticleMass.carbon13Shift / Double(charge)
        let places = (anchorMZ - statedMZ) / spacing
        guard abs(places - places.rounded()) * spacing <= parameters.roundingReach else { return nil }
        return Int(exactly: places.rounded())
    }

    /// Decides where the file states a charge.
    private func decide(charge: Int, isotope: Int?, statedMZ: Double, anchorMZ: Double) -> Decision {
        guard let isotope, parameters.envelopes.charges.contains(charge) else { return Decision(finding: .unseen) }
        let stated = finder.envelope(charge: charge, isotope: isotope)
        let best = finder.best(charge: charge)
        if let rival = bestRival(of: charge), replacesCharge(rival),
            isotopePlace(of: anchorMZ, above: statedMZ, charge: rival.charge) != nil,
            rival.score >= parameters.chargeMargin * (best?.score ?? 0)
        {
            return Decision(finding: .chargeCorrected, envelope: rival)
        }
        if let best, best.isotope != isotope, contradicts(best) {
            let margin = best.isotope < isotope ? parameters.higherIsotopeMargin : parameters.isotopeMargin
            if best.score >= margin * max(stated?.score ?? 0, 0) {
                return Decision(finding: .isotopeCorrected, envelope: best)
            }
        }
        guard let stated, finder.isBelievable(stated) else { return Decision(finding: .unseen) }
        return Decision(finding: .confirmed, envelope: stated)
    }

    /// Decides where the file states no charge, or several that are possible.
    private func decide(among stated: [Int], statedMZ: Double, anchorMZ: Double) -> Decision {
        let charges = parameters.envelopes.charges.filter {
            (stated.isEmpty || stated.contains($0)) && isotopePlace(of: anchorMZ, above: statedMZ, charge: $0) != nil
        }
        let readings = charges.compactMap { finder.best(charge: $0) }.filter(finder.isBelievable)
        guard let best = readings.max(by: { $0.score < $1.score }) else { return Decision(finding: .unseen) }
        let possible = readings.filter { $0.score * parameters.undecidedMargin > best.score }
        guard possible.count > 1 else { return Decision(finding: .chargeFound, envelope: best) }
        return Decision(finding: .chargeUndecided, possibleCharges: possible.map(\.charge))
    }

    private func contradicts(_ envelope: IsotopeEnvelope) -> Bool {
        finder.isBelievable(envelope) && envelope.fit >= parameters.contradictingFit
            && envelope.explainedShareOfPeak >= parameters.contradictingPeakShare
    }

    private func replacesCharge(_ envelope: IsotopeEnvelope) -> Bool {
        contradicts(envelope) && envelope.fit >= parameters.chargeFit
            && envelope.matchedIsotopes >= parameters.chargeIsotopes
    }

    private func bestRival(of charge: Int) -> IsotopeEnvelope? {
        var rival: IsotopeEnvelope?
        for other in parameters.envelopes.charges where other != charge {
            guard let envelope = finder.best(charge: other) else { continue }
            if envelope.score > rival?.score ?? 0 { rival = envelope }
        }
        return rival
    }
}
