internal import Chemistry
internal import Foundations
internal import Glibc
internal import ProteinDatabase

/// Every peptide of the samples that an instrument could see, with its forms.
package struct PeptideCatalogue: Sendable {
    /// In the order of the proteins they were first cut from.
    package let analytes: [Analyte]
    /// Ion current in ions that one unit of amount gives over its whole peak.
    package let ionsPerAmount: Double

    /// An ion whose apex stays below this many ions a second in every run is left out: it would not rise above the noise
    /// of a survey spectrum, and there are millions of them.
    package static let faintestApex = 2e3

    private static let rules = DigestionRules(missedCleavages: 2, lengths: 6...45)
    /// Standard deviation of the logarithm of a peptide's response. Peptides of one protein differ by two decades.
    private static let responseDeviation = 1.3

    /// Digests the proteins.
    package init(
        _ proteins: SampleProteins, retention: RetentionModel, profile: ElutionProfile, settings: SimulationSettings,
        modifications: [ModificationOccupancy]
    ) {
        let builder = Builder(
            retention: retention, areaSeconds: profile.areaSeconds, settings: settings,
            states: ModificationStates(modifications), digester: Digester(rules: Self.rules))
        let ionsPerAmount = builder.ionsPerAmount(proteins)
        self.ionsPerAmount = ionsPerAmount
        analytes = builder.located(builder.analytes(proteins, ionsPerAmount: ionsPerAmount), in: proteins)
    }

    /// The steps of making a catalogue.
    private struct Builder {
        let retention: RetentionModel
        let areaSeconds: Double
        let settings: SimulationSettings
        let states: ModificationStates
        let digester: Digester

        /// Scales amounts so that all peptides together give the mean ion current. A protein gives about one peptide for
        /// each site, of average response.
        func ionsPerAmount(_ proteins: SampleProteins) -> Double {
            var sum = 0.0
            for (position, residues) in proteins.residues.enumerated() {
                let sites = residues.count { $0 == UInt8(ascii: "K") || $0 == UInt8(ascii: "R") }
                sum += proteins.amounts.mean(position) * Double(sites + 1)
            }
            return sum > 0 ? settings.instrument.ionsPerSecond * retention.gradientSeconds / sum : 0
        }

        /// The peptides whose amount is worth keeping, each sequence once.
        func analytes(_ proteins: SampleProteins, ionsPerAmount: Double) -> [Analyte] {
            var positions: [[UInt8]: Int] = [:]
            var analytes: [Analyte] = []
            for (protein, residues) in proteins.residues.enumerated() {
                let ions = proteins.amounts.largest(protein) * ionsPerAmount
                guard ions > 0 else { continue }
                digester.forEachPeptide(of: residues) { span in
                    let sequence = Array(residues[span.residues])
                    let yield = self.yield(of: span, in: residues)
                    let hash = StableHash.combine(settings.seed, StableHash.hash(sequence))
                    let response = Self.response(of: hash)
                    guard ions * yield * response / areaSeconds >= faintestApex else { return }
                    let source = Analyte.Source(protein: protein, yield: yield)
                    if let position = positions[sequence] {
                        analytes[position].sources.append(source)
                        return
                    }
                    let forms = self.forms(of: sequence, span: span, hash: hash)
                    guard !forms.isEmpty else { return }
                    positions[sequence] = analytes.count
                    analytes.append(
                        Analyte(
                            sequence: sequence, isForeign: protein >= proteins.databaseCount, sources: [source],
                            response: response, forms: forms))
                }
            }
            return analytes
        }

        /// Share of a protein's molecules that is cut at both ends of a stretch and not inside it.
        private func yield(of span: PeptideSpan, in residues: [UInt8]) -> Double {
            let missed = settings.sample.missedCleavageProbability
            var yield = pow(missed, Double(span.missedCleavages))
            if !span.isProteinNTerminal { yield *= 1 - missed }
            if span.residues.upperBound < residues.count { yield *= 1 - missed }
            // Half of the molecules have lost their first methionine.
            if span.isProteinNTerminal && residues[0] == UInt8(ascii: "M") { yield *= 0.5 }
            return yield
        }

        /// Log-normal with mean 1, decided by the sequence.
        private static func response(of hash: UInt64) -> Double {
            var stream = RandomStream(seed: hash, .peptide)
            return exp(stream.normal(deviation: responseDeviation) - responseDeviation * responseDeviation / 2)
        }

        /// Forms of a peptide; none where a residue has no mass.
        private func forms(of sequence: [UInt8], span: PeptideSpan, hash: UInt64) -> [Analyte.Form] {
            guard let bare = ResidueMasses.unmodified.peptideMass(of: sequence) else { return [] }
            let hydrophobicity = RetentionModel.hydrophobicity(of: sequence)
            let all = states.states(
                of: sequence, beginsProtein: span.isProteinNTerminal, endsProtein: span.isProteinCTerminal)
            return all.map { state in
                let shift = state.modifications.reduce(0) { $0 + RetentionModel.shift(of: $1.definition) }
                return Analyte.Form(
                    modifications: state.modifications, share: state.share,
                    massDaltons: state.modifications.reduce(bare) { $0 + $1.massDaltons },
                    apexSeconds: retention.apexSeconds(
                        hydrophobicity: hydrophobicity + shift, sequenceHash: hash))
            }
        }

        /// Finds every protein of the FASTA that holds each peptide, I and L being one, whatever is in the samples.
        /// Foreign peptides that turn out to be in one are dropped.
        func located(_ analytes: [Analyte], in proteins: SampleProteins) -> [Analyte] {
            var positions: [[UInt8]: [Int]] = [:]
            for (position, analyte) in analytes.enumerated() {
                positions[Self.comparable(analyte.sequence), default: []].append(position)
            }
            var analytes = analytes
            for (protein, residues) in proteins.residues[..<proteins.databaseCount].enumerated() {
                let comparable = Self.comparable(residues)
                digester.forEachPeptide(of: residues) { span in
                    for position in positions[Array(comparable[span.residues])] ?? []
                    where analytes[position].proteins.last != protein {
                        analytes[position].proteins.append(protein)
                    }
                }
            }
            return analytes.filter { !$0.isForeign || $0.proteins.isEmpty }
        }

        private static func comparable(_ sequence: [UInt8]) -> [UInt8] {
            sequence.map { $0 == UInt8(ascii: "I") ? UInt8(ascii: "L") : $0 }
        }
    }
}
