import PeakPicking
import SpectrumModel
import Testing

@Suite("PrecursorQueue")
struct PrecursorQueueTests {
    private let ion = PoissonEnvelope(monoisotopicMZ: 650.3, charge: 3)

    /// A survey spectrum of the ion.
    private func survey(_ number: Int, seconds: Double?, voltage: Double? = nil) throws -> SurveyScan {
        let peaks = PoissonEnvelope.spectrum([ion])
        let mobilities = voltage.map { [IonMobility(.compensationVoltage, $0)] } ?? []
        let spectrum = Spectrum(
            index: number, nativeID: "scan=\(number)", msLevel: 1, retentionTimeSeconds: seconds, signal: .centroid,
            scan: ScanDescription(ionMobilities: mobilities), mz: peaks.mz, intensities: peaks.intensities)
        return try #require(SurveyScan(spectrum))
    }

    /// A fragment spectrum whose precursor is stated one isotope peak too high.
    private func fragments(_ number: Int, seconds: Double?, voltage: Double? = nil, precursors: Int = 1) -> Spectrum {
        let mobilities = voltage.map { [IonMobility(.compensationVoltage, $0)] } ?? []
        return Spectrum(
            index: number, nativeID: "scan=\(number)", msLevel: 2, retentionTimeSeconds: seconds, signal: .centroid,
            precursors: [Precursor](repeating: Precursor(mz: ion.peaks[1].mz, charge: 3), count: precursors),
            scan: ScanDescription(ionMobilities: mobilities), mz: [100], intensities: [1])
    }

    private func isCorrected(_ spectrum: Spectrum) -> Bool {
        spectrum.precursors.allSatisfy { abs(($0.mz ?? 0) - 650.3) < 1e-9 && $0.measuredMZ == ion.peaks[1].mz }
    }

    @Test("fragment spectra wait for the survey after them and leave in order", arguments: [true, false])
    func order(timed: Bool) throws {
        var queue = PrecursorQueue()
        var released: [Spectrum] = []
        func time(_ seconds: Double) -> Double? { timed ? seconds : nil }
        queue.append(try survey(1, seconds: time(1))) { released.append($0) }
        for number in 2...4 { queue.append(fragments(number, seconds: time(Double(number)))) { released.append($0) } }
        #expect(released.isEmpty)
        queue.append(try survey(5, seconds: time(5))) { released.append($0) }
        #expect(released.map(\.index) == [2, 3, 4])
        #expect(released.allSatisfy(isCorrected))
        queue.append(fragments(6, seconds: time(6), precursors: 2)) { released.append($0) }
        queue.finish { released.append($0) }
        #expect(released.map(\.index) == [2, 3, 4, 6])
        #expect(isCorrected(released[3]))
        #expect(queue.findings == [.isotopeCorrected: 5])
    }

    @Test(
        "without survey spectra all leave as they came, and no more spectra or peaks than the limit wait",
        arguments: [(spectra: 3, peaks: 1_000), (spectra: 1_000, peaks: 3)])
    func withoutSurveys(_ limit: (spectra: Int, peaks: Int)) {
        var parameters = PrecursorParameters()
        parameters.patienceSpectra = limit.spectra
        parameters.patiencePeaks = limit.peaks
        var queue = PrecursorQueue(parameters: parameters)
        var released: [Spectrum] = []
        let spectra = (0..<10).map { fragments($0, seconds: Double($0)) }
        for spectrum in spectra { queue.append(spectrum) { released.append($0) } }
        #expect(released == Array(spectra[..<7]))
        queue.finish { released.append($0) }
        #expect(released == spectra)
        #expect(queue.findings == [.notExamined: 10])
    }

    @Test("a fragment spectrum whose window is too wide to be looked at does not wait")
    func wideWindow() {
        var queue = PrecursorQueue()
        var released: [Spectrum] = []
        var wide = fragments(1, seconds: 1)
        wide.precursors[0].isolationWindow = IsolationWindow(targetMZ: 500, lowerOffset: 12, upperOffset: 12)
        queue.append(wide) { released.append($0) }
        #expect(released == [wide])
    }

    @Test("a fragment spectrum before any survey uses the one after it")
    func first() throws {
        var queue = PrecursorQueue()
        var released: [Spectrum] = []
        queue.append(fragments(1, seconds: 1)) { released.append($0) }
        queue.append(try survey(2, seconds: 2)) { released.append($0) }
        #expect(released.count == 1 && released.allSatisfy(isCorrected))
    }

    @Test("survey spectra of another FAIMS voltage say nothing about an ion")
    func voltages() throws {
        var queue = PrecursorQueue()
        var released: [Spectrum] = []
        queue.append(try survey(1, seconds: 1, voltage: -50)) { released.append($0) }
        queue.append(fragments(2, seconds: 2, voltage: -70)) { released.append($0) }
        queue.append(try survey(3, seconds: 3, voltage: -50)) { released.append($0) }
        #expect(released.isEmpty)
        queue.finish { released.append($0) }
        #expect(queue.findings == [.notExamined: 1])
        #expect(released.map(\.precursors) == [fragments(2, seconds: 2).precursors])
    }

    @Test("survey spectra far away in time say nothing, unless the file names one as the source")
    func distance() throws {
        var queue = PrecursorQueue()
        var released: [Spectrum] = []
        queue.append(try survey(1, seconds: 1)) { released.append($0) }
        queue.append(fragments(2, seconds: 100)) { released.append($0) }
        var named = fragments(3, seconds: 101)
        named.precursors[0].sourceSpectrumID = "scan=1"
        queue.append(named) { released.append($0) }
        queue.finish { released.append($0) }
        #expect(released.map(isCorrected) == [false, true])
    }

    @Test("files that hold all survey spectra first are looked up by time")
    func surveysFirst() throws {
        var queue = PrecursorQueue()
        var released: [Spectrum] = []
        for number in 0..<300 { queue.append(try survey(number, seconds: Double(number))) { released.append($0) } }
        queue.append(fragments(300, seconds: 20.5)) { released.append($0) }
        #expect(released.count == 1 && released.allSatisfy(isCorrected))
    }
}
