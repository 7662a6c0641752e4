import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport

/// A written mzML or mzXML file with its index, and what was changed in it.
struct IndexedText {
    static let spectra = (0..<5).map { index in
        var spectrum = Example.fragments
        spectrum.index = index
        spectrum.nativeID = "scan=\(index + 1)"
        spectrum.scanNumber = index + 1
        spectrum.retentionTimeSeconds = Double(index)
        spectrum.mz[3] = 2000 + Double(index)
        return spectrum
    }

    let folder: TemporaryDirectory
    let file: SpectrumFile

    /// Writes five spectra and replaces text of the file, what each regular expression finds by what stands behind it.
    init(_ format: WrittenSpectrumFormat = .mzML, replacing changes: KeyValuePairs<String, String> = [:]) throws {
        var text = try WrittenFile(Self.spectra, format).text
        for (pattern, replacement) in changes { text = try text.replacing(Regex(pattern), with: replacement) }
        folder = try TemporaryDirectory()
        file = try SpectrumFile(path: folder.write(text, to: "a"))
    }

    /// Where the file's own index comes from.
    func origin() throws -> String { try file.index().map { "\($0.origin)" } ?? "none" }
}
