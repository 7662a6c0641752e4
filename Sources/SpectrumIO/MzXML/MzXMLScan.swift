internal import SpectrumModel

/// A `<scan>` as the XML gives it: everything but its peaks understood, those still in base64.
struct MzXMLScan: Sendable {
    /// A `<precursorMz>`.
    struct PrecursorEntry: Sendable {
        var mz: Double?
        var charge: Int?
        var possibleCharges: [Int] = []
        var intensity: Double?
        var windowWidth: Double?
        var activationMethod: String?
        var sourceScan: Int?
    }

    /// A `<peaks>`.
    struct Peaks: Sendable {
        var text: [UInt8] = []
        var precision: Int?
        var isZlib = false
        /// What the element states that is not read, such as an unknown compression or content.
        var unreadable: String?
    }

    var index: Int
    var byteOffset: Int
    var number: Int?
    var msLevel: Int?
    var declaredPeaks: Int?
    var polarity: Polarity?
    var signal = SignalMode.unknown
    var retentionTimeSeconds: Double?
    var collisionEnergy: Double?
    var precursors: [PrecursorEntry] = []
    var scan = ScanDescription()
    var peaks: Peaks?
    var hasUnreadableTime = false
    var hasUnreadableCharge = false
    var hasUnreadablePrecursor = false
}

/// Scans of an mzXML file, in sequence.
struct MzXMLBlock: Sendable {
    var scans: [MzXMLScan]
}
