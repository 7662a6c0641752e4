internal import SpectrumModel

/// Writes `<scan>` elements of mzXML.
struct MzXMLScanEncoder: SpectrumFormatEncoder {
    /// Bits of an m/z and of an intensity.
    let precision: FloatPrecision
    private let arrays = BinaryArrayEncoder()

    init(precision: FloatPrecision) { self.precision = precision }

    func encode(_ spectrum: Spectrum) throws(SpectrumWriteError) -> EncodedSpectrum {
        guard let scanNumber = spectrum.scanNumber, scanNumber > 0 else {
            throw notRepresentable(spectrum, "it has no positive scan number")
        }
        guard spectrum.precursors.allSatisfy({ $0.mz != nil }) else {
            throw notRepresentable(spectrum, "it has a precursor without m/z")
        }
        let peaks = arrays.pairs(mz: spectrum.mz, intensities: spectrum.intensities, precision)
        // The document indents the line that begins the scan.
        var lines = XMLLines(
            after: "<scan\(attributes(of: spectrum, scanNumber: scanNumber))>\n", depth: 3,
            byteCount: 1024 + 256 * spectrum.precursors.count + peaks.base64.utf8.count)
        for precursor in spectrum.precursors { self.precursor(precursor, &lines) }
        self.peaks(peaks, isEmpty: spectrum.peakCount == 0, &lines)
        lines.close("</scan>")
        return EncodedSpectrum(format: .mzXML, name: .scan(scanNumber), text: lines.text)
    }

    private func notRepresentable(_ spectrum: Spectrum, _ reason: String) -> SpectrumWriteError {
        .notRepresentable(spectrum: spectrum.nativeID, format: .mzXML, reason: reason)
    }

    private func attributes(of spectrum: Spectrum, scanNumber: Int) -> String {
        var text = " num=\"\(scanNumber)\""
        switch spectrum.signal {
        case .centroid: text += " centroided=\"1\""
        case .profile: text += " centroided=\"0\""
        case .unknown: break
        }
        text += " msLevel=\"\(spectrum.msLevel)\" peaksCount=\"\(spectrum.peakCount)\""
        switch spectrum.polarity {
        case .positive: text += " polarity=\"+\""
        case .negative: text += " polarity=\"-\""
        case nil: break
        }
        if let time = spectrum.retentionTimeSeconds { text += " retentionTime=\"\(XMLDuration.text(seconds: time))\"" }
        if let energy = sharedCollisionEnergy(of: spectrum.precursors) { text += " collisionEnergy=\"\(energy)\"" }
        let facts = PeakFacts(of: spectrum)
        if let extremes = facts.extremes {
            text += " lowMz=\"\(extremes.lowestMZ)\" highMz=\"\(extremes.highestMZ)\""
            text += " basePeakMz=\"\(extremes.basePeakMZ)\" basePeakIntensity=\"\(extremes.basePeakIntensity)\""
        }
        return text + " totIonCurrent=\"\(facts.totalIonCurrent)\""
    }

    /// The energy of all precursors, where they have the same: mzXML states one for the scan.
    private func sharedCollisionEnergy(of precursors: [Precursor]) -> Double? {
        guard let first = precursors.first?.activation.collisionEnergy,
            precursors.allSatisfy({ $0.activation.collisionEnergy == first })
        else { return nil }
        return first
    }

    /// The schema wants an intensity, but 0 would be a measurement: one that is not known is left out.
    private func precursor(_ precursor: Precursor, _ lines: inout XMLLines) {
        guard let mz = precursor.mz else { return }
        lines.begin()
        lines.add("<precursorMz")
        if let scan = precursor.sourceSpectrumID.flatMap({ ScanNumber.stated(in: $0) }), scan > 0 {
            lines.add(" precursorScanNum=\"\(scan)\"")
        }
        if let intensity = precursor.intensity { lines.add(" precursorIntensity=\"\(intensity)\"") }
        if let charge = precursor.charge { lines.add(" precursorCharge=\"\(charge)\"") }
        if !precursor.possibleCharges.isEmpty {
            lines.add(" possibleCharges=\"\(precursor.possibleCharges.map { "\($0)" }.joined(separator: ","))\"")
        }
        if let window = precursor.isolationWindow {
            lines.add(" windowWideness=\"\(window.lowerOffset + window.upperOffset)\"")
        }
        if let method = methodName(precursor.activation.methods) { lines.add(" activationMethod=\"\(method)\"") }
        lines.add(">\(mz)</precursorMz>")
        lines.end()
    }

    /// The name that mzXML has for the methods: one of those its schema lists, or a later name that readers know.
    private func methodName(_ methods: [DissociationMethod]) -> String? {
        switch methods {
        case [.cid]: "CID"
        case [.hcd]: "HCD"
        case [.etd]: "ETD"
        case [.ecd]: "ECD"
        case [.cid, .etd]: "ETD+SA"
        case [.ethcd], [.hcd, .etd]: "EThcD"
        case [.irmpd]: "IRMPD"
        case [.uvpd]: "UVPD"
        default: nil
        }
    }

    private func peaks(_ peaks: BinaryArrayEncoder.EncodedArray, isEmpty: Bool, _ lines: inout XMLLines) {
        lines.begin()
        if isEmpty {
            lines.add("<peaks xsi:nil=\"true\" compressionType=\"none\" compressedLen=\"0\"")
        } else {
            lines.add("<peaks compressionType=\"zlib\" compressedLen=\"\(peaks.compressedByteCount)\"")
        }
        lines.add(" precision=\"\(precision.rawValue)\" byteOrder=\"network\" contentType=\"m/z-int\">")
        if !isEmpty { lines.add(peaks.base64) }
        lines.add("</peaks>")
        lines.end()
    }
}
