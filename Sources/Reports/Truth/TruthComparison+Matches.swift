import Chemistry
import Confidence
import PeptideSearch
import ProteinDatabase
import Simulation

extension TruthComparison {
    /// The tallies of matches, for each kind of spectrum.
    static func matchTallies(
        _ identifications: Identifications, runs: [PSMReport.RunEvidence], known: KnownSpectra
    ) throws(TruthComparisonError) -> [TruthTally] {
        let verdicts = try verdicts(identifications, runs: runs, known: known)
        return SpectrumKind.allCases.map { kind in
            var tally = TruthTally(level: .psm, kind: kind, spectra: 0)
            for (run, spectra) in known.spectra.enumerated() {
                for (position, spectrum) in spectra where kind.holds(spectrum.selected, spectrum.others) {
                    tally.add(spectrum, verdicts[run][position])
                }
            }
            return tally
        }
    }

    /// What is to be said of the accepted match of a spectrum.
    fileprivate enum Verdict {
        case right
        /// The sequence is in the spectrum, with other modifications.
        case otherForm
        case otherSequence
    }

    /// Verdicts by run and position of the spectrum in its file.
    private static func verdicts(
        _ identifications: Identifications, runs: [PSMReport.RunEvidence], known: KnownSpectra
    ) throws(TruthComparisonError) -> [[Int: Verdict]] {
        var verdicts = [[Int: Verdict]](repeating: [:], count: runs.count)
        for psm in identifications.psms
        where isAccepted(isDecoy: psm.isDecoy, qValue: psm.qValue, by: identifications) {
            let matches = runs[psm.run].matches
            let match: SpectrumMatch
            do throws(UnknownMatchError) {
                match = try runs[psm.run].match(of: psm)
            } catch {
                throw .unknownMatch(error)
            }
            guard let spectrum = known.spectra[psm.run][match.spectrumIndex] else {
                throw .unknownSpectra(run: matches.run, count: 1, first: "index=\(match.spectrumIndex)")
            }
            verdicts[psm.run][match.spectrumIndex] = verdict(on: matches.peptides[match.peptide], about: spectrum)
        }
        return verdicts
    }

    private static func verdict(on peptide: MatchedPeptide, about spectrum: KnownSpectra.Spectrum) -> Verdict {
        let sequence = ResidueIdentity.normalised(peptide.sequence)
        let same = spectrum.identifiable.filter { ResidueIdentity.normalised($0.sequence) == sequence }
        if same.isEmpty { return .otherSequence }
        let isRight = same.contains { component in
            let mass = MassToCharge.neutralMass(ofMZ: component.monoisotopicMZ, charge: component.charge)
            return abs(peptide.massDaltons - mass) <= massTolerance
        }
        return isRight ? .right : .otherForm
    }
}

extension TruthTally {
    /// Counts a spectrum; the verdict is `nil` where it has no accepted match.
    fileprivate mutating func add(_ spectrum: KnownSpectra.Spectrum, _ verdict: TruthComparison.Verdict?) {
        spectra = (spectra ?? 0) + 1
        let isIdentifiable = spectrum.selected.origin == .database
        if isIdentifiable { identifiable += 1 }
        switch verdict {
        case .right: right += 1
        case .otherForm: (wrong, wrongForm) = (wrong + 1, wrongForm + 1)
        case .otherSequence: wrong += 1
        case nil: break
        }
        if isIdentifiable, verdict != .right { missed += 1 }
    }
}

extension ResidueIdentity {
    /// A sequence in which residues that no spectrum tells apart have one letter.
    static func normalised(_ sequence: String) -> String {
        String(decoding: sequence.utf8.map { normalised($0) }, as: UTF8.self)
    }
}
