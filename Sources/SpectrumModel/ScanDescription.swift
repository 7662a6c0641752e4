/// Circumstances of the scan that a spectrum was recorded in, as far as its file states them.
public struct ScanDescription: Sendable, Hashable {
    /// The m/z ranges that were scanned, in the order of the file; empty where it states none.
    public var windows: [ScanWindow]
    /// How long ions were gathered, in milliseconds (MS:1000927).
    public var injectionTimeMilliseconds: Double?
    /// The instrument's own description of the scan (MS:1000512), such as Thermo's filter line.
    public var filterString: String?
    /// Settings of ion mobility separation that hold for all peaks of the scan, at most one of each quantity.
    public var ionMobilities: [IonMobility]

    /// Creates a description from what a file states.
    public init(
        windows: [ScanWindow] = [], injectionTimeMilliseconds: Double? = nil, filterString: String? = nil,
        ionMobilities: [IonMobility] = []
    ) {
        self.windows = windows
        self.injectionTimeMilliseconds = injectionTimeMilliseconds
        self.filterString = filterString
        self.ionMobilities = ionMobilities
    }
}

/// A range of m/z that was scanned.
public struct ScanWindow: Sendable, Hashable {
    /// Lower limit in Th (MS:1000501).
    public var lowerMZ: Double
    /// Upper limit in Th (MS:1000500).
    public var upperMZ: Double

    /// Creates a window from its limits in Th.
    public init(lowerMZ: Double, upperMZ: Double) {
        self.lowerMZ = lowerMZ
        self.upperMZ = upperMZ
    }
}
