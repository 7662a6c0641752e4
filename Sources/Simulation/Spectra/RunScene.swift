internal import SpectrumIO

/// All that is known about one run while its spectra are made; shared by the workers and never changed.
package struct RunScene: Sendable {
    package let settings: SimulationSettings
    package let run: StudyDesign.Run
    let runIndex: Int
    let tags: IsobaricTags?
    package let catalogue: PeptideCatalogue
    package let amounts: ProteinAmounts
    package let ions: IonTable
    package let plan: AcquisitionPlan
    package let massError: MassError
    package let patterns: IsotopePatterns
    /// Accessions of the proteins of the FASTA, by position.
    let accessions: [String]
    /// How the spectra are written.
    let format: RunFormat

    /// Whether spectra are sampled signal instead of centroids.
    var isProfile: Bool { format.isProfile }

    /// Random numbers of one spectrum of the run.
    func stream(forSpectrum spectrum: Int) -> RandomStream {
        RandomStream(seed: settings.seed, .spectrum, UInt64(runIndex), UInt64(spectrum))
    }

    /// Native identifier of a spectrum, counted from 0, as it reads back from the file: in the form Thermo instruments use
    /// (MS:1000768), or the scan number alone in mzXML, which has nothing else.
    func nativeID(_ spectrum: Int) -> String {
        switch format.format {
        case .mzXML: "scan=\(spectrum + 1)"
        case .mzML, .mgf: "controllerType=0 controllerNumber=1 scan=\(spectrum + 1)"
        }
    }
}
