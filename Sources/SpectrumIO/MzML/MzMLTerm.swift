internal import SpectrumModel

/// Numbers of the PSI-MS terms the mzML reader acts on (`1000511` for MS:1000511).
///
/// > Source: PSI-MS controlled vocabulary, psi-ms.obo 4.1; UO:0000010, :0000028, :0000031, :0000032 from the Unit
/// > Ontology.
enum MzMLTerm {
    static let msLevel = 1_000_511
    static let ms1Spectrum = 1_000_579
    static let msnSpectrum = 1_000_580
    static let centroid = 1_000_127
    static let profile = 1_000_128
    static let negativeScan = 1_000_129
    static let positiveScan = 1_000_130
    static let scanStartTime = 1_000_016
    static let scanWindowUpperLimit = 1_000_500
    static let scanWindowLowerLimit = 1_000_501
    static let filterString = 1_000_512
    static let injectionTime = 1_000_927
    static let compensationVoltage = 1_001_581
    static let driftTime = 1_002_476
    static let inverseReducedMobility = 1_002_815

    static let selectedIonMZ = 1_000_744
    /// `m/z`, used for the selected ion by mzML 1.0.
    static let mz = 1_000_040
    static let chargeState = 1_000_041
    static let possibleChargeState = 1_000_633
    static let peakIntensity = 1_000_042
    static let isolationTarget = 1_000_827
    static let isolationLowerOffset = 1_000_828
    static let isolationUpperOffset = 1_000_829
    /// Edges of the isolation window; obsolete, used by mzML 1.0.
    static let isolationUpperLimit = 1_000_793
    static let isolationLowerLimit = 1_000_794
    /// Full width of the isolation window; obsolete, used by mzML 1.0.
    static let isolationWidth = 1_000_023
    static let collisionEnergy = 1_000_045

    static let mzArray = 1_000_514
    static let intensityArray = 1_000_515
    static let nonStandardArray = 1_000_786
    static let zlib = 1_000_574
    static let noCompression = 1_000_576
    static let instrumentSerialNumber = 1_000_529
    /// Software outside of the vocabulary, which has its name as the value.
    static let customSoftware = 1_000_799

    /// Compressions that are known and not decoded: zstd, alone or after MS-Numpress, and zlib or zstd after delta
    /// prediction, byte shuffling or dictionaries.
    static func isUndecodedCompression(_ term: Int) -> Bool {
        (1_003_088...1_003_090).contains(term) || (1_003_780...1_003_784).contains(term)
    }

    /// The MS-Numpress encoding a term names, and whether zlib comes after it; files of the years before the terms for
    /// both state zlib by a term of its own.
    static func numpress(_ term: Int) -> (method: Numpress.Method, withZlib: Bool)? {
        switch term {
        case 1_002_312: return (.linear, false)
        case 1_002_313: return (.positiveInteger, false)
        case 1_002_314: return (.shortLoggedFloat, false)
        case 1_002_746: return (.linear, true)
        case 1_002_747: return (.positiveInteger, true)
        case 1_002_748: return (.shortLoggedFloat, true)
        default: return nil
        }
    }

    /// Spectra of light, not of ions: electromagnetic radiation, emission, absorption.
    static func isLightSpectrum(_ term: Int) -> Bool { (1_000_804...1_000_806).contains(term) }

    /// The number type a term names.
    static func numberType(_ term: Int) -> NumberType? {
        switch term {
        case 1_000_521: return .float32
        case 1_000_523: return .float64
        case 1_000_519: return .int32
        case 1_000_522: return .int64
        default: return nil
        }
    }

    /// The dissociation method that MS:1000044 or a term below it names, or `nil` for terms that are none.
    static func dissociation(_ term: Int) -> DissociationMethod? {
        switch term {
        case 1_000_133, 1_002_472, 1_002_679: return .cid  // also trap-type and supplemental
        case 1_000_422, 1_002_481, 1_002_678: return .hcd  // also higher energy and supplemental
        case 1_000_598: return .etd
        case 1_000_250: return .ecd
        case 1_002_631: return .ethcd
        case 1_000_262: return .irmpd
        case 1_003_246: return .uvpd
        case 1_000_134, 1_000_135, 1_000_136, 1_000_242, 1_000_282, 1_000_433, 1_000_435, 1_000_599, 1_001_880,
            1_002_000, 1_003_181, 1_003_247, 1_003_294, 1_000_044:
            return .other
        default: return nil
        }
    }

    /// Seconds in a unit of time given by accession (UO, or the obsolete PSI-MS ones) or else by name.
    static func seconds(unitAccession: UnsafeBufferPointer<UInt8>, unitName: UnsafeBufferPointer<UInt8>) -> Double? {
        switch String(decoding: unitAccession, as: UTF8.self) {
        case "UO:0000010", "MS:1000039": return 1
        case "UO:0000031", "MS:1000038": return 60
        case "UO:0000028": return 0.001
        case "UO:0000032": return 3600
        default: break
        }
        switch String(decoding: unitName, as: UTF8.self).lowercased() {
        case "second", "seconds": return 1
        case "minute", "minutes": return 60
        case "millisecond", "milliseconds": return 0.001
        case "hour", "hours": return 3600
        default: return nil
        }
    }
}
