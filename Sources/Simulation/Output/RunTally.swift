/// What a simulated run holds, counted from its truth.
public struct RunTally: Sendable, Hashable, Codable {
    /// Survey spectra.
    public var surveySpectra = 0
    /// Fragment spectra.
    public var fragmentSpectra = 0
    /// Fragment spectra of a peptide of the FASTA.
    public var ofDatabase = 0
    /// Fragment spectra of a peptide in no protein of the FASTA.
    public var ofForeign = 0
    /// Fragment spectra of no peptide.
    public var ofNoise = 0
    /// Fragment spectra with a second ion that is at least ``coIsolatedShare`` of what was isolated.
    public var coIsolated = 0
    /// Fragment spectra whose stated precursor is not the monoisotopic peak.
    public var wrongIsotope = 0
    /// Fragment spectra without a stated charge.
    public var missingCharge = 0

    /// From which share of the isolated ions on a second one counts.
    public static let coIsolatedShare = 0.2

    /// Nothing counted yet.
    public init() {}

    /// Counts a fragment spectrum by its components.
    mutating func count(_ components: [SpectrumComponent]) {
        guard let first = components.first else { return }
        fragmentSpectra += 1
        switch first.origin {
        case .database: ofDatabase += 1
        case .foreign: ofForeign += 1
        case .noise: ofNoise += 1
        }
        if components.dropFirst().contains(where: { $0.share >= Self.coIsolatedShare }) { coIsolated += 1 }
        if first.isotopeOffset != 0 { wrongIsotope += 1 }
        if first.statedCharge == nil { missingCharge += 1 }
    }

    /// Both together.
    public static func + (left: RunTally, right: RunTally) -> RunTally {
        var sum = left
        sum.surveySpectra += right.surveySpectra
        sum.fragmentSpectra += right.fragmentSpectra
        sum.ofDatabase += right.ofDatabase
        sum.ofForeign += right.ofForeign
        sum.ofNoise += right.ofNoise
        sum.coIsolated += right.coIsolated
        sum.wrongIsotope += right.wrongIsotope
        sum.missingCharge += right.missingCharge
        return sum
    }
}
