internal import SpectrumModel

extension Spectrum {
    /// Drops the numbers about it, other than its peaks, that are infinite or no numbers, and says whether there were any.
    mutating func dropInfiniteNumbers() -> Bool {
        guard !hasFiniteNumbers else { return false }
        retentionTimeSeconds = retentionTimeSeconds?.ifFinite
        precursors = precursors.map { $0.withFiniteNumbers }
        return true
    }

    private var hasFiniteNumbers: Bool {
        retentionTimeSeconds?.isFinite ?? true && precursors.allSatisfy(\.hasFiniteNumbers)
    }
}

extension Precursor {
    fileprivate var hasFiniteNumbers: Bool {
        mz?.isFinite ?? true && intensity?.isFinite ?? true && activation.collisionEnergy?.isFinite ?? true
            && isolationWindow?.hasFiniteNumbers ?? true
    }

    fileprivate var withFiniteNumbers: Precursor {
        var precursor = self
        precursor.mz = mz?.ifFinite
        precursor.intensity = intensity?.ifFinite
        precursor.activation.collisionEnergy = activation.collisionEnergy?.ifFinite
        if isolationWindow?.hasFiniteNumbers == false { precursor.isolationWindow = nil }
        return precursor
    }
}

extension IsolationWindow {
    fileprivate var hasFiniteNumbers: Bool { targetMZ.isFinite && lowerOffset.isFinite && upperOffset.isFinite }
}

extension Double {
    /// The number itself, unless it is infinite or none.
    fileprivate var ifFinite: Double? { isFinite ? self : nil }
}
