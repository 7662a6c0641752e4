internal import Chemistry
internal import Glibc

/// Collects the ions one precursor breaks into.
struct FragmentCollection {
    private let peptidoform: Peptidoform
    private let precursorCharge: Int
    private let masses: FragmentMasses
    /// Losses that modified residues show, with the place of the residue.
    private let modificationLosses: [(index: Int, loss: Loss)]
    private let basic: ResidueCount
    private let losingWater: ResidueCount
    private let losingAmmonia: ResidueCount
    private var ions: [FragmentIon] = []

    /// m/z range fragment spectra cover, in Th.
    private static let mzRange = 110.0...2_000.0

    init(peptidoform: Peptidoform, precursorCharge: Int) {
        self.peptidoform = peptidoform
        self.precursorCharge = precursorCharge
        masses = FragmentMasses(peptidoform)
        basic = ResidueCount(of: "KRH", in: peptidoform.sequence)
        losingWater = ResidueCount(of: "STED", in: peptidoform.sequence)
        losingAmmonia = ResidueCount(of: "RKNQ", in: peptidoform.sequence)
        modificationLosses = peptidoform.modifications.flatMap { modification -> [(index: Int, loss: Loss)] in
            guard case .residue(let index) = modification.location else { return [] }
            return modification.definition.neutralLosses(fromResidue: peptidoform.sequence[index]).map {
                (index, Loss(massDaltons: $0.massDaltons, share: Self.share(ofLoss: $0)))
            }
        }
        ions.reserveCapacity(8 * peptidoform.sequence.count)
    }

    /// The ions, with shares that add up to 1.
    func normalised() -> [FragmentIon] {
        let sum = ions.reduce(0) { $0 + $1.share }
        guard sum > 0 else { return [] }
        return ions.map { ion in
            var ion = ion
            ion.share /= sum
            return ion
        }
    }

    // MARK: Backbone

    /// Adds b and y ions, and what comes from them, of the bond behind `bond` residues.
    mutating func addBackbone(bond: Int, weight: Double) {
        let length = peptidoform.sequence.count
        // The end with more basic residues keeps the proton; beam-type collisions break b ions further.
        let advantage = Double(basic.count(in: bond..<length) - basic.count(in: 0..<bond))
        let shareOfY = precursorCharge == 1 && advantage == 0 ? 0.5 : 1 / (1 + exp(-(0.5 + 0.6 * advantage)))
        add(.y, ordinal: length - bond, weight: weight * shareOfY)
        // b1 has no neighbour to form an oxazolone with and is not seen.
        if bond > 1 { add(.b, ordinal: bond, weight: weight * (1 - shareOfY)) }
    }

    private mutating func add(_ series: FragmentSeries, ordinal: Int, weight: Double) {
        let length = peptidoform.sequence.count
        let residues = series.isNTerminal ? 0..<ordinal : (length - ordinal)..<length
        let neutral = masses.neutralMass(series: series, ordinal: ordinal)
        for (charge, share) in chargeShares(of: residues) {
            var rest = weight * share
            for loss in losses(from: residues) {
                // What is lost already cannot lose again, so that some of every fragment stays whole.
                let lost = rest * loss.share
                addIon(neutral - loss.massDaltons, charge: charge, share: lost)
                rest -= lost
            }
            if series == .b {
                let share = ordinal == 2 ? 0.35 : 0.08
                addIon(masses.neutralMass(series: .a, ordinal: ordinal), charge: charge, share: rest * share)
                rest *= 1 - share
            }
            addIon(neutral, charge: charge, share: rest, isBackbone: true)
        }
    }

    /// How the protons of the precursor are shared out: a second one goes to fragments that are long and basic.
    private func chargeShares(of residues: Range<Int>) -> [(charge: Int, share: Double)] {
        guard precursorCharge > 1 else { return [(1, 1)] }
        let fraction = Double(residues.count) / Double(peptidoform.sequence.count)
        let basicResidues = Double(basic.count(in: residues))
        let tendency = 6 * (fraction - 0.8) + 1.2 * (basicResidues - 1) + 1.5 * Double(precursorCharge - 3)
        let double = residues.count < 4 ? 0 : 1 / (1 + exp(-tendency))
        return [(1, 1 - double), (2, double)].filter { $0.1 > 0.01 }
    }

    // MARK: Losses

    private struct Loss {
        var massDaltons: Double
        var share: Double
    }

    /// What a fragment loses: water and ammonia from residues that have them to lose, and what its modifications lose.
    private func losses(from residues: Range<Int>) -> [Loss] {
        var losses: [Loss] = []
        if losingWater.count(in: residues) > 0 { losses.append(Loss(massDaltons: ParticleMass.water, share: 0.07)) }
        if losingAmmonia.count(in: residues) > 0 { losses.append(Loss(massDaltons: ParticleMass.ammonia, share: 0.05)) }
        for (index, loss) in modificationLosses where residues.contains(index) { losses.append(loss) }
        return losses
    }

    /// Phosphoric acid leaves serine and threonine more often than not; other losses are rarer.
    private static func share(ofLoss loss: NeutralLoss) -> Double { loss.massDaltons > 90 ? 0.6 : 0.25 }

    // MARK: Other ions

    /// Adds what is left of the precursor, whole and without water or ammonia.
    mutating func addUnbroken(weight: Double) {
        let whole = 0..<peptidoform.sequence.count
        var rest = weight
        for loss in losses(from: whole) {
            let lost = rest * 0.8 * loss.share
            addIon(peptidoform.massDaltons - loss.massDaltons, charge: precursorCharge, share: lost)
            rest -= lost
        }
        addIon(peptidoform.massDaltons, charge: precursorCharge, share: rest)
    }

    private static let tellingResidues = ResidueSet([.histidine, .phenylalanine, .tyrosine, .tryptophan])

    /// Adds ions of single residues that tell what a peptide is made of.
    mutating func addImmoniumIons(weight: Double) {
        let telling = peptidoform.sequence.filter(Self.tellingResidues.contains)
        for letter in telling {
            // A residue without CO, charged.
            let mass = ResidueMasses.unmodified[letter] + FragmentSeries.a.massBeyondResidues
            addIon(mass, charge: 1, share: weight / Double(telling.count))
        }
    }

    private mutating func addIon(_ neutral: Double, charge: Int, share: Double, isBackbone: Bool = false) {
        let mz = MassToCharge.mz(ofNeutralMass: neutral, charge: charge)
        guard share > 1e-5, Self.mzRange.contains(mz) else { return }
        ions.append(
            FragmentIon(
                mz: mz, charge: charge, share: share, massShare: min(neutral / peptidoform.massDaltons, 1),
                isBackbone: isBackbone))
    }
}
