/// One ion whose fragments a simulated MS2 spectrum holds, or the statement that it holds none: a row of the truth.
///
/// A spectrum has one row for each of its components. What the spectra file says about it (``statedMZ``,
/// ``statedCharge``, ``isotopeOffset``) is the same in all of them.
public struct SpectrumComponent: Sendable, Hashable {
    /// Name of the run: its file name without extensions.
    public var run: String
    /// Identifier of the spectrum in its file, as `spectrum_id` of the tables of a search.
    public var spectrumID: String
    /// Scan number; `nil` where the file states none.
    public var scanNumber: Int?
    /// Start of the scan in seconds. The table holds minutes.
    public var retentionTimeSeconds: Double
    /// m/z of the precursor in Th, as the file states it.
    public var statedMZ: Double
    /// Charge of the precursor as the file states it; `nil` where it states none.
    public var statedCharge: Int?
    /// How many isotope peaks ``statedMZ`` lies above the monoisotopic peak of component 1; 0 where it is right.
    public var isotopeOffset: Int
    /// Position among the components of the spectrum: 1 is the ion that was selected; 2 and on were isolated with it, by
    /// falling share.
    public var component: Int
    /// Where the component comes from.
    public var origin: Origin
    /// Part of the isolated ion current that belongs to this component, 0 to 1; 0 for noise.
    public var share: Double
    /// The peptidoform in ProForma notation without charge; it may hold modifications a search does not look for. Empty
    /// for noise.
    public var peptidoform: String
    /// The bare sequence, one letter a residue; empty for noise.
    public var sequence: String
    /// True charge; 0 for noise.
    public var charge: Int
    /// Accessions of all proteins of the FASTA that hold the peptide; empty unless the origin is ``Origin/database``.
    public var proteins: [String]
    /// True m/z of the monoisotopic peak in Th: with ``charge`` it gives the mass of the peptidoform. 0 for noise.
    public var monoisotopicMZ: Double
    /// Number of b and y peaks of this component in the spectrum; 0 for noise.
    public var fragmentPeaks: Int

    /// Where the peaks of a component come from.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// A peptide of a protein of the FASTA: a search can be right about it.
        case database
        /// A peptide of no protein of the FASTA: a search cannot be right about it.
        case foreign
        /// No peptide at all.
        case noise
    }

    /// Creates the row of an ion.
    public init(
        run: String, spectrumID: String, scanNumber: Int?, retentionTimeSeconds: Double, statedMZ: Double,
        statedCharge: Int?, isotopeOffset: Int, component: Int, origin: Origin, share: Double, peptidoform: String,
        sequence: String, charge: Int, proteins: [String], monoisotopicMZ: Double, fragmentPeaks: Int
    ) {
        self.run = run
        self.spectrumID = spectrumID
        self.scanNumber = scanNumber
        self.retentionTimeSeconds = retentionTimeSeconds
        self.statedMZ = statedMZ
        self.statedCharge = statedCharge
        self.isotopeOffset = isotopeOffset
        self.component = component
        self.origin = origin
        self.share = share
        self.peptidoform = peptidoform
        self.sequence = sequence
        self.charge = charge
        self.proteins = proteins
        self.monoisotopicMZ = monoisotopicMZ
        self.fragmentPeaks = fragmentPeaks
    }

    /// Creates the row of a spectrum without a peptide.
    public init(
        noiseIn run: String, spectrumID: String, scanNumber: Int?, retentionTimeSeconds: Double, statedMZ: Double,
        statedCharge: Int?
    ) {
        self.init(
            run: run, spectrumID: spectrumID, scanNumber: scanNumber, retentionTimeSeconds: retentionTimeSeconds,
            statedMZ: statedMZ, statedCharge: statedCharge, isotopeOffset: 0, component: 1, origin: .noise, share: 0,
            peptidoform: "", sequence: "", charge: 0, proteins: [], monoisotopicMZ: 0, fragmentPeaks: 0)
    }
}
