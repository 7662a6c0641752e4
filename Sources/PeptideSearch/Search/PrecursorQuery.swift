import Chemistry
package import PeakPicking
import ProteinDatabase
import SpectrumModel

/// One way to read the precursor of a spectrum: a charge and a number of heavy isotopes, and the masses that fit.
package struct PrecursorQuery: Sendable {
    /// Precursor m/z the masses are worked out from, in Th.
    package var mz: Double
    /// Precursor m/z the file states, in Th: another one where it was refined.
    package var measuredMZ: Double
    /// Assumed charge.
    package var charge: Int
    /// Assumed heavy isotopes.
    package var isotopeError: Int
    /// Monoisotopic neutral mass under these assumptions, in Da.
    package var neutralMass: Double
    /// Calculated masses within tolerance, in Da.
    package var window: ClosedRange<Double>

    /// Every reading of a spectrum's precursors that the parameters allow, in a fixed order: by precursor, charge, and
    /// isotope error with the smallest first.
    package static func all(for entry: FragmentSpectrumStore.Entry, parameters: SearchParameters) -> [PrecursorQuery] {
        var queries: [PrecursorQuery] = []
        let isotopeErrors = parameters.isotopeErrors.sorted { (abs($0), $0) < (abs($1), $1) }
        for precursor in entry.precursors {
            guard let mz = precursor.mz else { continue }
            for charge in charges(of: precursor, parameters: parameters) {
                let measured = MassToCharge.neutralMass(ofMZ: mz, charge: charge)
                for isotopeError in isotopeErrors {
                    let neutral = measured - Double(isotopeError) * ParticleMass.carbon13Shift
                    guard neutral > 0 else { continue }
                    queries.append(
                        PrecursorQuery(
                            mz: mz, measuredMZ: precursor.measuredMZ ?? mz, charge: charge, isotopeError: isotopeError,
                            neutralMass: neutral,
                            window: parameters.precursorTolerance.calculatedWindow(forObserved: neutral)))
                }
            }
        }
        return queries
    }

    /// Level of ``CandidateSample`` for a spectrum with these readings: by the width of their windows as far as there are
    /// candidates, whatever masses a damaged file states.
    static func sampleLevel(of queries: [PrecursorQuery], parameters: SearchParameters) -> Int {
        let masses = parameters.peptideMassesDaltons
        let width = queries.reduce(0) { sum, query in
            let inside = query.window.clamped(to: masses)
            return sum + (inside.upperBound - inside.lowerBound)
        }
        return CandidateSample.level(forWidthDaltons: width)
    }

    private static func charges(of precursor: Precursor, parameters: SearchParameters) -> [Int] {
        if let charge = precursor.charge { return [charge] }
        return precursor.possibleCharges.isEmpty ? Array(parameters.charges) : precursor.possibleCharges
    }
}
