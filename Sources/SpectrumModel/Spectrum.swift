/// One mass spectrum as it was recorded: who it is, how it was made, and its peaks.
///
/// The peaks are two parallel arrays of equal length, ordered by m/z once a reader has delivered the spectrum. A
/// profile spectrum holds the sampled signal in the same arrays; ``signal`` tells the two apart.
public struct Spectrum: Sendable, Hashable {
    /// Position of the spectrum in its file, counted from 0.
    public var index: Int
    /// The identifier the file gives (mzML `id`, mzXML scan number as `scan=N`, MGF title), or `index=N` where it gives
    /// none.
    public var nativeID: String
    /// The scan number the native identifier or the file states; `nil` where neither does. Never invented.
    public var scanNumber: Int?
    /// 1 for survey spectra, 2 for fragment spectra, and so on.
    public var msLevel: Int
    /// Start of the scan since the start of the run, in seconds; `nil` where the file is silent.
    public var retentionTimeSeconds: Double?
    /// Polarity of the scan, where the file states it.
    public var polarity: Polarity?
    /// Whether the peak arrays are centroids or sampled profile signal.
    public var signal: SignalMode
    /// What was isolated and fragmented, in the order of the file; empty for MS1. Multiplexed spectra have several.
    public var precursors: [Precursor]
    /// What else the file states about the scan.
    public var scan: ScanDescription
    /// Mass-to-charge ratios in Th, ascending.
    public var mz: [Double]
    /// Intensities in detector counts, parallel to ``mz``.
    public var intensities: [Double]
    /// Further numbers of each peak, parallel to ``mz``, in the order of the file; empty for most spectra.
    public var extraArrays: [ExtraArray]

    /// Creates a spectrum from its parts.
    ///
    /// - Precondition: `mz`, `intensities` and every extra array have equal length.
    public init(
        index: Int, nativeID: String, scanNumber: Int? = nil, msLevel: Int, retentionTimeSeconds: Double? = nil,
        polarity: Polarity? = nil, signal: SignalMode = .unknown, precursors: [Precursor] = [],
        scan: ScanDescription = ScanDescription(), mz: [Double] = [], intensities: [Double] = [],
        extraArrays: [ExtraArray] = []
    ) {
        precondition(mz.count == intensities.count, "A spectrum needs one intensity for each m/z.")
        precondition(extraArrays.allSatisfy { $0.values.count == mz.count }, "Extra arrays have a number for each m/z.")
        self.index = index
        self.nativeID = nativeID
        self.scanNumber = scanNumber
        self.msLevel = msLevel
        self.retentionTimeSeconds = retentionTimeSeconds
        self.polarity = polarity
        self.signal = signal
        self.precursors = precursors
        self.scan = scan
        self.mz = mz
        self.intensities = intensities
        self.extraArrays = extraArrays
    }

    /// Number of peaks (centroid) or samples (profile).
    public var peakCount: Int { mz.count }

    /// Puts other peaks in the place of those there are. Extra arrays belong to the old ones and are dropped.
    ///
    /// - Precondition: `mz` and `intensities` have equal length.
    public mutating func replacePeaks(mz: [Double], intensities: [Double]) {
        precondition(mz.count == intensities.count, "A spectrum needs one intensity for each m/z.")
        self.mz = mz
        self.intensities = intensities
        extraArrays = []
    }
}

/// Sign of the ions a scan recorded.
public enum Polarity: String, Sendable, Hashable, Codable, CaseIterable {
    /// Cations (MS:1000130).
    case positive
    /// Anions (MS:1000129).
    case negative
}

/// What the peak arrays of a spectrum hold.
public enum SignalMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// One entry for each picked peak (MS:1000127).
    case centroid
    /// The sampled signal, several entries across each peak (MS:1000128).
    case profile
    /// The file does not say.
    case unknown
}
