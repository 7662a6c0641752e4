import Chemistry
import PeptideSearch
import ProteinDatabase
import SpectrumModel
import TestSupport

/// Random spectra: fragments of a candidate with errors and gaps, noise, and what instruments and converters do wrong.
struct RandomSpectra {
    var table: PeptideTable
    var parameters: SearchParameters
    /// What the spectra are said to be made by, in turn.
    var activations: [[DissociationMethod]]
    var generator: SplitMix64

    init(
        table: PeptideTable, parameters: SearchParameters, activations: [[DissociationMethod]] = [], seed: UInt64
    ) {
        self.table = table
        self.parameters = parameters
        self.activations = activations
        generator = SplitMix64(seed: seed)
    }

    /// So many spectra in file order.
    mutating func make(_ count: Int) throws -> [Spectrum] { try (0..<count).map { try make(index: $0) } }

    private mutating func make(index: Int) throws -> Spectrum {
        let row = generator.integer(0..<table.count)
        let labels = table.labels(ofRow: row)
        let label: CandidateLabel =
            labels.target && labels.decoy
            ? (generator.happens(withProbability: 0.5) ? .target : .decoy) : (labels.target ? .target : .decoy)
        let form = try Peptidoform(
            sequence: table.sequence(ofRow: row, label: label),
            modifications: table.modifications(ofRow: row, label: label))
        let charge = generator.integer(1..<5)
        var precursors = [precursor(form, charge: charge)]
        if generator.happens(withProbability: 0.1) {
            let other = table.masses[generator.integer(0..<table.count)]
            precursors.append(Precursor(mz: MassToCharge.mz(ofNeutralMass: other, charge: 2), charge: 2))
        }
        let methods = activations.isEmpty ? [] : activations[index % activations.count]
        for place in precursors.indices { precursors[place].activation = Activation(methods: methods) }
        var peaks = fragments(of: form, charge: charge, methods) + noise()
        if generator.happens(withProbability: 0.2) { peaks += peaks.prefix(20).map { ($0.mz, $0.intensity * 0.5) } }
        if generator.happens(withProbability: 0.2) {
            peaks += [(300, 0), (301, .nan), (302, -4), (1e9, 5e6), (1e15, 1)]
        }
        return spectrum(index, precursors: precursors, peaks: peaks)
    }

    private mutating func precursor(_ form: Peptidoform, charge: Int) -> Precursor {
        let isotopes = generator.happens(withProbability: 0.3) ? Double(generator.integer(-1..<4)) : 0
        let error = 1 + generator.uniform(-12...12) * 1e-6
        let mz = MassToCharge.mz(ofNeutralMass: (form.massDaltons + isotopes * 1.00335483507) * error, charge: charge)
        switch generator.integer(0..<10) {
        case 0, 1: return Precursor(mz: mz)
        case 2: return Precursor(mz: mz, possibleCharges: [charge, charge + 1])
        default: return Precursor(mz: mz, charge: charge)
        }
    }

    /// Some of the candidate's fragments, most within tolerance, intensities from few steps so that they are often equal.
    private mutating func fragments(
        of form: Peptidoform, charge: Int, _ methods: [DissociationMethod]
    ) -> [(mz: Double, intensity: Double)] {
        let kept = generator.uniform(0...1)
        var peaks: [(mz: Double, intensity: Double)] = []
        let series = parameters.fragmentSeries.series(for: methods).sorted { $0.rawValue < $1.rawValue }
        let charges = 1...max(1, min(3, charge - 1))
        let hasLosses = !activations.isEmpty
        for fragment in theoreticalFragments(of: form, series: series, charges: charges, neutralLosses: hasLosses)
        where fragment.mz > 0 && generator.happens(withProbability: kept) {
            let width = parameters.fragmentTolerance.halfWidth(at: fragment.mz)
            peaks.append((fragment.mz + width * generator.uniform(-1.3...1.3), Double(generator.integer(1..<8)) * 1000))
        }
        return peaks
    }

    private mutating func noise() -> [(mz: Double, intensity: Double)] {
        let counts = [0, 1, 20, 120, 400]
        return (0..<counts[generator.integer(0..<counts.count)]).map { _ in
            (generator.uniform(60...1600), Double(generator.integer(1..<6)) * 500)
        }
    }
}
