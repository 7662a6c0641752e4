internal import SpectrumModel

/// Turns ions into the spectrum an instrument writes: resolved, measured with its errors, as centroids or as signal.
struct SpectrumFinish {
    let scene: RunScene
    let analyser: MassAnalyser

    /// - Parameter counts: what was collected; used up.
    func spectrum(
        _ counts: inout IonCounts, number: Int, msLevel: Int, startSeconds: Double, exposureSeconds: Double,
        precursor: Precursor?, stream: inout RandomStream
    ) -> Spectrum {
        counts.sort()
        counts.resolve(with: analyser)
        counts.measure(with: analyser, errorPPM: scene.massError.ppm(atSeconds: startSeconds), stream: &stream)
        let peaks =
            scene.isProfile
            ? ProfileSignal(analyser: analyser).samples(of: counts.entries, stream: &stream) : counts.entries
        return Spectrum(
            index: number, nativeID: scene.nativeID(number), scanNumber: number + 1, msLevel: msLevel,
            retentionTimeSeconds: startSeconds, polarity: .positive, signal: scene.isProfile ? .profile : .centroid,
            precursors: precursor.map { [$0] } ?? [], mz: peaks.map(\.mz),
            // Intensities are ions a second.
            intensities: peaks.map { Self.digitised($0.ions / exposureSeconds) })
    }

    /// What a converter of 12 bits makes of a signal: a number with 12 significant bits.
    private static func digitised(_ intensity: Double) -> Double {
        guard intensity > 0 else { return 0 }
        let step = Double(sign: .plus, exponent: intensity.exponent - 11, significand: 1)
        return (intensity / step).rounded() * step
    }
}
