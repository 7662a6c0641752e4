internal import SpectrumModel

extension Spectrum {
    /// What no spectrum can have and a reader would set aside or misread: a number that is not finite or out of its
    /// range; `nil` where all is well.
    var fault: String? {
        if msLevel < 1 { return "its MS level is \(msLevel)" }
        if let time = retentionTimeSeconds, !time.isFinite { return "its retention time is \(time) s" }
        for precursor in precursors {
            if let fault = precursor.fault { return "its precursor has \(fault)" }
        }
        return scan.fault ?? peakFault ?? extraArrayFault
    }

    private var extraArrayFault: String? {
        extraArrays.first { $0.values.count != peakCount }
            .map { "its array \"\($0.name)\" has \($0.values.count) values for \(peakCount) peaks" }
    }

    /// The first m/z that is negative or not finite, or intensity that 32 bits cannot hold.
    private var peakFault: String? {
        for index in mz.indices {
            if !(mz[index] >= 0 && mz[index] < .infinity) { return "peak \(index) has the m/z \(mz[index])" }
            if !(intensities[index].magnitude <= Double(Float.greatestFiniteMagnitude)) {
                return "peak \(index) has the intensity \(intensities[index])"
            }
        }
        return nil
    }
}

extension ScanDescription {
    /// A number that is not finite.
    fileprivate var fault: String? {
        if let window = windows.first(where: { !$0.lowerMZ.isFinite || !$0.upperMZ.isFinite }) {
            return "its scan window is \(window.lowerMZ) to \(window.upperMZ)"
        }
        if let time = injectionTimeMilliseconds, !time.isFinite { return "its injection time is \(time) ms" }
        return ionMobilities.first { !$0.value.isFinite }.map { "its \($0.quantity.rawValue) is \($0.value)" }
    }
}

extension Precursor {
    /// What no precursor can have, in words that follow "has".
    fileprivate var fault: String? {
        if let mz, !(mz > 0 && mz < .infinity) { return "the m/z \(mz)" }
        if let charge = ([charge].compactMap { $0 } + possibleCharges).first(where: { $0 < 1 }) {
            return "the charge \(charge)"
        }
        if let intensity, !intensity.isFinite { return "the intensity \(intensity)" }
        if let mobility = ionMobilities.first(where: { !$0.value.isFinite }) {
            return "the \(mobility.quantity.rawValue) \(mobility.value)"
        }
        if let energy = activation.collisionEnergy, !energy.isFinite { return "the collision energy \(energy)" }
        guard let window = isolationWindow else { return nil }
        let isValid =
            window.targetMZ.isFinite && window.lowerOffset >= 0 && window.lowerOffset < .infinity
            && window.upperOffset >= 0 && window.upperOffset < .infinity
        return isValid ? nil : "the isolation window \(window.lowerMZ) to \(window.upperMZ)"
    }
}
