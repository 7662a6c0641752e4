internal import SpectrumModel

/// What stands between `BEGIN IONS` and `END IONS`, while it is being read.
struct MGFEntry: TextEntry {
    /// Position of the `BEGIN IONS` in the uncompressed file.
    var byteOffset: Int
    var index: Int
    private(set) var peaks = PeakList()
    private(set) var fault: String?
    private var hasUnreadableTime = false
    private var hasUnreadableCharge = false
    private var hasUnreadablePrecursor = false

    private var title: String?
    private var precursorMZ: Double?
    private var precursorIntensity: Double?
    private var charge: MGFCharge?
    private var chargeOfMass: MGFCharge?
    private var retentionTimeSeconds: Double?
    private var scans: String?

    init(index: Int, byteOffset: Int) {
        self.index = index
        self.byteOffset = byteOffset
    }

    var unreadable: [ReadProblem.Kind] {
        var kinds: [ReadProblem.Kind] = []
        if hasUnreadableTime { kinds.append(.unreadableRetentionTime) }
        if hasUnreadableCharge { kinds.append(.unreadableCharge) }
        if hasUnreadablePrecursor { kinds.append(.unreadablePrecursor) }
        return kinds
    }

    /// Whether a line that begins with this byte is a comment.
    static func isComment(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "/")
    }

    /// Records why the entry cannot be used; the first reason stays.
    mutating func fail(_ message: String) { fault = fault ?? message }

    // MARK: - Lines

    /// Takes a line that is not blank and no comment, without white space around it.
    mutating func take(_ line: UnsafeBufferPointer<UInt8>, number: Int) {
        let first = line[0]
        if ASCII.isDigit(first) || first == UInt8(ascii: ".") || first == UInt8(ascii: "-")
            || first == UInt8(ascii: "+")
        {
            takePeak(line, number)
        } else if let equals = line.firstIndex(of: UInt8(ascii: "=")) {
            let key = String(decoding: line[..<equals], as: UTF8.self).trimmingSpaces.uppercased()
            let value = String(decoding: line[(equals + 1)...], as: UTF8.self).trimmingSpaces
            takeParameter(key, value)
        } else {
            fail("line \(number) is neither a peak nor a parameter: \"\(Self.shown(line))\"")
        }
    }

    private mutating func takePeak(_ line: UnsafeBufferPointer<UInt8>, _ number: Int) {
        guard peaks.mz.count < ReadLimits.maximumPoints else {
            fail("more than \(ReadLimits.maximumPoints) peaks")
            return
        }
        if !peaks.take(line) { fail("line \(number) is no peak (m/z and intensity): \"\(Self.shown(line))\"") }
    }

    private mutating func takeParameter(_ key: String, _ value: String) {
        switch key {
        case "TITLE": title = title ?? value
        case "PEPMASS": takeMass(value)
        case "CHARGE":
            charge = MGFCharge(value)
            hasUnreadableCharge = charge == nil
        case "RTINSECONDS":
            retentionTimeSeconds = Self.firstNumber(value)
            hasUnreadableTime = retentionTimeSeconds == nil
        case "SCANS": scans = value
        default: break
        }
    }

    /// `PEPMASS=m/z`, with intensity and charge after it where given; a second word with a sign at its end is a charge.
    private mutating func takeMass(_ value: String) {
        let words = value.split(whereSeparator: \.isWhitespace)
        precursorMZ = words.first.flatMap { Double($0) }.flatMap { $0 > 0 && $0 < .infinity ? $0 : nil }
        hasUnreadablePrecursor = precursorMZ == nil
        for word in words.dropFirst().prefix(2) {
            if MGFCharge.isPlain(word) || precursorIntensity != nil {
                chargeOfMass = MGFCharge(String(word))
            } else {
                precursorIntensity = Double(word)
            }
        }
    }

    // MARK: - Result

    /// The spectrum without its peaks, but with the charges that they state.
    ///
    /// - Parameters:
    ///   - hasOwnTitle: whether the title identifies it.
    ///   - defaultCharge: the charge stated for the file as a whole.
    func spectrum(hasOwnTitle: Bool, defaultCharge: MGFCharge?) -> Spectrum {
        let charge = charge ?? chargeOfMass ?? defaultCharge
        // Where CHARGE and PEPMASS contradict each other, both are possible.
        let charges = ((charge?.charges ?? []) + (chargeOfMass?.charges ?? [])).uniqueAscending
        let precursor = Precursor(
            mz: precursorMZ, charge: charges.count == 1 ? charges[0] : nil,
            possibleCharges: charges.count > 1 ? charges : [], intensity: precursorIntensity)
        let stated = hasOwnTitle ? title : nil
        var spectrum = Spectrum(
            index: index, nativeID: stated ?? "index=\(index)", scanNumber: scanNumber, msLevel: 2,
            retentionTimeSeconds: retentionTimeSeconds, polarity: charge?.polarity, signal: .centroid,
            precursors: [precursor])
        spectrum.extraArrays = peaks.extraArrays
        return spectrum
    }

    /// From SCANS, where that names one scan; else from the title.
    private var scanNumber: Int? {
        guard let scans else { return title.flatMap(ScanNumber.stated(inTitle:)) }
        let numbers = scans.split { $0 == "-" || $0 == "," }.map { Int($0.trimmingPrefix(" ")) }
        guard let first = numbers.first, numbers.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// The number a text is, or the first of a range `a-b` or list.
    private static func firstNumber(_ text: String) -> Double? {
        let word = text.split { $0.isWhitespace || $0 == "," }.first ?? ""
        let number = Double(word) ?? word.split(separator: "-").first.flatMap { Double($0) }
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    private static func shown(_ line: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: line.prefix(60), as: UTF8.self)
    }
}
