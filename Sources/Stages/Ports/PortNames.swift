import Workflow

extension PortName {
    /// Picked fragment spectra of a run, ordered by precursor mass.
    static let ms2Peaks = PortName("ms2-peaks")
    /// Centroided survey peaks of a run.
    static let ms1Peaks = PortName("ms1-peaks")
    /// Account of every spectrum of a run: metadata and why it was set aside.
    static let spectrumTable = PortName("spectrum-table")
    /// Best candidates of every searched spectrum with their features and matched ions.
    static let matches = PortName("matches")
    /// The same, of a search that has entrapments among the candidates.
    static let entrapmentMatches = PortName("entrapment-matches")
    /// How far the error rates hold, by entrapments.
    static let entrapment = PortName("entrapment")
    /// What was identified over all runs, with error rates.
    static let identifications = PortName("identifications")
}
