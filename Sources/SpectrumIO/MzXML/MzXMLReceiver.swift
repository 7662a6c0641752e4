internal import SpectrumModel

/// Gathers the scans of an mzXML document.
///
/// Scans may be nested. They are numbered where they begin, and a scan is complete when it ends or the first scan
/// inside it begins, so that they come out in the order of the file.
final class MzXMLReceiver: XMLReceiver {
    private(set) var header = SpectrumFileHeader()
    private(set) var notes = SpectrumNotes()
    /// Complete scans that nobody has taken yet.
    private(set) var scans: [MzXMLScan] = []
    /// Bytes of base64 text in ``scans``.
    private(set) var gatheredBytes = 0
    /// Number of scans that have begun.
    private(set) var startedCount = 0
    /// Where the parser is, in bytes of the uncompressed file; set by the owner of the parser.
    var currentOffset: () -> Int = { 0 }

    /// Where scans begin in the uncompressed file, in their order, as far as it is known; set by the owner of the parser.
    var scanOffsets: [Int] = []

    /// The index at the end of the document.
    var statedIndex: StatedIndex { indexReader.index }

    private enum TextTarget {
        case peaks, precursor, index
    }

    private let path: String
    private var current: MzXMLScan?
    private var target = TextTarget.peaks
    private var precursorText: [UInt8] = []
    private var isCentroidedByDefault: Bool?
    private var indexReader = StatedIndexReader()

    init(path: String) { self.path = path }

    /// Native identifier of the last complete scan.
    private(set) var lastID: String?

    /// Hands over the complete scans.
    func takeScans() -> [MzXMLScan] {
        defer {
            scans = []
            gatheredBytes = 0
        }
        return scans
    }

    override func start(_ element: XMLName, _ attributes: XMLAttributes) {
        switch element {
        case .scan: startScan(attributes)
        case .peaks: startPeaks(attributes)
        case .precursorMz: startPrecursor(attributes)
        case .offset, .index, .indexOffset:
            target = .index
            wantsCharacters = indexReader.start(element, attributes)
        default: startHeader(element, attributes)
        }
    }

    override func end(_ element: XMLName) {
        switch element {
        case .scan: completeScan()
        case .peaks: wantsCharacters = false
        case .precursorMz: endPrecursor()
        case .offset, .index, .indexOffset:
            wantsCharacters = false
            indexReader.end(element)
        default: break
        }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        switch target {
        case .peaks: current?.peaks?.text.append(contentsOf: bytes)
        case .precursor: precursorText.append(contentsOf: bytes)
        case .index: indexReader.characters(bytes)
        }
    }

    // MARK: - Before the scans

    private func startHeader(_ element: XMLName, _ attributes: XMLAttributes) {
        switch element {
        case .msRun:
            header.runStartTime = attributes.text(.startTime)
            readCount(attributes)
        case .parentFile:
            if let name = attributes.text(.fileName), !name.isEmpty { header.sourceFileNames.append(name) }
        case .msModel: header.instrument = header.instrument ?? attributes.text(.value)
        case .software:
            let words = [attributes.text(.name), attributes.text(.version)].compactMap { $0 }.filter { !$0.isEmpty }
            if !words.isEmpty { header.software.append(words.joined(separator: " ")) }
        case .dataProcessing:
            if let centroided = attributes.text(.centroided) { isCentroidedByDefault = Self.isTrue(centroided) }
        case .processingOperation:
            // What has a value is a setting of the step.
            if attributes.text(.value)?.isEmpty ?? true { header.addProcessing(attributes.text(.name) ?? "") }
        default: break
        }
    }

    private func readCount(_ attributes: XMLAttributes) {
        guard let text = attributes.text(.scanCount) else { return }
        if let count = Int(text), count >= 0 {
            header.declaredSpectrumCount = count
        } else {
            notes.add(.unreadableCount, index: nil, detail: "scanCount=\"\(text)\"")
        }
    }

    // MARK: - Scans

    private func startScan(_ attributes: XMLAttributes) {
        completeScan()
        let offset = startedCount < scanOffsets.count ? scanOffsets[startedCount] : currentOffset()
        var scan = MzXMLScan(index: startedCount, byteOffset: offset)
        startedCount += 1
        scan.number = attributes.integer(.num)
        scan.msLevel = attributes.integer(.msLevel)
        scan.declaredPeaks = attributes.integer(.peaksCount)
        scan.collisionEnergy = attributes.double(.collisionEnergy)
        switch attributes.text(.polarity) {
        case "+": scan.polarity = .positive
        case "-": scan.polarity = .negative
        default: break
        }
        let centroided = attributes.text(.centroided).map(Self.isTrue) ?? isCentroidedByDefault
        scan.signal = centroided.map { $0 ? .centroid : .profile } ?? .unknown
        if let time = attributes.text(.retentionTime) {
            scan.retentionTimeSeconds = XMLDuration.seconds(time)
            scan.hasUnreadableTime = scan.retentionTimeSeconds == nil
        }
        scan.scan = Self.description(attributes)
        current = scan
    }

    /// What the scan states about itself; a range without extent, such as 0 to 0, is none.
    private static func description(_ attributes: XMLAttributes) -> ScanDescription {
        var description = ScanDescription(filterString: attributes.text(.filterLine).flatMap { $0.isEmpty ? nil : $0 })
        if let start = attributes.double(.startMz), let end = attributes.double(.endMz), start >= 0, start < end,
            end < .infinity
        {
            description.windows = [ScanWindow(lowerMZ: start, upperMZ: end)]
        }
        if let voltage = attributes.double(.compensationVoltage), voltage.isFinite {
            description.ionMobilities = [IonMobility(.compensationVoltage, voltage)]
        }
        return description
    }

    private func completeScan() {
        guard let scan = current else { return }
        current = nil
        gatheredBytes += scan.peaks?.text.count ?? 0
        lastID = scan.number.map { "scan=\($0)" } ?? "index=\(scan.index)"
        scans.append(scan)
    }

    private func startPeaks(_ attributes: XMLAttributes) {
        guard current != nil, current?.peaks == nil else {
            failure = .unexpectedStructure(
                path: path, byteOffset: currentOffset(), spectrum: lastID,
                what: "a <peaks> element where its scan has one already or a nested scan has begun")
            return
        }
        var peaks = MzXMLScan.Peaks()
        peaks.precision = attributes.integer(.precision) ?? 32
        switch attributes.text(.compressionType) {
        case nil, "none", "": break
        case "zlib": peaks.isZlib = true
        case let other?: peaks.unreadable = "compressionType=\"\(other)\" is not read"
        }
        if let order = attributes.text(.byteOrder), order != "network" {
            peaks.unreadable = "byteOrder=\"\(order)\" is not read"
        }
        if let content = attributes.text(.contentType) ?? attributes.text(.pairOrder), content != "m/z-int" {
            peaks.unreadable = "peaks with content \"\(content)\" are not read"
        }
        current?.peaks = peaks
        target = .peaks
        wantsCharacters = true
    }

    // MARK: - Precursors

    private func startPrecursor(_ attributes: XMLAttributes) {
        guard current != nil else { return }
        var entry = MzXMLScan.PrecursorEntry()
        entry.intensity = attributes.double(.precursorIntensity)
        entry.windowWidth = attributes.double(.windowWideness)
        entry.activationMethod = attributes.text(.activationMethod)
        entry.sourceScan = attributes.integer(.precursorScanNum)
        if let charge = attributes.text(.precursorCharge) { entry.charge = readCharge(charge) }
        if let charges = attributes.text(.possibleCharges) {
            entry.possibleCharges = charges.split(separator: ",").compactMap { readCharge(String($0)) }.uniqueAscending
        }
        current?.precursors.append(entry)
        precursorText.removeAll(keepingCapacity: true)
        target = .precursor
        wantsCharacters = true
    }

    private func endPrecursor() {
        wantsCharacters = false
        guard let last = current?.precursors.indices.last else { return }
        let mz = precursorText.withUnsafeBufferPointer { DecimalNumber.double($0) }
        if let mz, mz > 0, mz < .infinity {
            current?.precursors[last].mz = mz
        } else {
            current?.hasUnreadablePrecursor = true
        }
    }

    /// The charge a text states: 0 means that it is not known.
    private func readCharge(_ text: String) -> Int? {
        guard let charge = Int(text.trimmingSpaces), charge.magnitude < 1000 else {
            current?.hasUnreadableCharge = true
            return nil
        }
        return charge == 0 ? nil : abs(charge)
    }

    private static func isTrue(_ text: String) -> Bool { text == "1" || text == "true" }
}
