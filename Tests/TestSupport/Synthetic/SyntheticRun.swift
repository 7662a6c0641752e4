public import SpectrumModel

/// A small run of centroided spectra whose peptides are known.
///
/// Peptides of the given proteins elute one after the other, the greasier ones later. Survey spectra show their isotope
/// patterns, fragment spectra their b and y ions with some missing, noise, and m/z errors of a few ppm. A share of the
/// fragment spectra comes from peptides that are in no protein. The same seed gives the same run. No model of the
/// product is used, so what a search finds here is judged by an independent truth; how *well* it would do on real
/// spectra cannot be told from it.
public struct SyntheticRun: Sendable {
    /// Survey and fragment spectra in order of acquisition.
    public var spectra: [Spectrum]
    /// What each fragment spectrum was made from, in the order of the fragment spectra.
    public var truth: [SyntheticTruth]

    /// Makes a run.
    ///
    /// - Parameters:
    ///   - proteins: Proteins to cut with trypsin.
    ///   - settings: Size and quality of the run.
    ///   - seed: The same seed gives the same run.
    public init(proteins: [SyntheticProtein], settings: SyntheticRunSettings = SyntheticRunSettings(), seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let ions = SyntheticIon.choose(from: proteins, settings: settings, using: &generator)
        let instrument = SyntheticInstrument(settings: settings)
        spectra = []
        truth = []
        var next = 0
        while next < ions.count {
            let cycle = next..<min(next + settings.fragmentSpectraPerCycle, ions.count)
            let survey = instrument.survey(index: spectra.count, cycle: cycle, of: ions, using: &generator)
            spectra.append(survey)
            for position in cycle {
                let spectrum = instrument.fragments(
                    index: spectra.count, of: ions[position], survey: survey.nativeID, using: &generator)
                spectra.append(spectrum)
                truth.append(SyntheticTruth(spectrum: spectrum, ion: ions[position]))
            }
            next = cycle.upperBound
        }
    }
}

/// What a fragment spectrum of a synthetic run was made from.
public struct SyntheticTruth: Sendable, Hashable {
    /// Native identifier of the spectrum.
    public var nativeID: String
    /// Position of the spectrum in its run, counted from 0.
    public var spectrumIndex: Int
    /// The peptide; its ``SyntheticPeptide/proteins`` are empty where it is in no protein.
    public var peptide: SyntheticPeptide
    /// Charge of the precursor.
    public var charge: Int
    /// Number of isotope peaks the selected ion lies above the monoisotopic one.
    public var isotopeError: Int

    /// Whether the peptide is in one of the proteins, so that a search of them can be right.
    public var isInProteins: Bool { !peptide.proteins.isEmpty }

    init(spectrum: Spectrum, ion: SyntheticIon) {
        nativeID = spectrum.nativeID
        spectrumIndex = spectrum.index
        peptide = ion.peptide
        charge = ion.charge
        isotopeError = ion.isotopeError
    }
}
