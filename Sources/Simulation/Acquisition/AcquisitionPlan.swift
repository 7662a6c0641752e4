/// What the instrument does in one run: survey spectra, and after each the fragment spectra of the ions it chose.
package struct AcquisitionPlan: Sendable {
    /// What a fragment spectrum was triggered by.
    package enum Trigger: Sendable, Hashable {
        /// An ion, as its position in the ``IonTable``.
        case ion(Int)
        /// Something that is no peptide, at an m/z in Th and with a charge the instrument believed to see.
        case noise(mz: Double, charge: Int)
    }

    /// One fragment spectrum to be recorded.
    package struct Event: Sendable, Hashable {
        package var trigger: Trigger
        /// Start of the scan in seconds.
        package var startSeconds: Double
        /// Isotope peaks that the stated precursor lies above the monoisotopic one.
        package var isotopeOffset: Int
        /// Whether the charge is stated.
        package var statesCharge: Bool
    }

    /// A survey spectrum and the fragment spectra after it.
    package struct Cycle: Sendable, Hashable {
        /// Position of the survey spectrum among all spectra of the run, from 0; the fragment spectra follow.
        package var firstSpectrum: Int
        /// Start of the survey scan in seconds.
        package var startSeconds: Double
        package var events: [Event]
    }

    package let cycles: [Cycle]

    /// Number of fragment spectra.
    package var fragmentSpectra: Int { cycles.reduce(0) { $0 + $1.events.count } }

    /// Number of all spectra.
    package var spectra: Int { cycles.count + fragmentSpectra }
}
