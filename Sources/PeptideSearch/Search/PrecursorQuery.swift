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

    /// Every reading of a spectrum's precursors that the parameters allow, in a fixed order: by precursor, charge, m/z, and
    /// isotope error with the smallest first.
    ///
    /// Where survey spectra moved a precursor, that is one reading of it and the m/z that the file states another, as far
    /// as other masses fit that: of ions isolated together the strongest need not be the one the instrument chose.
    package static func all(for entry: FragmentSpectrumStore.Entry, parameters: SearchParameters) -> [PrecursorQuery] {
        var queries: [PrecursorQuery] = []
        for precursor in entry.precursors {
            guard let mz = precursor.mz else { continue }
            let measured = precursor.measuredMZ ?? mz
            for charge in charges(of: precursor, parameters: parameters) {
                let refined = readings(of: mz, measuredMZ: measured, charge: charge, parameters: parameters)
                queries += refined
                guard measured != mz else { continue }
                queries += readings(of: measured, measuredMZ: measured, charge: charge, parameters: parameters)
                    .compactMap { $0.without(refined) }
            }
        }
        return queries
    }

    /// The readings of one m/z at one charge.
    private static func readings(
        of mz: Double, measuredMZ: Double, charge: Int, parameters: SearchParameters
    ) -> [PrecursorQuery] {
        let measured = MassToCharge.neutralMass(ofMZ: mz, charge: charge)
        return parameters.isotopeErrors.sorted { (abs($0), $0) < (abs($1), $1) }.compactMap { isotopeError in
            let neutral = measured - Double(isotopeError) * ParticleMass.carbon13Shift
            guard neutral > 0 else { return nil }
            return PrecursorQuery(
                mz: mz, measuredMZ: measuredMZ, charge: charge, isotopeError: isotopeError, neutralMass: neutral,
                window: parameters.precursorTolerance.calculatedWindow(forObserved: neutral))
        }
    }

    /// The reading with what is left of its window after others; `nil` where that is nothing.
    private func without(_ others: [PrecursorQuery]) -> PrecursorQuery? {
        var rest = self
        // All windows are about equally wide, so that none lies inside of another.
        for other in others where rest.window.overlaps(other.window) {
            let (low, high) = (rest.window.lowerBound, rest.window.upperBound)
            if other.window.lowerBound <= low {
                guard other.window.upperBound < high else { return nil }
                rest.window = other.window.upperBound.nextUp...high
            } else {
                rest.window = low...other.window.lowerBound.nextDown
            }
        }
        return rest
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
