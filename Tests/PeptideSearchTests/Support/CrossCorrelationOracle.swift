import Chemistry
import PeptideSearch

/// The cross-correlation by its definition: the spectrum in bins, and the mean of 75 bins on either side taken off each.
///
/// - Parameters:
///   - peaks: the peaks that take part, by m/z.
///   - fragments: m/z of the candidate's fragments.
func crossCorrelation(
    _ peaks: [(mz: Double, intensity: Double)], _ fragments: [Double], _ parameters: SearchParameters
) -> Double {
    let isCoarse = parameters.fragmentTolerance.halfWidth(at: 500) >= 0.1
    func bin(_ mz: Double) -> Int { isCoarse ? Int(mz / 1.0005079 + 0.6) : Int(mz / 0.02 + 1) }
    let heaviest = parameters.peptideMassesDaltons.upperBound + 500
    let peaks = peaks.filter { $0.mz <= heaviest }
    guard let last = peaks.last?.mz else { return 0 }
    let highest = peaks.map(\.intensity).max() ?? 0
    func stretch(_ mz: Double) -> Int { min(9, Int(mz * (10 / max(1, last)))) }
    var spectrum = [Double](repeating: 0, count: bin(heaviest) + 80)
    for peak in peaks where peak.intensity.squareRoot() >= 0.05 * highest.squareRoot() {
        let base = peaks.filter { stretch($0.mz) == stretch(peak.mz) }.map(\.intensity).max() ?? 0
        let value = 50 * (peak.intensity / base).squareRoot()
        spectrum[bin(peak.mz)] = max(spectrum[bin(peak.mz)], value)
    }
    let bins = Set(fragments.filter { $0 > 0 && $0 <= heaviest }.map(bin))
    return bins.sorted().reduce(0) { sum, bin in
        let neighbours = (max(0, bin - 75)...bin + 75).reduce(-spectrum[bin]) { $0 + spectrum[$1] }
        return sum + 0.005 * (spectrum[bin] - neighbours / 150)
    }
}
