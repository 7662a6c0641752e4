import Chemistry
import ProteinDatabase
import Simulation
import SpectrumIO
import SpectrumModel
import Testing

@Suite struct SurveySpectraTests {
    private static func surveys(_ scene: RunScene) -> [Spectrum] {
        var maker = SurveySpectra(scene: scene)
        return scene.plan.cycles.map { maker.spectrum(of: $0) }
    }

    /// Intensity of the peaks within 8 ppm of an m/z.
    private static func intensity(in spectrum: Spectrum, atMZ mz: Double) -> Double {
        zip(spectrum.mz, spectrum.intensities).reduce(0) { $0 + (abs($1.0 / mz - 1) < 8e-6 ? $1.1 : 0) }
    }

    /// Ions that are strong and share no peak with another.
    private static func lonelyIons(_ scene: RunScene) -> [Ion] {
        scene.ions.ions.filter { ion in
            guard ion.apexIonsPerSecond > 4e6 else { return false }
            let others = scene.ions.candidates(atSeconds: ion.apexSeconds).map { scene.ions.ions[$0] }
            return !others.contains { other in
                guard other.mz != ion.mz || other.analyte != ion.analyte else { return false }
                return (0..<4).contains { isotope in
                    (0..<6).contains { abs(other.mz(isotope: $0) - ion.mz(isotope: isotope)) < 0.04 }
                }
            }
        }
    }

    @Test("survey spectra begin their cycles and have no precursor")
    func header() throws {
        let scene = try Scenes.mixture()
        for (cycle, spectrum) in zip(scene.plan.cycles, Self.surveys(scene)) {
            #expect(spectrum.index == cycle.firstSpectrum)
            #expect(spectrum.nativeID == "controllerType=0 controllerNumber=1 scan=\(cycle.firstSpectrum + 1)")
            #expect(spectrum.msLevel == 1)
            #expect(spectrum.retentionTimeSeconds == cycle.startSeconds)
            #expect(spectrum.precursors.isEmpty)
            #expect(spectrum.signal == .centroid)
            #expect(spectrum.mz == spectrum.mz.sorted())
        }
    }

    @Test("the isotope envelope of an ion has the shares of averagine")
    func envelopes() throws {
        let scene = try Scenes.mixture { $0.acquisition.fragmentSpectra = 1_200 }
        let surveys = Self.surveys(scene)
        var (found, expected) = ([Double](repeating: 0, count: 4), [Double](repeating: 0, count: 4))
        let ions = Self.lonelyIons(scene)
        #expect(ions.count >= 5)
        for ion in ions {
            let near = surveys.filter { abs(($0.retentionTimeSeconds ?? 0) - ion.apexSeconds) < 6 }
            let sums = (0..<4).map { isotope in
                near.reduce(0) { $0 + Self.intensity(in: $1, atMZ: ion.mz(isotope: isotope)) }
            }
            let total = sums.reduce(0, +)
            let shares = (0..<4).map { scene.patterns.share(ofIsotope: $0, massDaltons: ion.massDaltons) }
            for isotope in 0..<4 {
                #expect(isNear(sums[isotope] / total, shares[isotope] / shares.reduce(0, +), 0.04))
                found[isotope] += sums[isotope] / total
                expected[isotope] += shares[isotope] / shares.reduce(0, +)
            }
        }
        for (left, right) in zip(found, expected) { #expect(isNear(left / right, 1, 0.04)) }
    }

    @Test("intensities are ions a second")
    func intensities() throws {
        let scene = try Scenes.mixture { $0.acquisition.fragmentSpectra = 1_200 }
        let surveys = Self.surveys(scene)
        var (found, expected) = (0.0, 0.0)
        for ion in Self.lonelyIons(scene) {
            let index = try #require(
                scene.ions.ions.firstIndex {
                    $0.analyte == ion.analyte && $0.charge == ion.charge && $0.form == ion.form
                })
            for spectrum in surveys {
                let time = spectrum.retentionTimeSeconds ?? 0
                guard abs(time - ion.apexSeconds) < 6 else { continue }
                found += Self.intensity(in: spectrum, atMZ: ion.mz)
                expected +=
                    scene.ions.ionsPerSecond(index, atSeconds: time)
                    * scene.patterns.share(ofIsotope: 0, massDaltons: ion.massDaltons)
            }
        }
        #expect(isNear(found / expected, 1, 0.03))
    }

    @Test("peaks are where the run's mass error has them")
    func massError() throws {
        let scene = try Scenes.mixture { $0.instrument.massDriftPPM = 20 }
        var errors: [Double] = []
        let surveys = Self.surveys(scene)
        for ion in scene.ions.ions where ion.apexIonsPerSecond > 4e6 {
            for spectrum in surveys {
                let time = spectrum.retentionTimeSeconds ?? 0
                guard abs(time - ion.apexSeconds) < 6 else { continue }
                let shifted = ion.mz * (1 + scene.massError.ppm(atSeconds: time) * 1e-6)
                let nearest = spectrum.mz.min { abs($0 - shifted) < abs($1 - shifted) } ?? 0
                errors.append(MassToCharge.errorPPM(observed: nearest, calculated: shifted))
            }
        }
        let near = Numbers(errors.filter { abs($0) < 5 })
        #expect(near.values.count > 10)
        #expect(Double(near.values.count) > 0.9 * Double(errors.count))
        #expect((0.3...1.2).contains(near.deviation))
    }

    @Test("where nothing leaves the column a survey spectrum holds noise alone")
    func noise() throws {
        let scene = try Scenes.study(of: [Protein("P1", "SAMPLEVALINEK")]) { $0.sample.absentShare = 0 }
            .scene(ofRun: 0, format: RunFormat())
        let empty = try #require(
            Self.surveys(scene).first { spectrum in
                scene.ions.candidates(atSeconds: spectrum.retentionTimeSeconds ?? 0).isEmpty
            })
        // 300 peaks around 0.8 of the limit, of which those above it are seen.
        let seen = Double(empty.peakCount)
        #expect(isNear(seen, 300 * 0.3738, 60))
        #expect(empty.mz.allSatisfy { (349.9...1_600.1).contains($0) })
    }

    @Test("a profile survey says so")
    func profile() throws {
        let scene = try Scenes.mixture(RunFormat(.mzML, isProfile: true)) { $0.acquisition.fragmentSpectra = 60 }
        let surveys = Self.surveys(scene)
        #expect(surveys.allSatisfy { $0.signal == .profile && $0.intensities.contains(0) })
    }
}
