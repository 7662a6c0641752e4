/// What is kept of every spectrum after its peaks are gone: one row of a run's account.
///
/// Each spectrum of a file has exactly one summary, whether it was searched or set aside, so that the rows of a run add
/// up to the spectra in its file.
public struct SpectrumSummary: Sendable, Hashable {
    /// Position of the spectrum in its file, counted from 0.
    public var index: Int
    /// Native identifier, `index=N` where the file has none.
    public var nativeID: String
    /// Scan number, where the file states one.
    public var scanNumber: Int?
    /// MS level; 0 where the spectrum could not be understood.
    public var msLevel: Int
    /// Retention time in seconds, where the file states it.
    public var retentionTimeSeconds: Double?
    /// Number of peaks, after picking where it was profile signal and was picked; else of samples.
    public var peakCount: Int
    /// Sum of the intensities, in detector counts.
    public var totalIonCurrent: Double
    /// m/z of the first precursor in Th, where there is one, as the file states it.
    public var precursorMZ: Double?
    /// Charge of the first precursor, where the file states it.
    public var precursorCharge: Int?
    /// Charges the first precursor may have, where the file offers several or survey spectra leave them open, ascending;
    /// empty otherwise.
    public var possibleCharges: [Int]
    /// What survey spectra showed of the first precursor; `nil` where they did not or were not looked at.
    public var refinement: PrecursorRefinement?
    /// Why the spectrum takes no further part; `nil` while it does.
    public var setAside: SetAsideReason?

    /// Creates a row from its parts.
    public init(
        index: Int, nativeID: String, scanNumber: Int? = nil, msLevel: Int, retentionTimeSeconds: Double? = nil,
        peakCount: Int, totalIonCurrent: Double, precursorMZ: Double? = nil, precursorCharge: Int? = nil,
        possibleCharges: [Int] = [], refinement: PrecursorRefinement? = nil, setAside: SetAsideReason? = nil
    ) {
        self.index = index
        self.nativeID = nativeID
        self.scanNumber = scanNumber
        self.msLevel = msLevel
        self.retentionTimeSeconds = retentionTimeSeconds
        self.peakCount = peakCount
        self.totalIonCurrent = totalIonCurrent
        self.precursorMZ = precursorMZ
        self.precursorCharge = precursorCharge
        self.possibleCharges = possibleCharges
        self.refinement = refinement
        self.setAside = setAside
    }

    /// The account of a spectrum as it stands now.
    public init(of spectrum: Spectrum, setAside: SetAsideReason? = nil) {
        self.init(
            index: spectrum.index, nativeID: spectrum.nativeID, scanNumber: spectrum.scanNumber,
            msLevel: spectrum.msLevel, retentionTimeSeconds: spectrum.retentionTimeSeconds,
            peakCount: spectrum.peakCount, totalIonCurrent: Self.finite(spectrum.intensities.reduce(0, +)),
            precursorMZ: spectrum.precursors.first?.mz, precursorCharge: spectrum.precursors.first?.charge,
            possibleCharges: spectrum.precursors.first?.possibleCharges ?? [], setAside: setAside)
    }

    /// Adds what survey spectra showed of the precursors. A spectrum none of whose precursors has an m/z then is set
    /// aside.
    public mutating func add(refined precursors: [Precursor]) {
        guard let first = precursors.first else { return }
        possibleCharges = first.possibleCharges
        refinement = PrecursorRefinement(of: first)
        if precursors.allSatisfy({ $0.mz == nil }) { setAside = .noPrecursor }
    }

    /// The nearest finite number: intensities of a damaged file may add up to more than there are numbers for.
    private static func finite(_ sum: Double) -> Double {
        max(-.greatestFiniteMagnitude, min(sum, .greatestFiniteMagnitude))
    }
}

/// A precursor as survey spectra show it.
public struct PrecursorRefinement: Sendable, Hashable {
    /// m/z of the monoisotopic peak in Th, measured in survey spectra.
    public var mz: Double
    /// Charge, as stated or found.
    public var charge: Int
    /// Share of the ion current in the isolation window that belongs to the precursor, 0 to 1; `nil` where no window is
    /// stated or the spectrum it was selected in does not show it.
    public var purity: Double?
    /// Other ions in the isolation window, by falling share; empty where none was found.
    public var coIsolated: [CoIsolatedIon]

    /// Creates a refinement from its parts.
    public init(mz: Double, charge: Int, purity: Double? = nil, coIsolated: [CoIsolatedIon] = []) {
        self.mz = mz
        self.charge = charge
        self.purity = purity
        self.coIsolated = coIsolated
    }

    /// What is known of a precursor from survey spectra; `nil` where its m/z is the file's.
    public init?(of precursor: Precursor) {
        guard precursor.measuredMZ != nil, let mz = precursor.mz, let charge = precursor.charge else { return nil }
        self.init(mz: mz, charge: charge, purity: precursor.purity, coIsolated: precursor.coIsolated)
    }
}

/// Why a spectrum was not used. The raw values are what `spectra.tsv` shows.
public enum SetAsideReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// MS level that the workflow does not search (survey spectra, MS3).
    case notSearchedLevel = "not a searched MS level"
    /// Not a mass spectrum (a UV trace, for example).
    case notMassSpectrum = "not a mass spectrum"
    /// The spectrum states no precursor m/z, and survey spectra show none where they were looked at.
    case noPrecursor = "no precursor m/z"
    /// Fewer peaks than the search asks for.
    case tooFewPeaks = "too few peaks"
    /// No peaks at all.
    case empty = "no peaks"
    /// Every neutral mass the precursor allows lies outside the searched range.
    case precursorOutOfRange = "precursor mass out of range"
    /// Profile signal where no picking was asked for.
    case profileNotPicked = "profile signal not picked"
    /// m/z and intensity arrays of different length, or shorter than declared.
    case arrayLengthMismatch = "array length mismatch"
    /// An array that does not decode (base64, zlib) or uses an encoding that is not understood.
    case undecodableArray = "array does not decode"
    /// m/z or intensities that are not finite, or negative m/z.
    case invalidValues = "values not finite or negative"
    /// Required facts are absent or contradict each other (no MS level, no arrays).
    case malformed = "malformed spectrum"

    /// Whether the reason means that the file is damaged there, rather than that the spectrum is of another kind.
    public var isDamage: Bool {
        switch self {
        case .arrayLengthMismatch, .undecodableArray, .invalidValues, .malformed: true
        case .notSearchedLevel, .notMassSpectrum, .noPrecursor, .tooFewPeaks, .empty, .precursorOutOfRange,
            .profileNotPicked:
            false
        }
    }
}
