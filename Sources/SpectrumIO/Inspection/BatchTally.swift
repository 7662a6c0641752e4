import SpectrumModel

/// What is counted about the spectra of a batch, small enough to keep for the whole file.
struct BatchTally: Sendable {
    private var spectra = 0
    private var levels: [Int: SpectrumFileInspection.Level] = [:]
    private var peakCounts: [Int: [Int]] = [:]
    private var mz: ClosedRange<Double>?
    private var retentionTimes: ClosedRange<Double>?
    private var charges: [Int: Int] = [:]
    private var activations: [String: Int] = [:]
    private var isolationWidths: [String: Int] = [:]
    private var polarities: [String: Int] = [:]
    private var setAside: [String: Int] = [:]
    private var firstProblem: [String: String] = [:]

    init(_ entries: [ReadSpectrum]) {
        for entry in entries {
            spectra += 1
            switch entry {
            case .spectrum(let spectrum): add(spectrum)
            case .setAside(let summary, let message, let byteOffset):
                levels[summary.msLevel, default: SpectrumFileInspection.Level()].spectra += 1
                let reason = summary.setAside?.rawValue ?? "unknown"
                setAside[reason, default: 0] += 1
                if firstProblem[reason] == nil { firstProblem[reason] = "\(message) (byte \(byteOffset))" }
            }
        }
    }

    private mutating func add(_ spectrum: Spectrum) {
        var level = levels[spectrum.msLevel] ?? SpectrumFileInspection.Level()
        level.spectra += 1
        level.centroid += spectrum.signal == .centroid ? 1 : 0
        level.profile += spectrum.signal == .profile ? 1 : 0
        levels[spectrum.msLevel] = level
        peakCounts[spectrum.msLevel, default: []].append(spectrum.peakCount)
        if let first = spectrum.mz.first, let last = spectrum.mz.last { Self.widen(&mz, first...last) }
        if let time = spectrum.retentionTimeSeconds { Self.widen(&retentionTimes, time...time) }
        if let polarity = spectrum.polarity { polarities[polarity.rawValue, default: 0] += 1 }
        if spectrum.msLevel > 1 { addPrecursor(spectrum.precursors.first) }
    }

    private mutating func addPrecursor(_ precursor: Precursor?) {
        charges[precursor?.charge ?? 0, default: 0] += 1
        let methods = precursor?.activation.methods.map(\.rawValue) ?? []
        activations[methods.isEmpty ? "not stated" : methods.joined(separator: "+"), default: 0] += 1
        if let window = precursor?.isolationWindow {
            let hundredths = ((window.upperMZ - window.lowerMZ) * 100).rounded()
            isolationWidths["\(hundredths / 100)", default: 0] += 1
        }
    }

    mutating func merge(_ other: BatchTally) {
        spectra += other.spectra
        for (number, level) in other.levels {
            var sum = levels[number] ?? SpectrumFileInspection.Level()
            sum.spectra += level.spectra
            sum.centroid += level.centroid
            sum.profile += level.profile
            levels[number] = sum
        }
        peakCounts.merge(other.peakCounts, uniquingKeysWith: +)
        if let range = other.mz { Self.widen(&mz, range) }
        if let range = other.retentionTimes { Self.widen(&retentionTimes, range) }
        charges.merge(other.charges, uniquingKeysWith: +)
        activations.merge(other.activations, uniquingKeysWith: +)
        isolationWidths.merge(other.isolationWidths, uniquingKeysWith: +)
        polarities.merge(other.polarities, uniquingKeysWith: +)
        setAside.merge(other.setAside, uniquingKeysWith: +)
        firstProblem.merge(other.firstProblem) { first, _ in first }
    }

    func fill(_ inspection: inout SpectrumFileInspection) {
        inspection.spectra = spectra
        inspection.levels = levels
        for (number, counts) in peakCounts { inspection.levels[number]?.peaks = Self.spread(of: counts) }
        inspection.peaks = peakCounts.values.reduce(0) { $0 + $1.reduce(0, +) }
        inspection.mzRange = mz.map { [$0.lowerBound, $0.upperBound] }
        inspection.retentionTimeRangeSeconds = retentionTimes.map { [$0.lowerBound, $0.upperBound] }
        inspection.charges = charges
        inspection.activations = activations
        inspection.isolationWidths = isolationWidths
        inspection.polarities = polarities
        inspection.setAside = setAside
        inspection.problems = setAside.sorted { $0.key < $1.key }.map { reason, count in
            "\(count) x \(reason)" + (firstProblem[reason].map { ", the first: \($0)" } ?? "")
        }
    }

    private static func spread(of counts: [Int]) -> SpectrumFileInspection.Spread {
        let sorted = counts.sorted()
        guard let first = sorted.first, let last = sorted.last else { return SpectrumFileInspection.Spread() }
        return SpectrumFileInspection.Spread(minimum: first, median: sorted[(sorted.count - 1) / 2], maximum: last)
    }

    private static func widen(_ range: inout ClosedRange<Double>?, _ other: ClosedRange<Double>) {
        guard let old = range else {
            range = other
            return
        }
        range = min(old.lowerBound, other.lowerBound)...max(old.upperBound, other.upperBound)
    }
}
