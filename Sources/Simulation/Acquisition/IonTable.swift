internal import Chemistry
internal import Foundations

/// One charge state of one form of a peptide in one run.
package struct Ion: Sendable {
    /// Position in ``PeptideCatalogue/analytes``.
    package var analyte: Int32
    /// Position in ``Analyte/forms``.
    package var form: Int16
    /// Number of protons.
    package var charge: Int16
    /// Monoisotopic m/z in Th.
    package var mz: Double
    /// When it is strongest, in seconds.
    package var apexSeconds: Double
    /// Ion current at its apex, in ions a second, all isotopes together.
    package var apexIonsPerSecond: Double

    /// Creates an ion from its parts.
    package init(
        analyte: Int32, form: Int16, charge: Int16, mz: Double, apexSeconds: Double, apexIonsPerSecond: Double
    ) {
        self.analyte = analyte
        self.form = form
        self.charge = charge
        self.mz = mz
        self.apexSeconds = apexSeconds
        self.apexIonsPerSecond = apexIonsPerSecond
    }

    /// Neutral monoisotopic mass in Da.
    package var massDaltons: Double { MassToCharge.neutralMass(ofMZ: mz, charge: Int(charge)) }
}

/// All ions of one run, ordered by the time of their apex.
package struct IonTable: Sendable {
    package let ions: [Ion]
    package let profile: ElutionProfile

    /// m/z the instrument records precursors in, in Th.
    package static let mzRange = 350.0...1_600.0

    /// Works out the ions of a run: how much of each peptide its samples hold, the variance between runs, and a small
    /// shift and stretch of the retention times.
    package init(
        of catalogue: PeptideCatalogue, amounts: ProteinAmounts, run: StudyDesign.Run, runIndex: Int,
        profile: ElutionProfile, settings: SimulationSettings, gradientSeconds: Double
    ) {
        let seed = settings.seed
        var loading = RandomStream(seed: seed, .loading, UInt64(runIndex))
        let load = loading.factor(deviationLog2: settings.sample.technicalDeviationLog2)
        let shift = loading.normal(deviation: 0.003 * gradientSeconds)
        let stretch = 1 + loading.normal(deviation: 0.005)
        let samples = run.samples.map { amounts.sampleAmounts[$0] }
        let scale = load * catalogue.ionsPerAmount / (Double(samples.count) * profile.areaSeconds)
        var ions: [Ion] = []
        for (position, analyte) in catalogue.analytes.enumerated() {
            let amount = samples.reduce(0) { $0 + analyte.amount(inSample: $1) }
            let apex = amount * analyte.response * scale
            guard apex >= PeptideCatalogue.faintestApex else { continue }
            let charges = ChargeStates.shares(of: analyte.sequence)
            var technique = RandomStream(seed: seed, .technique, UInt64(runIndex), UInt64(position))
            for (formIndex, form) in analyte.forms.enumerated() {
                for (charge, share) in zip(ChargeStates.range, charges) {
                    let current = apex * form.share * share
                    let mz = MassToCharge.mz(ofNeutralMass: form.massDaltons, charge: charge)
                    guard current >= PeptideCatalogue.faintestApex, Self.mzRange.contains(mz) else { continue }
                    let factor = technique.factor(deviationLog2: settings.sample.technicalDeviationLog2)
                    let time = form.apexSeconds * stretch + shift
                    ions.append(
                        Ion(
                            analyte: Int32(position), form: Int16(formIndex), charge: Int16(charge), mz: mz,
                            apexSeconds: min(max(time, 0), gradientSeconds), apexIonsPerSecond: current * factor))
                }
            }
        }
        self.init(ions, profile: profile)
    }

    /// Puts ions in order. Equal times are settled by the position in the catalogue, form and charge.
    package init(_ ions: [Ion], profile: ElutionProfile) {
        self.ions = ions.sorted {
            ($0.apexSeconds, $0.analyte, $0.form, $0.charge) < ($1.apexSeconds, $1.analyte, $1.form, $1.charge)
        }
        self.profile = profile
    }

    /// Positions of the ions whose peak may reach a time, in order.
    package func candidates(atSeconds time: Double) -> Range<Int> {
        firstIndex(from: time - profile.lagSeconds)..<firstIndex(from: time + profile.leadSeconds)
    }

    /// Ion current of an ion at a time, in ions a second, all isotopes together.
    package func ionsPerSecond(_ index: Int, atSeconds time: Double) -> Double {
        let ion = ions[index]
        return ion.apexIonsPerSecond * profile.height(secondsFromApex: time - ion.apexSeconds)
    }

    /// The first ion whose apex is not before a time.
    private func firstIndex(from time: Double) -> Int {
        var (low, high) = (0, ions.count)
        while low < high {
            let middle = (low + high) / 2
            if ions[middle].apexSeconds < time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
