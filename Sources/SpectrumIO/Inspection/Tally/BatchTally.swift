internal import SpectrumModel

/// What is counted about the spectra of a batch, small enough to keep for the whole file: its size does not grow with the
/// number of spectra.
struct BatchTally: Sendable {
    /// Deeper levels, which only a damaged file states, are counted as this one, so that there are few.
    static let deepestLevel = 20

    private var spectra = 0
    private var levels: [Int: LevelTally] = [:]
    private var mz: ClosedRange<Double>?
    private var retentionTimes: ClosedRange<Double>?
    private var polarities: [Polarity: Int] = [:]
    private var withoutTime = 0
    private var withoutPolarity = 0
    private var precursors = PrecursorTally()
    private var ionMobilities = IonMobilityTally()
    private var extraArrays = ExtraArrayTally()
    private var reporterIons = ReporterIonTally()
    private var setAside: [String: Int] = [:]
    private var firstProblem: [String: String] = [:]

    /// The counts of a batch.
    init(_ entries: [ReadSpectrum]) {
        // The chromatogram is that of level 2 only in files without level 1.
        let chromatogramLevel = entries.contains { $0.spectrum?.msLevel == 1 } ? 1 : 2
        for entry in entries {
            spectra += 1
            switch entry {
            case .spectrum(let spectrum):
                let level = min(spectrum.msLevel, Self.deepestLevel)
                levels[level, default: LevelTally()].add(spectrum, isInChromatogram: level == chromatogramLevel)
                add(spectrum)
            case .setAside(let summary, let message, let byteOffset):
                levels[min(max(summary.msLevel, 0), Self.deepestLevel), default: LevelTally()].addSetAside()
                let reason = summary.setAside?.rawValue ?? "unknown"
                setAside[reason, default: 0] += 1
                if firstProblem[reason] == nil { firstProblem[reason] = "\(message) (byte \(byteOffset))" }
            }
        }
    }

    private mutating func add(_ spectrum: Spectrum) {
        if let first = spectrum.mz.first, let last = spectrum.mz.last { Self.widen(&mz, first...last) }
        if let time = spectrum.retentionTimeSeconds {
            Self.widen(&retentionTimes, time...time)
        } else {
            withoutTime += 1
        }
        if let polarity = spectrum.polarity {
            polarities[polarity, default: 0] += 1
        } else {
            withoutPolarity += 1
        }
        ionMobilities.add(spectrum)
        extraArrays.add(spectrum)
        guard spectrum.msLevel > 1 else { return }
        precursors.add(spectrum.precursors.first)
        reporterIons.add(spectrum)
    }

    /// Adds the batch that follows in the file.
    mutating func merge(_ later: BatchTally) {
        spectra += later.spectra
        for (number, level) in later.levels { levels[number, default: LevelTally()].merge(level) }
        if let range = later.mz { Self.widen(&mz, range) }
        if let range = later.retentionTimes { Self.widen(&retentionTimes, range) }
        polarities.merge(later.polarities, uniquingKeysWith: +)
        withoutTime += later.withoutTime
        withoutPolarity += later.withoutPolarity
        precursors.merge(later.precursors)
        ionMobilities.merge(later.ionMobilities)
        extraArrays.merge(later.extraArrays)
        reporterIons.merge(later.reporterIons)
        setAside.merge(later.setAside, uniquingKeysWith: +)
        firstProblem.merge(later.firstProblem) { first, _ in first }
    }

    /// Writes the counts into an inspection.
    func fill(_ inspection: inout SpectrumFileInspection) {
        inspection.spectra = spectra
        inspection.levels = levels.mapValues(\.finding)
        inspection.peaks = levels.values.reduce(0) { $0 + $1.peaks }
        inspection.chromatogram = [1, 2].lazy.compactMap { levels[$0]?.chromatogram(msLevel: $0) }.first
        inspection.mzRange = mz.map { [$0.lowerBound, $0.upperBound] }
        inspection.retentionTimeRangeSeconds = retentionTimes.map { [$0.lowerBound, $0.upperBound] }
        inspection.withoutRetentionTime = withoutTime
        for (polarity, count) in polarities { inspection.polarities[polarity.rawValue] = count }
        if withoutPolarity > 0 { inspection.polarities[SpectrumFileInspection.notStated] = withoutPolarity }
        precursors.fill(&inspection)
        inspection.ionMobility = ionMobilities.findings
        inspection.extraArrays = extraArrays.findings
        inspection.reporterIons = reporterIons.findings
        inspection.setAside = setAside
        inspection.problems = setAside.sorted { $0.key < $1.key }.map { reason, count in
            "\(count) x \(reason)" + (firstProblem[reason].map { ", the first: \($0)" } ?? "")
        }
    }

    private static func widen(_ range: inout ClosedRange<Double>?, _ other: ClosedRange<Double>) {
        range = range?.widened(to: other) ?? other
    }
}
