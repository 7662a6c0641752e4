import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite("Converting spectra files")
struct SpectrumConversionTests {
    private let folder: TemporaryDirectory
    private let spectra: [Spectrum]

    /// Twenty survey spectra, each followed by four fragment spectra selected in it.
    init() throws {
        folder = try TemporaryDirectory()
        spectra = (0..<100).map { index in
            let isSurvey = index % 5 == 0
            var spectrum = Spectrum(
                index: index, nativeID: "scan=\(index + 1)", scanNumber: index + 1, msLevel: isSurvey ? 1 : 2,
                retentionTimeSeconds: Double(index) * 7.5, polarity: .positive, signal: .centroid,
                mz: (0..<30).map { 200.062_5 + Double($0 * (index + 2)) / 8 },
                intensities: (0..<30).map { Double(100 + $0 * index) })
            if !isSurvey {
                spectrum.precursors = [
                    Precursor(mz: 500.25 + Double(index), charge: 2, sourceSpectrumID: "scan=\(index / 5 * 5 + 1)")
                ]
            }
            return spectrum
        }
        let writer = try SpectrumFileWriter(
            path: folder.path("in.mzML"), format: .mzML,
            description: SpectrumFileDescription(runID: "in", softwareVersion: "1", spectrumCount: spectra.count))
        for spectrum in spectra { try writer.write(spectrum) }
        try writer.finish()
    }

    private func conversion(to name: String, _ format: WrittenSpectrumFormat) -> SpectrumConversion {
        SpectrumConversion(from: folder.path("in.mzML"), to: folder.path(name), format: format)
    }

    private func written(_ name: String) async throws -> [Spectrum] {
        try await SpectrumFile(path: folder.path(name)).readAll().compactMap(\.spectrum)
    }

    @Test("keeps every spectrum as it is, with any number of workers", arguments: [WrittenSpectrumFormat.mzML, .mzXML])
    func everything(format: WrittenSpectrumFormat) async throws {
        for (name, jobs) in [("one", 1), ("three.gz", 3)] {
            let report = try await conversion(to: name, format).run(jobs: jobs)
            #expect(report.read == 100 && report.written == 100 && report.notSelected == 0)
            #expect(try await written(name) == spectra)
        }
        _ = try await conversion(to: "plain", format).run(jobs: 3)
        #expect(
            try Data(contentsOf: folder.url.appending(path: "plain"))
                == Data(contentsOf: folder.url.appending(path: "one")))
    }

    @Test("leaves survey spectra out of MGF and says so")
    func mgf() async throws {
        let report = try await conversion(to: "out.mgf", .mgf).run(jobs: 2)
        #expect(report.written == 80 && report.notRepresentable == 20)
        #expect(report.firstNotRepresentable?.contains("fragment") == true)
        #expect(try await written("out.mgf").map(\.mz) == spectra.filter { $0.msLevel == 2 }.map(\.mz))
    }

    @Test("takes what is asked for by level, identifier, scan number and time")
    func selections() async throws {
        var selection = SpectrumSelection()
        #expect(spectra.allSatisfy(selection.contains))
        selection.levels = [1]
        #expect(spectra.filter(selection.contains).count == 20)
        selection.scanNumbers = 2...11
        #expect(spectra.filter(selection.contains).map(\.scanNumber) == [6, 11])
        selection.retentionTimesSeconds = 40...80
        #expect(spectra.filter(selection.contains).map(\.scanNumber) == [11])
        selection.nativeIDs = ["scan=12"]
        #expect(!spectra.contains(where: selection.contains))
        var unnumbered = spectra[0]
        unnumbered.scanNumber = nil
        unnumbered.retentionTimeSeconds = nil
        var numbers = SpectrumSelection()
        numbers.scanNumbers = 0...1000
        var times = SpectrumSelection()
        times.retentionTimesSeconds = 0...1000
        #expect(!numbers.contains(unnumbered) && !times.contains(unnumbered))
    }

    @Test("a precursor names the spectrum it was selected in only where that was written too")
    func references() async throws {
        var fragments = conversion(to: "ms2.mzML", .mzML)
        fragments.selection.levels = [2]
        let report = try await fragments.run(jobs: 2)
        #expect(report.written == 80 && report.notSelected == 20)
        let spectra = try await written("ms2.mzML")
        #expect(spectra.allSatisfy { $0.precursors.first?.sourceSpectrumID == nil && $0.precursors.first?.mz != nil })
        var part = conversion(to: "part.mzML", .mzML)
        part.selection.scanNumbers = 6...8
        _ = try await part.run(jobs: 1)
        #expect(
            try await written("part.mzML").map { $0.precursors.first?.sourceSpectrumID } == [nil, "scan=6", "scan=6"])
    }

    @Test("picked peaks are written with what follows from them, and the file says that they were picked")
    func picking() async throws {
        for (name, format) in [("peaks.mzML", WrittenSpectrumFormat.mzML), ("peaks.mzXML", .mzXML)] {
            var picking = conversion(to: name, format)
            picking.pickPeaks = { spectrum in
                var picked = spectrum
                picked.replacePeaks(mz: Array(spectrum.mz.prefix(2)), intensities: [3, 4])
                return picked
            }
            _ = try await picking.run(jobs: 3)
            let spectra = try await written(name)
            #expect(spectra.count == 100 && spectra.allSatisfy { $0.intensities == [3, 4] })
        }
        let mzML = try String(contentsOf: folder.url.appending(path: "peaks.mzML"), encoding: .utf8)
        #expect(mzML.contains("accession=\"MS:1000035\" name=\"peak picking\""))
        #expect(mzML.components(separatedBy: "name=\"total ion current\" value=\"7").count == 101)
        #expect(mzML.components(separatedBy: "name=\"base peak intensity\" value=\"4").count == 101)
        let mzXML = try String(contentsOf: folder.url.appending(path: "peaks.mzXML"), encoding: .utf8)
        #expect(mzXML.contains("<dataProcessing centroided=\"1\">"))
        _ = try await conversion(to: "same.mzML", .mzML).run(jobs: 1)
        let same = try String(contentsOf: folder.url.appending(path: "same.mzML"), encoding: .utf8)
        #expect(!same.contains("MS:1000035"))
    }

    @Test("where nothing is left to write, it says why and makes no file")
    func nothing() async throws {
        var none = conversion(to: "none.mzML", .mzML)
        none.selection.levels = [3]
        await #expect(throws: SpectrumConversionError.self) { try await none.run(jobs: 1) }
        var surveys = conversion(to: "none.mgf", .mgf)
        surveys.selection.levels = [1]
        let error = await #expect(throws: SpectrumConversionError.self) { try await surveys.run(jobs: 1) }
        #expect(error.map { "\($0)".contains("none of its 100 spectra is written: MGF holds") } == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["in.mzML"])
    }
}
