import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport

/// A file as the writer leaves it.
struct WrittenFile {
    let folder: TemporaryDirectory
    let path: String
    let bytes: [UInt8]

    /// Writes spectra in one task.
    init(
        _ spectra: [Spectrum], _ format: WrittenSpectrumFormat, mzPrecision: FloatPrecision = .bits64,
        description: SpectrumFileDescription? = nil
    ) throws {
        folder = try TemporaryDirectory()
        path = folder.path("spectra.\(format.fileExtension)")
        let writer = try SpectrumFileWriter(
            path: path, format: format, mzPrecision: mzPrecision,
            description: description ?? Self.description(of: spectra))
        for spectrum in spectra { try writer.write(spectrum) }
        try writer.finish()
        bytes = Array(try Data(contentsOf: URL(filePath: path)))
    }

    static func description(of spectra: [Spectrum]) -> SpectrumFileDescription {
        SpectrumFileDescription(runID: "run", softwareVersion: "1.2", spectrumCount: spectra.count)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The spectra as they are read back.
    func spectra() async throws -> [Spectrum] { try await Reading(path: path).spectra.compactMap(\.spectrum) }

    /// The text that begins at a byte of the file.
    func text(at offset: Int, length: Int = 40) -> String {
        String(decoding: bytes[offset...].prefix(length), as: UTF8.self)
    }

    /// SHA-1 of the file up to and including a tag, as the formats state it.
    func sha1(upToAndIncluding tag: String) -> String? {
        guard let range = text.firstRange(of: tag) else { return nil }
        let digest = Digest(.sha1)
        digest.update(Array(text[..<range.upperBound].utf8))
        return digest.finalize()
    }
}

/// Spectra to write.
enum Example {
    static let survey = Spectrum(
        index: 0, nativeID: "scan=1", scanNumber: 1, msLevel: 1, retentionTimeSeconds: 0.75, polarity: .negative,
        signal: .profile)

    /// Intensities are numbers of 32 bits, m/z are not; the base peak is the second of four.
    static let fragments = Spectrum(
        index: 1, nativeID: "scan=2", scanNumber: 2, msLevel: 2, retentionTimeSeconds: 75.75, polarity: .positive,
        signal: .centroid,
        precursors: [
            Precursor(
                mz: 500.123456789012, charge: 2, intensity: 12345.5,
                isolationWindow: IsolationWindow(targetMZ: 500.123456789012, lowerOffset: 0.75, upperOffset: 0.75),
                activation: Activation(methods: [.hcd], collisionEnergy: 27.5), sourceSpectrumID: "scan=1")
        ], mz: [100.1, 200.123456789012345, 300.25, 1999.999], intensities: [1.5, 1e6, 0.25, 1e6])

    static let both = [survey, fragments]

    /// The same spectrum with its m/z as numbers of 32 bits hold them.
    static func rounded(_ spectrum: Spectrum) -> Spectrum {
        var rounded = spectrum
        rounded.mz = spectrum.mz.map { Double(Float($0)) }
        return rounded
    }

    /// A spectrum like ``fragments`` with another precursor.
    static func fragments(of precursors: [Precursor]) -> Spectrum {
        var spectrum = fragments
        spectrum.index = 0
        spectrum.precursors = precursors
        return spectrum
    }
}
