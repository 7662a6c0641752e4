import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// Every spectrum of every real mzML and mzXML file, one by one.
@Suite struct RealFilesAccessTests {
    private static let files: [String] = {
        let names = FileManager.default.enumerator(atPath: TestData.folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            [".mzml", ".mzml.gz", ".mzxml", ".mzxml.gz"].contains { name.lowercased().hasSuffix($0) }
        }.sorted()
    }()

    @Test("is the same by random access as by ordinary reading", .enabled(if: TestData.isAvailable("bsa-lfq")))
    func everyFile() async throws {
        #expect(Self.files.count > 100)
        var own = 0
        var spectra = 0
        for name in Self.files {
            let folder = try TemporaryDirectory()
            let path = try folder.write(try Self.content(of: TestData.path(name)), to: "spectra")
            // A file that cannot be read through is not for this test.
            guard let streamed = try? await Reading(path: path, jobs: 2, acceptingFewerSpectra: true).spectra else {
                continue
            }
            let access = try SpectrumAccess(SpectrumFile(path: path))
            for spectrum in streamed {
                let single = try access.spectrum(at: spectrum.index)
                if single != spectrum { Issue.record("\(name): \(spectrum.nativeID) differs") }
            }
            #expect(try access.spectrum(at: streamed.count) == nil, "\(name)")
            own += access.index?.origin == .file ? 1 : 0
            spectra += streamed.count
        }
        // Counted with Python: files whose every entry points at its spectrum, with as many entries as declared.
        #expect(own == 73)
        print("\(spectra) spectra in \(Self.files.count) files, \(own) by their own index")
    }

    private static func content(of path: String) throws -> [UInt8] {
        let stream = try ByteStream(path: path)
        var bytes: [UInt8] = []
        while try stream.read(upTo: 1 << 22, appendingTo: &bytes) > 0 {}
        return bytes
    }
}
