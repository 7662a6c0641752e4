internal import Foundations
internal import SpectrumModel

/// A line of a ``SpectrumTable`` while it is being made; its fields follow the order of the columns.
struct SpectrumTableLine {
    private(set) var text = ""
    private(set) var fieldCount = 0

    /// Adds all fields of a spectrum that was read.
    mutating func add(_ spectrum: Spectrum) {
        addIdentity(spectrum.index, spectrum.nativeID, spectrum.scanNumber, spectrum.msLevel)
        field(spectrum.signal.rawValue)
        field(spectrum.retentionTimeSeconds)
        field(spectrum.polarity?.rawValue)
        addPrecursors(spectrum.precursors)
        addPeaks(of: spectrum)
    }

    /// Adds all fields of a spectrum that was set aside: what is known of it, and nothing of peaks that were not decoded.
    mutating func add(_ summary: SpectrumSummary) {
        addIdentity(summary.index, summary.nativeID, summary.scanNumber, summary.msLevel)
        missing(1)
        field(summary.retentionTimeSeconds)
        missing(1)
        field(summary.precursorMZ)
        field(summary.precursorCharge)
        missing(11)
        field(summary.setAside?.rawValue)
        missing(1)
    }

    // MARK: - Parts

    private mutating func addIdentity(_ index: Int, _ nativeID: String, _ scanNumber: Int?, _ msLevel: Int) {
        field(index)
        field(nativeID)
        field(scanNumber)
        field(msLevel)
    }

    private mutating func addPrecursors(_ precursors: [Precursor]) {
        list(precursors) { $0.mz.map { "\($0)" } }
        list(precursors) { $0.charge.map { "\($0)" } }
        list(precursors) { $0.possibleCharges.map { "\($0)" }.joined(separator: ",") }
        list(precursors) { ($0.isolationWindow?.lowerMZ).map { "\($0)" } }
        list(precursors) { ($0.isolationWindow?.upperMZ).map { "\($0)" } }
        list(precursors) { $0.activation.methods.map(\.rawValue).joined(separator: "+") }
        list(precursors) { $0.sourceSpectrumID }
    }

    private mutating func addPeaks(of spectrum: Spectrum) {
        let facts = PeakFacts(of: spectrum)
        field(spectrum.peakCount)
        field(facts.extremes?.lowestMZ)
        field(facts.extremes?.highestMZ)
        field(facts.extremes?.basePeakMZ)
        field(facts.extremes?.basePeakIntensity)
        field(facts.totalIonCurrent)
        missing(1)
        field(Int(Self.checksum(of: spectrum)))
    }

    /// The bytes are those in memory: artefacts hold the package to little-endian machines.
    private static func checksum(of spectrum: Spectrum) -> UInt32 {
        let ofMZ = spectrum.mz.withUnsafeBytes { CRC32.continued(0, $0) }
        return spectrum.intensities.withUnsafeBytes { CRC32.continued(ofMZ, $0) }
    }

    // MARK: - Fields

    private mutating func field(_ value: String?) {
        if fieldCount > 0 { text += "\t" }
        fieldCount += 1
        guard let value else { return }
        let isPlain = !value.utf8.contains { $0 < 0x20 }
        text += isPlain ? value : String(value.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
    }

    private mutating func field(_ value: Int?) { field(value.map { "\($0)" }) }

    private mutating func field(_ value: Double?) { field(value.map { "\($0)" }) }

    private mutating func missing(_ count: Int) { for _ in 0..<count { field(String?.none) } }

    private mutating func list(_ precursors: [Precursor], _ value: (Precursor) -> String?) {
        field(precursors.map { value($0) ?? "" }.joined(separator: ";"))
    }
}
