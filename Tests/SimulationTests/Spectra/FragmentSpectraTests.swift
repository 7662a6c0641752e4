import Chemistry
import Foundation
import ProteinDatabase
import Simulation
import SpectrumIO
import SpectrumModel
import Testing

@Suite struct FragmentSpectraTests {
    private typealias Made = (event: AcquisitionPlan.Event, spectrum: Spectrum, truth: [SpectrumComponent])

    /// The run that most tests look at, and its spectra.
    private static let usual = Result {
        let scene = try Scenes.mixture()
        return (scene: scene, spectra: spectra(scene))
    }

    private static func spectra(_ scene: RunScene) -> [Made] {
        var maker = FragmentSpectra(scene: scene)
        return scene.events.map { event, number, survey in
            let made = maker.spectrum(of: event, number: number, survey: survey)
            return (event, made.spectrum, made.truth)
        }
    }

    private static func ion(of event: AcquisitionPlan.Event, in scene: RunScene) -> Ion? {
        guard case .ion(let index) = event.trigger else { return nil }
        return scene.ions.ions[index]
    }

    // MARK: Truth

    @Test("the selected ion comes first, the others by falling share, and shares add up to at most 1")
    func components() throws {
        let scene = try Scenes.mixture { $0.acquisition.isolationWidthTh = 3 }
        var coIsolated = 0
        for (event, _, truth) in Self.spectra(scene) {
            #expect(truth.map(\.component) == Array(1...truth.count))
            guard let ion = Self.ion(of: event, in: scene) else { continue }
            let analyte = scene.catalogue.analytes[Int(ion.analyte)]
            #expect(truth[0].sequence == String(decoding: analyte.sequence, as: UTF8.self))
            #expect(truth[0].charge == Int(ion.charge))
            #expect(isNear(truth[0].monoisotopicMZ, ion.mz, 1e-6))
            #expect(truth[0].origin == (analyte.isForeign ? .foreign : .database))
            let others = truth.dropFirst().map(\.share)
            #expect(others == others.sorted(by: >))
            // Each share is rounded to four decimals.
            #expect(truth.reduce(0) { $0 + $1.share } <= 1 + 5e-5 * Double(truth.count))
            #expect(truth.allSatisfy { $0.share >= 0.02 || $0.fragmentPeaks >= 3 || $0.component == 1 })
            coIsolated += others.count
        }
        #expect(coIsolated > 50)
    }

    @Test("the truth of a component holds together: mass, sequence and proteins")
    func coherence() throws {
        let proteins = RandomProteins.make(60, length: 300)
        let spectra = try Self.usual.get().spectra
        func plain(_ text: String) -> String { text.replacing("I", with: "L") }
        let sequences = Dictionary(uniqueKeysWithValues: proteins.map { ($0.accession, plain($0.sequence)) })
        var foreign = 0
        for component in spectra.flatMap(\.truth) where component.origin != .noise {
            let peptidoform = try ProForma.read(component.peptidoform).peptidoform
            #expect(String(decoding: peptidoform.sequence, as: UTF8.self) == component.sequence)
            #expect(isNear(peptidoform.mz(charge: component.charge), component.monoisotopicMZ, 1e-6))
            let holders = sequences.filter { $0.value.contains(plain(component.sequence)) }.keys.sorted()
            if component.origin == .database { #expect(component.proteins.sorted() == holders) }
            if component.origin == .foreign {
                #expect(component.proteins.isEmpty)
                foreign += 1
            }
        }
        #expect(foreign > 5)
    }

    @Test("the b and y peaks the truth counts are in the spectrum, where the run's mass error has them")
    func fragmentPeaks() throws {
        let scene = try Scenes.mixture { $0.defects.wrongIsotopeShare = 0 }
        var (counted, found) = (0, 0)
        var errors: [Double] = []
        for (event, spectrum, truth) in Self.spectra(scene) where truth[0].origin != .noise {
            let masses = FragmentMasses(try ProForma.read(truth[0].peptidoform).peptidoform)
            let systematic = scene.massError.ppm(atSeconds: event.startSeconds)
            counted += truth[0].fragmentPeaks
            for ordinal in 1..<masses.length {
                for (series, charge) in [(FragmentSeries.b, 1), (.b, 2), (.y, 1), (.y, 2)] {
                    let mz = masses.mz(series: series, ordinal: ordinal, charge: charge)
                    let nearest = spectrum.mz.min { abs($0 - mz) < abs($1 - mz) } ?? 0
                    let error = MassToCharge.errorPPM(observed: nearest, calculated: mz)
                    guard abs(error - systematic) < 6 else { continue }
                    found += 1
                    errors.append(error - systematic)
                }
            }
        }
        #expect(counted > 2_000)
        #expect((0.9...1.15).contains(Double(found) / Double(counted)), "\(found) of \(counted)")
        #expect(isNear(Numbers(errors).mean, 0, 0.15))
        #expect((0.5...2).contains(Numbers(errors).deviation))
    }

    @Test("fragments of an isolated envelope have a heavier neighbour, one carbon-13 away")
    func fragmentIsotopes() throws {
        let scene = try Scenes.mixture { $0.acquisition.isolationWidthTh = 4 }
        var strong = 0
        var errors: [Double] = []
        for (_, spectrum, truth) in Self.spectra(scene) where truth[0].origin != .noise && truth[0].share > 0.9 {
            let masses = FragmentMasses(try ProForma.read(truth[0].peptidoform).peptidoform)
            let base = spectrum.intensities.max() ?? 0
            for ordinal in 4..<max(masses.length, 4) {
                let mz = masses.mz(series: .y, ordinal: ordinal, charge: 1)
                let peak = spectrum.mz.indices.first { abs(spectrum.mz[$0] / mz - 1) < 8e-6 }
                guard let peak, spectrum.intensities[peak] > base / 4 else { continue }
                strong += 1
                let expected = spectrum.mz[peak] + 1.003_355
                let nearest = spectrum.mz.min { abs($0 - expected) < abs($1 - expected) } ?? 0
                let error = MassToCharge.errorPPM(observed: nearest, calculated: expected)
                if abs(error) < 8 { errors.append(error) }
            }
        }
        #expect(strong > 50)
        #expect(Double(errors.count) > 0.9 * Double(strong))
        #expect(isNear(Numbers(errors).mean, 0, 1))
    }

    // MARK: What the file states

    @Test("a spectrum states what was selected, when, and in which window")
    func header() throws {
        let (scene, spectra) = try Self.usual.get()
        for ((_, number, survey), (event, spectrum, truth)) in zip(scene.events, spectra) {
            #expect(spectrum.index == number)
            #expect(spectrum.nativeID == "controllerType=0 controllerNumber=1 scan=\(number + 1)")
            #expect(spectrum.scanNumber == number + 1)
            #expect(spectrum.msLevel == 2)
            #expect(spectrum.retentionTimeSeconds == event.startSeconds)
            let precursor = try #require(spectrum.precursors.first)
            let (mz, window) = (try #require(precursor.mz), try #require(precursor.isolationWindow))
            // The quadrupole is set to a hundredth of a Th and does not share the analyser's drift.
            #expect(isNear(window.targetMZ, mz, 0.015))
            #expect(isNear(window.upperMZ - window.lowerMZ, 1.6, 1e-9))
            #expect(precursor.activation.methods == [.hcd])
            #expect(precursor.sourceSpectrumID == "controllerType=0 controllerNumber=1 scan=\(survey + 1)")
            for component in truth {
                #expect(component.spectrumID == spectrum.nativeID)
                #expect(component.scanNumber == spectrum.scanNumber)
                #expect(component.retentionTimeSeconds == event.startSeconds)
                #expect(component.statedMZ == mz)
                #expect(component.statedCharge == precursor.charge)
                #expect(component.isotopeOffset == event.isotopeOffset)
                #expect(component.run == "a_1")
            }
            guard let ion = Self.ion(of: event, in: scene) else { continue }
            // Drift of at most 3 ppm and five deviations of 0.87 ppm.
            let isotope = ion.mz(isotope: event.isotopeOffset)
            #expect(abs(MassToCharge.errorPPM(observed: mz, calculated: isotope)) < 7.5)
            #expect(precursor.charge == (event.statesCharge ? Int(ion.charge) : nil))
        }
    }

    @Test("spectra of mzXML are named by their scan number alone")
    func mzXML() throws {
        let scene = try Scenes.mixture(RunFormat(.mzXML))
        for ((_, number, survey), (_, spectrum, truth)) in zip(scene.events, Self.spectra(scene)) {
            #expect(spectrum.nativeID == "scan=\(number + 1)")
            #expect(truth[0].spectrumID == spectrum.nativeID)
            #expect(spectrum.precursors[0].sourceSpectrumID == "scan=\(survey + 1)")
        }
    }

    /// An event of an ion without faults, and the spectrum made of it after a change.
    private static func changed(
        _ scene: RunScene, _ change: (inout AcquisitionPlan.Event) -> Void
    ) throws -> (ion: Ion, spectrum: Spectrum, truth: [SpectrumComponent]) {
        let found = scene.events.first { event, _, _ in
            ion(of: event, in: scene) != nil && event.isotopeOffset == 0 && event.statesCharge
        }
        var (event, number, survey) = try #require(found)
        change(&event)
        var maker = FragmentSpectra(scene: scene)
        let made = maker.spectrum(of: event, number: number, survey: survey)
        return (try #require(ion(of: event, in: scene)), made.spectrum, made.truth)
    }

    @Test("a wrong isotope is stated one spacing higher, or two, and the true m/z stays")
    func wrongIsotope() throws {
        let scene = try Self.usual.get().scene
        let right = try Self.changed(scene) { _ in }
        for offset in 1...2 {
            let wrong = try Self.changed(scene) { $0.isotopeOffset = offset }
            let spacing = 1.003_355 / Double(right.ion.charge) * Double(offset)
            #expect(isNear(wrong.truth[0].statedMZ - right.truth[0].statedMZ, spacing, 3e-5))
            #expect(wrong.truth[0].isotopeOffset == offset)
            #expect(wrong.truth[0].monoisotopicMZ == right.truth[0].monoisotopicMZ)
            #expect(wrong.truth[0].sequence == right.truth[0].sequence)
        }
    }

    @Test("a charge that is not stated is missing in spectrum and truth, and the true one stays")
    func missingCharge() throws {
        let made = try Self.changed(try Self.usual.get().scene) { $0.statesCharge = false }
        #expect(made.spectrum.precursors[0].charge == nil)
        #expect(made.truth.allSatisfy { $0.statedCharge == nil })
        #expect(made.truth[0].charge == Int(made.ion.charge))
    }

    @Test("a spectrum of nothing has many peaks and one line of truth that says so")
    func noise() throws {
        let scene = try Self.usual.get().scene
        var maker = FragmentSpectra(scene: scene)
        var event = scene.events[0].event
        event.trigger = .noise(mz: 700, charge: 3)
        let counts = Numbers(
            (0..<200).map { number in
                let made = maker.spectrum(of: event, number: number, survey: 0)
                #expect(made.truth.map(\.origin) == [.noise])
                #expect(made.truth[0].share == 0 && made.truth[0].peptidoform.isEmpty)
                #expect(isNear(made.spectrum.precursors[0].mz ?? 0, 700, 0.006))
                return Double(made.spectrum.peakCount)
            })
        // 60 peaks, of which the sixth is cut off that is less than half as high as usual.
        #expect(isNear(counts.mean, 60 * 0.8413, 2.6))
    }

    // MARK: Peaks

    @Test("centroids ascend, intensities have twelve significant bits, and none is 0")
    func centroids() throws {
        for (_, spectrum, _) in try Self.usual.get().spectra {
            #expect(spectrum.signal == .centroid)
            #expect(spectrum.mz == spectrum.mz.sorted())
            for intensity in spectrum.intensities {
                #expect(intensity > 0)
                let scaled = intensity.significand * 2_048
                #expect(scaled == scaled.rounded())
            }
        }
    }

    @Test("a profile spectrum says so and holds zeros; its truth is that of the centroids")
    func profile() throws {
        let centroids = try Self.usual.get().spectra
        let profiles = Self.spectra(try Scenes.mixture(RunFormat(.mzML, isProfile: true)))
        for (centroid, profile) in zip(centroids, profiles) {
            #expect(profile.spectrum.signal == .profile)
            #expect(profile.spectrum.intensities.first == 0 && profile.spectrum.intensities.last == 0)
            #expect(profile.spectrum.peakCount > 3 * centroid.spectrum.peakCount)
            #expect(profile.truth == centroid.truth)
        }
    }

    @Test("a spectrum does not depend on what was made before it")
    func independence() throws {
        let (scene, inOrder) = try Self.usual.get()
        var maker = FragmentSpectra(scene: scene)
        for (position, (event, number, survey)) in scene.events.enumerated().reversed() {
            let made = maker.spectrum(of: event, number: number, survey: survey)
            #expect(made.spectrum == inOrder[position].spectrum)
            #expect(made.truth == inOrder[position].truth)
        }
    }
}
