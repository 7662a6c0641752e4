import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import Synchronization
import TestSupport
import Testing

/// What holds for every format.
@Suite struct SpectrumFileWriterTests {
    /// Forty fragment spectra, all different.
    private static let run: [Spectrum] = (0..<40).map { index in
        var spectrum = Example.fragments
        spectrum.index = index
        spectrum.scanNumber = index + 1
        spectrum.nativeID = "scan=\(index + 1)"
        spectrum.mz = (0..<(index * 7)).map { 100 + Double($0) * 1.000_123 }
        spectrum.intensities = spectrum.mz.map { $0 * Double(index) }
        return spectrum
    }

    /// As a program with several workers writes: encoded anywhere, appended in order.
    private func writeInWorkers(_ count: Int, _ format: WrittenSpectrumFormat, to path: String) async throws {
        let writer = Mutex(
            try SpectrumFileWriter(path: path, format: format, description: WrittenFile.description(of: Self.run)))
        let spectra = Mutex(Self.run[...])
        try await orderedParallelMap(
            workers: count, state: { SpectrumEncoder(format: format) },
            next: { spectra.withLock { $0.popFirst() } },
            transform: { encoder, spectrum in try encoder.encode(spectrum) },
            deliver: { encoded in try writer.withLock { try $0.append(encoded) } })
        try writer.withLock { try $0.finish() }
    }

    @Test(
        "the bytes are the same with one task and with any number of workers", arguments: WrittenSpectrumFormat.allCases
    )
    func sameBytes(format: WrittenSpectrumFormat) async throws {
        let one = try WrittenFile(Self.run, format)
        #expect(try await one.spectra().count == Self.run.count)
        let folder = try TemporaryDirectory()
        for workers in [1, 4] {
            try await writeInWorkers(workers, format, to: folder.path("w"))
            #expect(try Data(contentsOf: folder.url.appending(path: "w")) == Data(one.bytes), "\(workers) workers")
        }
    }

    @Test(
        "a name that ends in .gz gives a gzip file of several members with the same text",
        arguments: WrittenSpectrumFormat.allCases)
    func gzip(format: WrittenSpectrumFormat) throws {
        let folder = try TemporaryDirectory()
        let run = (0..<10).flatMap { _ in Self.run.suffix(20) }.enumerated().map { index, spectrum in
            var spectrum = spectrum
            spectrum.index = index
            spectrum.scanNumber = index + 1
            spectrum.nativeID = "scan=\(index + 1)"
            spectrum.mz = (0..<900).map { 100 + Double($0 * (index + 3)) * 1.000_123 }
            spectrum.intensities = spectrum.mz.map { $0.squareRoot() }
            return spectrum
        }
        for name in ["plain", "packed.gz"] {
            let writer = try SpectrumFileWriter(
                path: folder.path(name), format: format, description: WrittenFile.description(of: run))
            for spectrum in run { try writer.write(spectrum) }
            try writer.finish()
        }
        let plain = try Data(contentsOf: folder.url.appending(path: "plain"))
        let packed = try Data(contentsOf: folder.url.appending(path: "packed.gz"))
        #expect(packed.prefix(2) == Data([0x1F, 0x8B]) && packed.count < plain.count && plain.count > 2 << 20)
        let stream = try ByteStream(path: folder.path("packed.gz"))
        var text: [UInt8] = []
        while try stream.read(upTo: 1 << 20, appendingTo: &text) > 0 {}
        #expect(Data(text) == plain)
    }

    @Test("a number of spectra other than announced is refused and leaves no file", arguments: [0, 2])
    func wrongCount(announced: Int) throws {
        for format in WrittenSpectrumFormat.allCases {
            let folder = try TemporaryDirectory()
            let writer = try SpectrumFileWriter(
                path: folder.path("a"), format: format,
                description: SpectrumFileDescription(runID: "r", softwareVersion: "1", spectrumCount: announced))
            try writer.write(Example.fragments)
            #expect(writer.spectrumCount == 1)
            #expect(
                throws: SpectrumWriteError.wrongSpectrumCount(
                    path: folder.path("a"), announced: announced, written: 1)
            ) { try writer.finish() }
            withExtendedLifetime(writer) {}
            #expect(!FileManager.default.fileExists(atPath: folder.path("a")))
        }
    }

    @Test("mzML whose number of spectra nobody announced is refused before anything is written")
    func missingCount() throws {
        let folder = try TemporaryDirectory()
        let description = SpectrumFileDescription(runID: "r", softwareVersion: "1", spectrumCount: nil)
        #expect(throws: SpectrumWriteError.missingSpectrumCount(path: folder.path("a"))) {
            try SpectrumFileWriter(path: folder.path("a"), format: .mzML, description: description)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test("nothing is left behind without an end", arguments: WrittenSpectrumFormat.allCases)
    func unfinished(format: WrittenSpectrumFormat) throws {
        let folder = try TemporaryDirectory()
        do {
            let writer = try SpectrumFileWriter(
                path: folder.path("a"), format: format, description: WrittenFile.description(of: [Example.fragments]))
            try writer.write(Example.fragments)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test("a folder that is not there is an error that names the file")
    func noFolder() {
        let error = #expect(throws: SpectrumWriteError.self) {
            _ = try SpectrumFileWriter(
                path: "/no/such/folder/a.mgf", format: .mgf, description: WrittenFile.description(of: []))
        }
        #expect(error.map { "\($0)" }?.hasPrefix("/no/such/folder/a.mgf: cannot be written") == true)
    }

    @Test("writing goes on after a spectrum that was refused", arguments: WrittenSpectrumFormat.allCases)
    func afterRefusal(format: WrittenSpectrumFormat) async throws {
        let folder = try TemporaryDirectory()
        let writer = try SpectrumFileWriter(
            path: folder.path("a"), format: format, description: WrittenFile.description(of: [Example.fragments]))
        var bad = Example.fragments
        bad.intensities[2] = .nan
        #expect(throws: SpectrumWriteError.self) { try writer.write(bad) }
        try writer.write(Example.fragments)
        // The same again: an identifier twice in mzML, a number that does not ascend in mzXML.
        if format != .mgf { #expect(throws: SpectrumWriteError.self) { try writer.write(Example.fragments) } }
        try writer.finish()
        #expect(try await Reading(path: folder.path("a")).spectra.count == 1)
    }

    @Test("the name of a file ends in what the format is called")
    func fileExtensions() {
        #expect(WrittenSpectrumFormat.allCases.map(\.fileExtension) == ["mzML", "mzXML", "mgf"])
    }
}
