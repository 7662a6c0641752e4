internal import SpectrumModel

/// What stands from one S line to the next, while it is being read.
///
/// | line | content |
/// |---|---|
/// | `S` | first scan, last scan, precursor m/z (several of multiplexed spectra; none in MS1 files) |
/// | `I` | a fact by its name: `RTime` or `RetTime` in minutes, `NativeID`, `Filter`, ... |
/// | `Z` | a charge the precursor may have, and the mass of the singly protonated peptide that goes with it |
/// | `D` | results for the charge before; not read |
/// | digits | a peak |
struct MS2Entry: TextEntry {
    let index: Int
    /// Position of the S line in the uncompressed file.
    let byteOffset: Int
    private(set) var peaks = PeakList()
    private(set) var fault: String?
    private var hasUnreadableTime = false
    private var hasUnreadableCharge = false
    private var hasUnreadablePrecursor = false
    private var hasUnreadableScanFact = false

    private let statesMinutes: Bool
    private var scans: (first: Int, last: Int)?
    private var statedMZ: [MS2Mass.Stated] = []
    private var chargedMasses: [MS2Mass.Charged] = []
    private var nativeID: String?
    private var retentionTimeSeconds: Double?
    private var intensity: Double?
    private var sourceScan: Int?
    private var methods: [DissociationMethod] = []
    private var scan = ScanDescription()

    /// Begins an entry with its S line.
    ///
    /// - Parameter statesMinutes: whether retention times are minutes; if not, they are left out.
    init(
        index: Int, byteOffset: Int, line: UnsafeBufferPointer<UInt8>, number: Int, statesMinutes: Bool
    ) {
        self.index = index
        self.statesMinutes = statesMinutes
        self.byteOffset = byteOffset
        let words = Self.words(line)
        let numbers = Self.numbers(ofSpectrumLine: line)
        guard numbers.count >= 2, let first = Int(exactly: numbers[0]), let last = Int(exactly: numbers[1]) else {
            fault = "line \(number) is no S line with two scan numbers: \"\(Self.shown(line))\""
            return
        }
        scans = (first, last)
        for word in words.dropFirst(3) {
            if let stated = MS2Mass.Stated(word) { statedMZ.append(stated) } else { hasUnreadablePrecursor = true }
        }
    }

    var unreadable: [ReadProblem.Kind] {
        var kinds: [ReadProblem.Kind] = []
        if hasUnreadableTime { kinds.append(.unreadableRetentionTime) }
        if hasUnreadableCharge { kinds.append(.unreadableCharge) }
        if hasUnreadablePrecursor { kinds.append(.unreadablePrecursor) }
        if hasUnreadableScanFact { kinds.append(.unreadableScanFact) }
        return kinds
    }

    /// The numbers at the beginning of an S line.
    static func numbers(ofSpectrumLine line: UnsafeBufferPointer<UInt8>) -> [Double] {
        var numbers: [Double] = []
        for word in words(line).dropFirst() {
            guard let number = Double(word) else { break }
            numbers.append(number)
        }
        return numbers
    }

    // MARK: - Lines

    /// Takes a line that is not blank, without white space around it.
    mutating func take(_ line: UnsafeBufferPointer<UInt8>, number: Int) {
        let first = line[0]
        if ASCII.isDigit(first) || first == UInt8(ascii: ".") || first == UInt8(ascii: "-")
            || first == UInt8(ascii: "+")
        {
            takePeak(line, number)
            return
        }
        let isTag = line.count == 1 || ASCII.isWhitespace(line[1])
        switch first {
        case UInt8(ascii: "I") where isTag: takeFact(Self.words(line))
        case UInt8(ascii: "Z") where isTag: takeCharge(Self.words(line))
        case UInt8(ascii: "D") where isTag, UInt8(ascii: "H") where isTag: break
        default: fail("line \(number) is neither a peak nor an I, Z or D line: \"\(Self.shown(line))\"")
        }
    }

    private mutating func takePeak(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
        guard peaks.mz.count < ReadLimits.maximumPoints else {
            fail("more than \(ReadLimits.maximumPoints) peaks")
            return
        }
        if !peaks.take(line) { fail("line \(number) is no peak (m/z and intensity): \"\(Self.shown(line))\"") }
    }

    private mutating func takeCharge(_ words: [Substring]) {
        guard words.count > 1, let charge = Int(words[1]), charge.magnitude < 1000 else {
            hasUnreadableCharge = true
            return
        }
        guard charge != 0 else { return }
        let mass = words.count > 2 ? Double(words[2]) : nil
        chargedMasses.append(MS2Mass.Charged(charge: abs(charge), protonatedMass: mass))
    }

    private mutating func takeFact(_ words: [Substring]) {
        guard words.count > 2 else { return }
        let value = words[2...].joined(separator: " ")
        switch words[1] {
        case "RTime", "RetTime":
            retentionTimeSeconds = Double(value).flatMap { $0.isFinite && statesMinutes ? $0 * 60 : nil }
            hasUnreadableTime = retentionTimeSeconds == nil
        case "NativeID": nativeID = value
        case "Filter": scan.filterString = value
        case "IonInjectionTime":
            scan.injectionTimeMilliseconds = Double(value).flatMap { $0.isFinite ? $0 : nil }
            if scan.injectionTimeMilliseconds == nil { hasUnreadableScanFact = true }
        case "ActivationType": methods = DissociationMethod.named(value)
        case "PrecursorScan": sourceScan = Int(value).flatMap { $0 > 0 ? $0 : nil }
        case "PrecursorInt", "MS1Intensity": intensity = Double(value).flatMap { $0 > 0 && $0 < .infinity ? $0 : nil }
        default: break
        }
    }

    /// Records why the entry cannot be used; the first reason stays.
    private mutating func fail(_ message: String) { fault = fault ?? message }

    // MARK: - Result

    /// The spectrum without its peaks. Without a native identifier it is called `scan=N`, where it has one scan, which no
    /// earlier spectrum has; else `index=N`.
    func spectrum(isFirstOfScan: Bool) -> Spectrum {
        var scanNumber = scans.flatMap { $0.first == $0.last && $0.first > 0 ? $0.first : nil }
        var id = isFirstOfScan ? scanNumber.map { "scan=\($0)" } : nil
        if let nativeID {
            // ProteoWizard writes the position where the run has no scan numbers.
            scanNumber = ScanNumber.stated(in: nativeID)
            id = nativeID
        }
        let isMS1 = statedMZ.isEmpty && chargedMasses.isEmpty && !hasUnreadablePrecursor
        var spectrum = Spectrum(
            index: index, nativeID: id ?? "index=\(index)", scanNumber: scanNumber, msLevel: isMS1 ? 1 : 2,
            retentionTimeSeconds: retentionTimeSeconds, signal: .centroid,
            precursors: isMS1 ? [] : precursors, scan: scan)
        spectrum.extraArrays = peaks.extraArrays
        return spectrum
    }

    private var precursors: [Precursor] {
        let selected = MS2Mass.precursors(stated: statedMZ, charged: chargedMasses)
        return selected.map { ion in
            Precursor(
                mz: ion.mz, charge: ion.charges.count == 1 ? ion.charges[0] : nil,
                possibleCharges: ion.charges.count > 1 ? ion.charges : [],
                intensity: selected.count == 1 ? intensity : nil, activation: Activation(methods: methods),
                sourceSpectrumID: sourceScan.map { "scan=\($0)" })
        }
    }

    private static func words(_ line: UnsafeBufferPointer<UInt8>) -> [Substring] {
        String(decoding: line, as: UTF8.self).split { $0 == "\t" || $0 == " " }
    }

    private static func shown(_ line: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: line.prefix(60), as: UTF8.self)
    }
}
