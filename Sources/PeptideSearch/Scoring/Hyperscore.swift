import Glibc

/// The hyperscore: how many fragments of both series match, and how intense they are.
///
/// `H = ln(n_b!) + ln(n_y!) + ln((ΣI_b + 1)(ΣI_y + 1))`, where `n` counts the matched fragments of a series and `ΣI` sums
/// the intensities of their peaks, with the base peak of the spectrum at 100. The factorials are exact (ln Γ).
///
/// > Source: Fenyö and Beavis, Analytical Chemistry 2003, doi:10.1021/ac0258709, in the logarithmic form of Lazear,
/// > Journal of Proteome Research 2023, doi:10.1021/acs.jproteome.3c00486. Sage's code counts ln(0!) as 1 and adds half a
/// > logarithm to each factorial; this form does neither.
public struct Hyperscore: Sendable {
    private let logFactorials: [Double]

    /// Prepares the factorials of 0 to 1,023: one end has at most three series, of ``SearchParameters/peakLimit`` fragments each.
    public init() {
        logFactorials = (0..<1_024).map { lgamma(Double($0) + 1) }
    }

    /// The score of a candidate.
    ///
    /// - Parameters:
    ///   - prefixCount: matched fragments of the N-terminal series together, at most 1,023.
    ///   - suffixCount: matched fragments of the C-terminal series together, at most 1,023.
    ///   - prefixIntensity: summed intensity of the N-terminal series' peaks, base peak 100.
    ///   - suffixIntensity: summed intensity of the C-terminal series' peaks, base peak 100.
    public func score(
        prefixCount: Int, suffixCount: Int, prefixIntensity: Double, suffixIntensity: Double
    ) -> Double {
        logFactorials[prefixCount] + logFactorials[suffixCount] + log((prefixIntensity + 1) * (suffixIntensity + 1))
    }
}
