import Benchmark
import BenchmarkInputs
import SpectrumIO
import SpectrumModel

/// Decoding every array of an mzML file: XML, base64, inflate, peaks.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(metrics: [.wallClock, .cpuTotal], maxDuration: .seconds(5))
    for jobs in [1, 2] {
        Benchmark("mzML, 5,000 fragment spectra, \(jobs) jobs") { _, file in
            let peaks = try await countPeaks(file, jobs: jobs)
            try UnexpectedResult.check(peaks, is: file.peaks, "peaks")
        } setup: {
            try MzMLFile(spectra: 5_000)
        }
    }
}

/// A file written by the library's own writer.
struct MzMLFile: Sendable {
    let folder: ScratchFolder
    let path: String
    let peaks: Int

    init(spectra count: Int) throws {
        folder = try ScratchFolder()
        path = folder.file("run.mzML")
        let spectra = try MadeSpectra.fragmentSpectra(count: count, proteins: 500)
        let description = SpectrumFileDescription(runID: "run", softwareVersion: "1", spectrumCount: count)
        let writer = try SpectrumFileWriter(path: path, format: .mzML, description: description)
        for spectrum in spectra { try writer.write(spectrum) }
        try writer.finish()
        peaks = spectra.reduce(0) { $0 + $1.peakCount }
    }
}

func countPeaks(_ file: MzMLFile, jobs: Int) async throws -> Int {
    let counter = Counter()
    _ = try await SpectrumFile(path: file.path).read(jobs: jobs) { batch in
        batch.spectra.reduce(0) { $0 + ($1.spectrum?.peakCount ?? 0) }
    } deliver: {
        await counter.add($0)
    }
    return await counter.total
}

actor Counter {
    var total = 0
    func add(_ count: Int) { total += count }
}
