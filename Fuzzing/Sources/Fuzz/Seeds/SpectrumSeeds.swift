internal import Foundation
internal import Foundations
internal import SpectrumIO
internal import SpectrumModel

/// Small spectra files to begin with: made by the writers of Moselle where it writes the format.
enum SpectrumSeeds {
    /// Files of one format.
    static func files(_ format: SpectrumFileFormat) throws -> [String: [UInt8]] {
        switch format {
        case .mzML:
            let written = try write(.mzML, spectra)
            return [
                "written": written, "numpress": Array(MzMLSeed.numpress.utf8), "facts": Array(MzMLSeed.facts.utf8),
            ]
        case .mzXML: return ["written": try write(.mzXML, spectra), "nested": Array(MzMLSeed.nestedScans.utf8)]
        case .mgf:
            return ["written": try write(.mgf, spectra.filter { $0.msLevel == 2 }), "dialects": Array(mgf.utf8)]
        case .ms2: return ["lines": Array(ms2.utf8)]
        }
    }

    /// Files with an index, right or not, and some without.
    static func indexedFiles() throws -> [String: [UInt8]] {
        let mzML = try write(.mzML, spectra)
        let mzXML = try write(.mzXML, spectra)
        let shifted = Array("<?xml version=\"1.0\"?>\n<!-- moved -->".utf8) + mzML.drop { $0 != 0x0A }
        return [
            "mzML": mzML, "mzXML": mzXML, "shifted": shifted, "gzip": Deflater().gzip(mzML), "mgf": Array(mgf.utf8),
            "ms2": Array(ms2.utf8),
        ]
    }

    /// A survey spectrum, a fragment spectrum with all that can be said of one, and one without peaks.
    private static var spectra: [Spectrum] {
        var survey = Spectrum(index: 0, nativeID: "controllerType=0 controllerNumber=1 scan=1", msLevel: 1)
        survey.scanNumber = 1
        survey.retentionTimeSeconds = 60.5
        survey.polarity = .positive
        survey.signal = .profile
        survey.replacePeaks(mz: [400.25, 400.5, 401], intensities: [0, 1000, 17])
        var fragments = Spectrum(index: 1, nativeID: "controllerType=0 controllerNumber=1 scan=2", msLevel: 2)
        fragments.scanNumber = 2
        fragments.retentionTimeSeconds = 61
        fragments.signal = .centroid
        fragments.precursors = [
            Precursor(
                mz: 400.5, charge: 2, intensity: 1000,
                isolationWindow: IsolationWindow(targetMZ: 400.5, lowerOffset: 1, upperOffset: 1),
                activation: Activation(methods: [.hcd], collisionEnergy: 27),
                sourceSpectrumID: survey.nativeID)
        ]
        fragments.replacePeaks(mz: [110.0713, 175.119, 500.25], intensities: [5, 100, 1])
        var empty = Spectrum(index: 2, nativeID: "controllerType=0 controllerNumber=1 scan=3", msLevel: 2)
        empty.scanNumber = 3
        empty.precursors = [Precursor(mz: 500, possibleCharges: [2, 3])]
        return [survey, fragments, empty]
    }

    private static func write(_ format: WrittenSpectrumFormat, _ spectra: [Spectrum]) throws -> [UInt8] {
        let path = "\(ScratchFolder.path)/seed"
        let writer = try SpectrumFileWriter(
            path: path, format: format,
            description: SpectrumFileDescription(runID: "seed", softwareVersion: "1", spectrumCount: spectra.count))
        for spectrum in spectra { try writer.write(spectrum) }
        try writer.finish()
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    private static let mgf = """
        # comment
        CHARGE=2+ and 3+
        BEGIN IONS
        TITLE=run.12.12.2 scan=12
        PEPMASS=500.25 1000 2+
        RTINSECONDS=60.5
        SCANS=12
        100.5 10
        200.25\t1e3\t1+
        END IONS

        BEGIN IONS
        PEPMASS=600,5
        CHARGE=3-
        END IONS
        """

    private static let ms2 = """
        H\tCreationDate\ttoday
        S\t1\t1\t500.25
        I\tRTime\t1.5
        Z\t2\t999.49
        100.5 10
        200.25 20.5 1
        S\t2\t2\t600.5
        I\tEZ\t2\t1200
        Z\t2\t1200
        Z\t3\t1800
        300 1
        """
}
