internal import SpectrumModel

extension MzXMLScan {
    /// The spectrum without its peaks.
    var spectrum: Spectrum {
        Spectrum(
            index: index, nativeID: number.map { "scan=\($0)" } ?? "index=\(index)", scanNumber: number,
            msLevel: msLevel ?? 0, retentionTimeSeconds: retentionTimeSeconds, polarity: polarity, signal: signal,
            precursors: precursors.map { $0.precursor(collisionEnergy: collisionEnergy) }, scan: scan)
    }
}

extension MzXMLScan.PrecursorEntry {
    /// The precursor; its window reaches half of `windowWideness` to either side of the m/z.
    func precursor(collisionEnergy: Double?) -> Precursor {
        var window: IsolationWindow?
        if let mz, let windowWidth, windowWidth > 0 {
            window = IsolationWindow(targetMZ: mz, lowerOffset: windowWidth / 2, upperOffset: windowWidth / 2)
        }
        return Precursor(
            mz: mz, charge: charge, possibleCharges: charge == nil ? possibleCharges : [], intensity: intensity,
            isolationWindow: window,
            activation: Activation(
                methods: activationMethod.map(DissociationMethod.named) ?? [], collisionEnergy: collisionEnergy),
            sourceSpectrumID: sourceScan.flatMap { $0 > 0 ? "scan=\($0)" : nil })
    }
}
