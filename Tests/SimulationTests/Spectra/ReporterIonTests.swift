import Chemistry
import ProteinDatabase
import Simulation
import SpectrumModel
import Testing

/// Reporter ions of isobaric tags in fragment spectra.
@Suite struct ReporterIonTests {
    private let tags: IsobaricTags
    private let study: StudySimulation
    private let scene: RunScene

    /// One protein, so that all peptides have the amounts of its samples.
    init() throws {
        tags = try #require(IsobaricTags.named("TMT10plex"))
        study = try Scenes.study(
            of: [Protein("P1", "MAGSALGVAGRSAMPLEVALINEKGGLDEVFTYKTTNAEFGWLSRVDLPQEATYK")], samples: 10, tags: tags
        ) {
            $0.sample.foreignShare = 0
            $0.sample.absentShare = 0
            $0.sample.biologicalDeviationLog2 = 1
            $0.sample.missedCleavageProbability = 0
            $0.defects.noiseShare = 0
            $0.instrument.massDriftPPM = 0
        }
        scene = study.scene(ofRun: 0, format: RunFormat())
    }

    /// Summed intensity at each reporter m/z of twenty spectra of each of the ions wanted.
    private func reporters(where isWanted: (Analyte.Form) -> Bool) -> (spectra: Int, intensities: [Double]) {
        var sums = [Double](repeating: 0, count: tags.channels.count)
        var count = 0
        for index in scene.ions.ions.indices where isWanted(form(of: scene.ions.ions[index])) {
            for spectrum in spectra(of: index, count: 20) {
                count += 1
                for (channel, tag) in tags.channels.enumerated() {
                    for (mz, intensity) in zip(spectrum.mz, spectrum.intensities)
                    where abs(mz - tag.reporterMZ) < 0.002 {
                        sums[channel] += intensity
                    }
                }
            }
        }
        return (count, sums)
    }

    /// Spectra of an ion at its apex in which it is alone.
    private func spectra(of index: Int, count: Int) -> [Spectrum] {
        var maker = FragmentSpectra(scene: scene)
        var event = scene.events[0].event
        event.trigger = .ion(index)
        event.startSeconds = scene.ions.ions[index].apexSeconds
        return (0..<count).compactMap { repetition in
            let made = maker.spectrum(of: event, number: 1_000 * (index + 1) + repetition, survey: 0)
            return made.truth.count == 1 ? made.spectrum : nil
        }
    }

    private func form(of ion: Ion) -> Analyte.Form {
        scene.catalogue.analytes[Int(ion.analyte)].forms[Int(ion.form)]
    }

    private func isTagged(_ form: Analyte.Form) -> Bool {
        form.modifications.contains { $0.definition == tags.modification }
    }

    @Test("reporter ions are in proportion to the amounts of the samples in the run")
    func proportions() throws {
        let (spectra, found) = reporters(where: isTagged)
        #expect(spectra >= 100)
        let amounts = scene.run.samples.map { study.amounts.sampleAmounts[$0][0] }
        #expect(Set(amounts).count == 10)
        let (sum, total) = (found.reduce(0, +), amounts.reduce(0, +))
        for (intensity, amount) in zip(found, amounts) {
            #expect(isNear(intensity / sum / (amount / total), 1, 0.04))
        }
    }

    @Test("three tenths of the ions that are seen become reporter ions")
    func share() throws {
        let index = try #require(scene.ions.ions.firstIndex { isTagged(form(of: $0)) && $0.apexIonsPerSecond > 1e7 })
        let spectrum = try #require(spectra(of: index, count: 1).first)
        let peaks = zip(spectrum.mz, spectrum.intensities)
        let reporters = peaks.reduce(0) { $0 + ((126...131.2).contains($1.0) ? $1.1 : 0) }
        // Faint fragments are lost from the sum; immonium ions are lighter or heavier.
        #expect(isNear(reporters / spectrum.intensities.reduce(0, +), 0.3, 0.04))
    }

    @Test("a form that took no tag gives no reporter ions")
    func untagged() {
        let (spectra, found) = reporters { !isTagged($0) }
        #expect(spectra >= 20)
        #expect(found.allSatisfy { $0 == 0 })
    }

    @Test("without tags there are no reporter ions")
    func noTags() throws {
        let scene = try Scenes.mixture { $0.defects.noiseShare = 0 }
        var maker = FragmentSpectra(scene: scene)
        let spectra = scene.events.map { maker.spectrum(of: $0.event, number: $0.number, survey: $0.survey).spectrum }
        let near = spectra.count { $0.mz.contains { abs($0 - 126.127_726) < 0.001 } }
        #expect(near <= spectra.count / 50)
    }
}
