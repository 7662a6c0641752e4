internal import SpectrumModel

/// Writes `<spectrum>` elements of mzML.
struct MzMLSpectrumEncoder: SpectrumFormatEncoder {
    let mzPrecision: FloatPrecision
    /// `nil` where each spectrum has as many bits as its intensities need.
    let intensityPrecision: FloatPrecision?
    private let arrays = BinaryArrayEncoder()

    init(mzPrecision: FloatPrecision, intensityPrecision: FloatPrecision?) {
        self.mzPrecision = mzPrecision
        self.intensityPrecision = intensityPrecision
    }

    func encode(_ spectrum: Spectrum) throws(SpectrumWriteError) -> EncodedSpectrum {
        let mz = arrays.array(spectrum.mz, mzPrecision)
        let intensityPrecision = intensityPrecision ?? .holding(spectrum.intensities)
        let intensities = arrays.array(spectrum.intensities, intensityPrecision)
        let id = MzMLDocument.isValidID(spectrum.nativeID) ? spectrum.nativeID : nil

        var lines = XMLLines(
            after: " defaultArrayLength=\"\(spectrum.peakCount)\">\n", depth: 5,
            byteCount: 4096 + 1024 * spectrum.precursors.count + mz.base64.utf8.count + intensities.base64.utf8.count)
        facts(of: spectrum, &lines)
        if id == nil, !spectrum.nativeID.hasPrefix("index=") {
            lines.term("MS:1000796", "spectrum title", spectrum.nativeID)
        }
        scan(of: spectrum, &lines)
        precursors(spectrum.precursors, &lines)
        lines.open("<binaryDataArrayList count=\"\(2 + spectrum.extraArrays.count)\">")
        array(mz, mzPrecision, &lines) { $0.term("MS:1000514", "m/z array", unit: .mz) }
        array(intensities, intensityPrecision, &lines) { $0.term("MS:1000515", "intensity array", unit: .counts) }
        for extra in spectrum.extraArrays {
            array(arrays.array(extra.values, .bits64), .bits64, &lines, content: extra.term)
        }
        lines.close("</binaryDataArrayList>")
        lines.close("</spectrum>")
        return EncodedSpectrum(format: .mzML, name: .identifier(id), text: lines.text)
    }

    private func facts(of spectrum: Spectrum, _ lines: inout XMLLines) {
        lines.term("MS:1000511", "ms level", "\(spectrum.msLevel)")
        if spectrum.msLevel == 1 {
            lines.term("MS:1000579", "MS1 spectrum")
        } else {
            lines.term("MS:1000580", "MSn spectrum")
        }
        switch spectrum.polarity {
        case .positive: lines.term("MS:1000130", "positive scan")
        case .negative: lines.term("MS:1000129", "negative scan")
        case nil: break
        }
        switch spectrum.signal {
        case .centroid: lines.term("MS:1000127", "centroid spectrum")
        case .profile: lines.term("MS:1000128", "profile spectrum")
        case .unknown: break
        }
        let facts = PeakFacts(of: spectrum)
        if let extremes = facts.extremes {
            lines.term("MS:1000504", "base peak m/z", extremes.basePeakMZ, unit: .mz)
            lines.term("MS:1000505", "base peak intensity", extremes.basePeakIntensity, unit: .counts)
        }
        lines.term("MS:1000285", "total ion current", facts.totalIonCurrent, unit: .counts)
        if let extremes = facts.extremes {
            lines.term("MS:1000528", "lowest observed m/z", extremes.lowestMZ, unit: .mz)
            lines.term("MS:1000527", "highest observed m/z", extremes.highestMZ, unit: .mz)
        }
    }

    private func scan(of spectrum: Spectrum, _ lines: inout XMLLines) {
        lines.open("<scanList count=\"1\">")
        lines.term("MS:1000795", "no combination")
        lines.open("<scan>")
        if let seconds = spectrum.retentionTimeSeconds {
            lines.term("MS:1000016", "scan start time", Self.minutes(ofSeconds: seconds), unit: .minute)
        }
        if let filter = spectrum.scan.filterString { lines.term("MS:1000512", "filter string", filter) }
        if let time = spectrum.scan.injectionTimeMilliseconds {
            lines.term("MS:1000927", "ion injection time", time, unit: .millisecond)
        }
        for mobility in spectrum.scan.ionMobilities { lines.term(mobility) }
        scanWindows(spectrum.scan.windows, &lines)
        lines.close("</scan>")
        lines.close("</scanList>")
    }

    private func scanWindows(_ windows: [ScanWindow], _ lines: inout XMLLines) {
        guard !windows.isEmpty else { return }
        lines.open("<scanWindowList count=\"\(windows.count)\">")
        for window in windows {
            lines.open("<scanWindow>")
            lines.term("MS:1000501", "scan window lower limit", window.lowerMZ, unit: .mz)
            lines.term("MS:1000500", "scan window upper limit", window.upperMZ, unit: .mz)
            lines.close("</scanWindow>")
        }
        lines.close("</scanWindowList>")
    }

    /// The minutes that give back the seconds when they are multiplied by 60, where there are such, else the nearest.
    ///
    /// Minutes just below a power of two of seconds lie 1.9 units in the last place of the seconds apart, so that some
    /// seconds lie between two of them.
    static func minutes(ofSeconds seconds: Double) -> Double {
        let nearest = seconds / 60
        if nearest * 60 == seconds { return nearest }
        if nearest.nextUp * 60 == seconds { return nearest.nextUp }
        if nearest.nextDown * 60 == seconds { return nearest.nextDown }
        return nearest
    }

    private func array(
        _ array: BinaryArrayEncoder.EncodedArray, _ precision: FloatPrecision, _ lines: inout XMLLines,
        content: (inout XMLLines) -> Void
    ) {
        lines.open("<binaryDataArray encodedLength=\"\(array.base64.utf8.count)\">")
        switch precision {
        case .bits64: lines.term("MS:1000523", "64-bit float")
        case .bits32: lines.term("MS:1000521", "32-bit float")
        }
        lines.term("MS:1000574", "zlib compression")
        content(&lines)
        lines.begin()
        lines.add("<binary>")
        lines.add(array.base64)
        lines.add("</binary>")
        lines.end()
        lines.close("</binaryDataArray>")
    }
}

extension ExtraArray {
    /// The cvParam that names the array.
    fileprivate func term(_ lines: inout XMLLines) {
        let unit = MzMLUnit(unitAccession, unitName ?? "")
        if let accession {
            lines.term(accession, name, unit: unit)
        } else {
            lines.term("MS:1000786", "non-standard data array", name, unit: unit)
        }
    }
}
