internal import Chemistry
package import SpectrumModel

/// Makes fragment spectra, and says what is in them.
package struct FragmentSpectra {
    private let scene: RunScene
    private let model: FragmentationModel
    private var counts = IonCounts()
    /// Fewest ions that show as a peak.
    private let limit: Double
    /// Working memory: shares of one fragment by extra neutrons.
    private var isotopes = [Double](repeating: 0, count: IsotopePatterns.count)

    /// Share of the isolated ions that is seen as fragments; the rest is lost on the way.
    private static let transmission = 0.5
    /// Peaks of a fragment spectrum that come from no peptide.
    private static let noisePeaks = 30.0
    /// Components with a smaller share of the isolated ions are listed in the truth only where they leave a trace.
    private static let smallestListedShare = 0.02
    /// Number of b and y ions that make a trace: fewer identify nothing.
    private static let trace = 3
    private static let collisionEnergy = 28.0

    /// Prepares the making of the fragment spectra of a run.
    package init(scene: RunScene) {
        self.scene = scene
        model = FragmentationModel(seed: scene.settings.seed)
        limit = scene.settings.instrument.fragmentAnalyser.detectionLimitIons
    }

    /// The spectrum of an event, the `number`-th of the run, and its components.
    package mutating func spectrum(
        of event: AcquisitionPlan.Event, number: Int, survey: Int
    ) -> (spectrum: Spectrum, truth: [SpectrumComponent]) {
        var stream = scene.stream(forSpectrum: number)
        let precursor = precursor(of: event, survey: survey, stream: &stream)
        let isolated = isolatedIons(event, window: precursor.isolationWindow)
        let current = isolated.reduce(0) { $0 + $1.ionsPerSecond }
        let seconds = Exposure.fragments.seconds(ionsPerSecond: current)
        counts.removeAll()
        var truth: [SpectrumComponent] = []
        for (position, ion) in isolated.enumerated() {
            let seen = fragment(ion, for: seconds, stream: &stream)
            let share = ion.ionsPerSecond / current
            if position > 0 && share < Self.smallestListedShare && seen < Self.trace { continue }
            truth.append(component(ion, share: share, backbonePeaks: seen))
        }
        addNoise(event, stream: &stream)
        let finish = SpectrumFinish(scene: scene, analyser: scene.settings.instrument.fragmentAnalyser)
        let spectrum = finish.spectrum(
            &counts, number: number, msLevel: 2, startSeconds: event.startSeconds, exposureSeconds: seconds,
            precursor: precursor, stream: &stream)
        return (spectrum, numbered(truth, in: spectrum, precursor: precursor, event: event))
    }

    // MARK: Isolation

    private func precursor(of event: AcquisitionPlan.Event, survey: Int, stream: inout RandomStream) -> Precursor {
        let analyser = scene.settings.instrument.surveyAnalyser
        let (trueMZ, charge, current) = aim(of: event)
        let scatter = stream.normal(deviation: analyser.centroidDeviationTh(atMZ: trueMZ, ions: 50))
        let measured = trueMZ * (1 + scene.massError.ppm(atSeconds: event.startSeconds) * 1e-6) + scatter
        let mz = measured.rounded(toMultiplesOf: 1e-5)
        let halfWidth = scene.settings.acquisition.isolationWidthTh / 2
        return Precursor(
            mz: mz, charge: event.statesCharge ? charge : nil, intensity: current.rounded(),
            // The quadrupole does not share the drift of the analyser; it is set to a hundredth of a Th.
            isolationWindow: IsolationWindow(
                targetMZ: trueMZ.rounded(toMultiplesOf: 0.01), lowerOffset: halfWidth, upperOffset: halfWidth),
            activation: Activation(methods: [.hcd], collisionEnergy: Self.collisionEnergy),
            sourceSpectrumID: scene.nativeID(survey))
    }

    private func aim(of event: AcquisitionPlan.Event) -> (mz: Double, charge: Int, ionsPerSecond: Double) {
        switch event.trigger {
        case .noise(let mz, let charge): return (mz, charge, 2e4)
        case .ion(let index):
            let ion = scene.ions.ions[index]
            let current = scene.ions.ionsPerSecond(index, atSeconds: event.startSeconds)
            return (ion.mz(isotope: event.isotopeOffset), Int(ion.charge), current)
        }
    }

    /// What the window lets through: the ion aimed at first, then the others by falling ion current.
    private func isolatedIons(_ event: AcquisitionPlan.Event, window: IsolationWindow?) -> [IsolatedIon] {
        guard let window else { return [] }
        let range = window.lowerMZ...window.upperMZ
        let time = event.startSeconds
        let found = scene.ions.candidates(atSeconds: time)
            .compactMap { IsolatedIon($0, atSeconds: time, window: range, scene: scene) }
        // Something that is no peptide outshines what happens to be in its window.
        guard case .ion(let aim) = event.trigger else { return [] }
        return found.sorted { left, right in
            if (left.index == aim) != (right.index == aim) { return left.index == aim }
            return (right.ionsPerSecond, left.index) < (left.ionsPerSecond, right.index)
        }
    }

    // MARK: Fragmentation

    /// Adds the fragments of an ion; returns how many of its b and y ions can be seen.
    private mutating func fragment(_ isolated: IsolatedIon, for seconds: Double, stream: inout RandomStream) -> Int {
        var available = isolated.ionsPerSecond * seconds * Self.transmission
        // So few ions leave no trace once they are spread over many fragments.
        guard available > 3 * limit else { return 0 }
        let ion = scene.ions.ions[isolated.index]
        let analyte = scene.catalogue.analytes[Int(ion.analyte)]
        guard let peptidoform = analyte.peptidoform(Int(ion.form)) else { return 0 }
        available -= addReporters(of: analyte, form: Int(ion.form), ions: available, stream: &stream)
        var seen = 0
        for fragment in model.fragments(of: peptidoform, charge: Int(ion.charge)) {
            let expected = available * fragment.share
            guard expected > 0.2 else { continue }
            isolated.fragmentIsotopes(massShare: fragment.massShare, into: &isotopes)
            for (isotope, share) in isotopes.enumerated() where share > 0.01 {
                let ions = stream.poisson(expected * share)
                guard ions > 0 else { continue }
                let shift = Double(isotope) * ParticleMass.carbon13Shift / Double(fragment.charge)
                counts.append(mz: fragment.mz + shift, ions: ions)
                if isotope == 0 && fragment.isBackbone && ions >= limit { seen += 1 }
            }
        }
        return seen
    }

    /// Adds the reporter ions of tagged peptides; returns the ions spent on them.
    private mutating func addReporters(
        of analyte: Analyte, form: Int, ions: Double, stream: inout RandomStream
    ) -> Double {
        guard let tags = scene.tags else { return 0 }
        // An acetylated N-terminus takes no tag, and a peptide without lysine has no other place for it.
        let modifications = analyte.forms[form].modifications
        guard modifications.contains(where: { $0.definition == tags.modification }) else { return 0 }
        let spent = 0.3 * ions
        let amounts = scene.run.samples.map { analyte.amount(inSample: scene.amounts.sampleAmounts[$0]) }
        let sum = amounts.reduce(0, +)
        guard sum > 0 else { return 0 }
        for (channel, amount) in zip(tags.channels, amounts) {
            let found = stream.poisson(spent * amount / sum)
            if found > 0 { counts.append(mz: channel.reporterMZ, ions: found) }
        }
        return spent
    }

    /// Adds what comes from no peptide: a few weak peaks always, many where nothing else is there.
    private mutating func addNoise(_ event: AcquisitionPlan.Event, stream: inout RandomStream) {
        var (mean, height) = (Self.noisePeaks, 0.8 * limit)
        if case .noise = event.trigger { (mean, height) = (60, 2 * limit) }
        for _ in 0..<Int(stream.poisson(mean)) {
            counts.append(mz: stream.uniform(115...1_600), ions: height * stream.factor(deviationLog2: 1))
        }
    }

    // MARK: Truth

    private func component(_ isolated: IsolatedIon, share: Double, backbonePeaks: Int) -> SpectrumComponent {
        let ion = scene.ions.ions[isolated.index]
        let analyte = scene.catalogue.analytes[Int(ion.analyte)]
        let peptidoform = analyte.peptidoform(Int(ion.form))
        return SpectrumComponent(
            run: scene.run.name, spectrumID: "", scanNumber: nil, retentionTimeSeconds: 0, statedMZ: 0,
            statedCharge: nil, isotopeOffset: 0, component: 0, origin: analyte.isForeign ? .foreign : .database,
            share: share.rounded(toMultiplesOf: 1e-4), peptidoform: peptidoform?.description ?? "",
            sequence: String(decoding: analyte.sequence, as: UTF8.self), charge: Int(ion.charge),
            proteins: analyte.proteins.map { scene.accessions[$0] },
            monoisotopicMZ: ion.mz.rounded(toMultiplesOf: 1e-6), fragmentPeaks: backbonePeaks)
    }

    /// Fills in what all components of a spectrum share. A spectrum of nothing has one component that says so.
    private func numbered(
        _ components: [SpectrumComponent], in spectrum: Spectrum, precursor: Precursor, event: AcquisitionPlan.Event
    ) -> [SpectrumComponent] {
        let nothing = SpectrumComponent(
            noiseIn: scene.run.name, spectrumID: "", scanNumber: nil, retentionTimeSeconds: 0, statedMZ: 0,
            statedCharge: nil)
        return (components.isEmpty ? [nothing] : components).enumerated().map { position, component in
            var component = component
            component.spectrumID = spectrum.nativeID
            component.scanNumber = spectrum.scanNumber
            component.retentionTimeSeconds = spectrum.retentionTimeSeconds ?? 0
            component.statedMZ = precursor.mz ?? 0
            component.statedCharge = precursor.charge
            component.isotopeOffset = event.isotopeOffset
            component.component = position + 1
            return component
        }
    }
}

extension Double {
    /// The nearest multiple of a step such as 1e-4, as the decimal number people would write.
    package func rounded(toMultiplesOf step: Double) -> Double { (self / step).rounded() / (1 / step).rounded() }
}
