internal import Chemistry
package import SpectrumModel

/// Makes survey spectra: the isotope envelopes of everything that leaves the column at the time.
package struct SurveySpectra {
    private let scene: RunScene
    private var counts = IonCounts()

    /// Peaks of a survey spectrum that come from nothing of the sample.
    private static let noisePeaks = 300.0

    /// Prepares the making of the survey spectra of a run.
    package init(scene: RunScene) { self.scene = scene }

    /// The survey spectrum that begins a cycle.
    package mutating func spectrum(of cycle: AcquisitionPlan.Cycle) -> Spectrum {
        var stream = scene.stream(forSpectrum: cycle.firstSpectrum)
        let time = cycle.startSeconds
        let present = scene.ions.candidates(atSeconds: time)
        let current = present.reduce(0) { $0 + scene.ions.ionsPerSecond($1, atSeconds: time) }
        let seconds = Exposure.survey.seconds(ionsPerSecond: current)
        collect(present, atSeconds: time, for: seconds, stream: &stream)
        let limit = scene.settings.instrument.surveyAnalyser.detectionLimitIons
        for _ in 0..<Int(stream.poisson(Self.noisePeaks)) {
            let mz = stream.uniform(IonTable.mzRange)
            counts.append(mz: mz, ions: 0.8 * limit * stream.factor(deviationLog2: 1))
        }
        let finished = SpectrumFinish(scene: scene, analyser: scene.settings.instrument.surveyAnalyser)
        return finished.spectrum(
            &counts, number: cycle.firstSpectrum, msLevel: 1, startSeconds: time, exposureSeconds: seconds,
            precursor: nil, stream: &stream)
    }

    private mutating func collect(
        _ present: Range<Int>, atSeconds time: Double, for seconds: Double, stream: inout RandomStream
    ) {
        counts.removeAll()
        let limit = scene.settings.instrument.surveyAnalyser.detectionLimitIons
        for index in present {
            let expected = scene.ions.ionsPerSecond(index, atSeconds: time) * seconds
            // What cannot show, not even beside another, is not worth counting.
            guard expected > limit / 4 else { continue }
            let ion = scene.ions.ions[index]
            for isotope in 0..<IsotopePatterns.count {
                let share = scene.patterns.share(ofIsotope: isotope, massDaltons: ion.massDaltons)
                let found = stream.poisson(expected * share)
                if found > 0 { counts.append(mz: ion.mz(isotope: isotope), ions: found) }
            }
        }
    }
}

extension Ion {
    /// m/z in Th of the peak with so many extra neutrons.
    package func mz(isotope: Int) -> Double { mz + Double(isotope) * ParticleMass.carbon13Shift / Double(charge) }
}
