/// The ion, or the window of ions, that a fragment spectrum was made from.
public struct Precursor: Sendable, Hashable {
    /// m/z of the selected ion in Th as the file states it (mzML MS:1000744), or as it was refined, where ``measuredMZ``
    /// says so; `nil` where only a window is given.
    public var mz: Double?
    /// m/z in Th that the file states, where ``mz`` was refined from survey spectra: that of the selected ion, or the
    /// target of the isolation window where no more is stated; `nil` where ``mz`` is the file's.
    public var measuredMZ: Double?
    /// Charge of the selected ion, positive in both polarities; `nil` where the file does not state one and none was
    /// found.
    public var charge: Int?
    /// Charges the file offers where it cannot decide (mzML MS:1000633), or survey spectra leave open, ascending; empty
    /// otherwise.
    public var possibleCharges: [Int]
    /// Intensity of the selected ion in detector counts.
    public var intensity: Double?
    /// Where the selected ion lies in ion mobility separation, at most one value of each quantity; empty for most.
    public var ionMobilities: [IonMobility]
    /// The m/z window the instrument let through.
    public var isolationWindow: IsolationWindow?
    /// Share of the ion current in the isolation window that belongs to this ion, 0 to 1; `nil` where survey spectra do
    /// not show it or were not looked at.
    public var purity: Double?
    /// Other ions in the isolation window, by falling share; empty where none was found or looked for.
    public var coIsolated: [CoIsolatedIon]
    /// How the ion was fragmented.
    public var activation: Activation
    /// Native identifier of the spectrum the ion was selected in, which has identifiers of its own precursors in turn: the
    /// chain from MS3 to MS1.
    public var sourceSpectrumID: String?

    /// Creates a precursor from what a file states about it.
    public init(
        mz: Double? = nil, charge: Int? = nil, possibleCharges: [Int] = [], intensity: Double? = nil,
        ionMobilities: [IonMobility] = [], isolationWindow: IsolationWindow? = nil,
        activation: Activation = Activation(), sourceSpectrumID: String? = nil, measuredMZ: Double? = nil,
        purity: Double? = nil, coIsolated: [CoIsolatedIon] = []
    ) {
        self.mz = mz
        self.measuredMZ = measuredMZ
        self.purity = purity
        self.coIsolated = coIsolated
        self.charge = charge
        self.possibleCharges = possibleCharges
        self.intensity = intensity
        self.ionMobilities = ionMobilities
        self.isolationWindow = isolationWindow
        self.activation = activation
        self.sourceSpectrumID = sourceSpectrumID
    }
}

/// An ion that was isolated together with the one selected.
public struct CoIsolatedIon: Sendable, Hashable {
    /// m/z of its monoisotopic peak in Th, which may lie outside of the window.
    public var mz: Double
    /// Its charge, positive in both polarities.
    public var charge: Int
    /// Share of the ion current in the isolation window that belongs to it, 0 to 1.
    public var share: Double

    /// Creates an ion from what survey spectra show of it.
    public init(mz: Double, charge: Int, share: Double) {
        self.mz = mz
        self.charge = charge
        self.share = share
    }
}

/// The m/z window around a target that the instrument isolated for fragmentation.
public struct IsolationWindow: Sendable, Hashable {
    /// Centre the instrument aimed at, in Th (MS:1000827).
    public var targetMZ: Double
    /// Distance from the target to the lower edge, in Th, not negative (MS:1000828).
    public var lowerOffset: Double
    /// Distance from the target to the upper edge, in Th, not negative (MS:1000829).
    public var upperOffset: Double

    /// Creates a window from its target and the distances to its edges, all in Th.
    public init(targetMZ: Double, lowerOffset: Double, upperOffset: Double) {
        self.targetMZ = targetMZ
        self.lowerOffset = lowerOffset
        self.upperOffset = upperOffset
    }

    /// Lower edge in Th.
    public var lowerMZ: Double { targetMZ - lowerOffset }

    /// Upper edge in Th.
    public var upperMZ: Double { targetMZ + upperOffset }
}

/// How a precursor was broken into fragments.
public struct Activation: Sendable, Hashable {
    /// Methods the file names, without repeats, in a fixed order; several for supplemental activation, empty where
    /// none is named.
    public var methods: [DissociationMethod]
    /// Collision energy as the file states it (MS:1000045; electronvolt or instrument units).
    public var collisionEnergy: Double?

    /// Creates an activation from the methods and the energy a file states.
    public init(methods: [DissociationMethod] = [], collisionEnergy: Double? = nil) {
        self.methods = methods
        self.collisionEnergy = collisionEnergy
    }
}

/// A dissociation method named by the PSI-MS vocabulary.
public enum DissociationMethod: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Collision-induced dissociation (MS:1000133).
    case cid
    /// Beam-type collision-induced dissociation, HCD (MS:1000422).
    case hcd
    /// Electron transfer dissociation (MS:1000598).
    case etd
    /// Electron capture dissociation (MS:1000250).
    case ecd
    /// Electron transfer with higher-energy collision dissociation (MS:1002631).
    case ethcd
    /// Infrared multiphoton dissociation (MS:1000262).
    case irmpd
    /// Ultraviolet photodissociation (MS:1003246).
    case uvpd
    /// A method the file names that none of the others stands for.
    case other

    /// The order of the cases, so that lists of methods have one spelling.
    public static func < (left: DissociationMethod, right: DissociationMethod) -> Bool {
        guard let first = allCases.firstIndex(of: left), let second = allCases.firstIndex(of: right) else {
            return false
        }
        return first < second
    }
}
