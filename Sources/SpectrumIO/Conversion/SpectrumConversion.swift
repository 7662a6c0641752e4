internal import Foundations
public import SpectrumModel
internal import Synchronization

/// Writes the spectra of a file, or some of them, in another format.
///
/// Reading and encoding run in any number of workers; the bytes written are the same for any. mzML says how many spectra
/// it holds before the first, so that for it the input is read twice.
public struct SpectrumConversion: Sendable {
    /// What became of the spectra of the input; the counts add up to ``read``.
    public struct Report: Sendable, Hashable {
        /// Spectra in the input.
        public var read = 0
        /// Spectra in the output.
        public var written = 0
        /// Spectra that the selection leaves out.
        public var notSelected = 0
        /// Spectra the output format has no way to say.
        public var notRepresentable = 0
        /// Why the first of these cannot be written.
        public var firstNotRepresentable: String?
        /// Damaged or other spectra that could not be read, by reason.
        public var setAside: [SetAsideReason: Int] = [:]
        /// What is not as it should be with the input as a whole.
        public var problems: [ReadProblem] = []

        /// Nothing yet.
        public init() {}
    }

    /// Path of the input.
    public var input: String
    /// Path of the output; `.gz` at its end makes it gzip.
    public var output: String
    /// Format of the output.
    public var format: WrittenSpectrumFormat
    /// Bits of an m/z in mzML and mzXML.
    public var mzPrecision = FloatPrecision.bits64
    /// Which spectra are wanted.
    public var selection = SpectrumSelection()
    /// Turns the profile spectra among the selected ones into peaks, called in the workers; `nil` leaves all as they are.
    /// The identifier has to stay.
    public var pickPeaks: (@Sendable (Spectrum) -> Spectrum)?
    /// What the output says of the program that made it.
    public var software: (name: String, version: String) = ("Moselle", "0")

    /// Converts one file into another.
    public init(from input: String, to output: String, format: WrittenSpectrumFormat) {
        self.input = input
        self.output = output
        self.format = format
    }

    /// Converts. The output appears whole or not at all.
    ///
    /// - Parameter progress: called with bytes read and bytes to read, of all passes together.
    /// - Throws: ``SpectrumReadError``, ``SpectrumWriteError``, ``SpectrumConversionError``, `CancellationError`.
    public func run(
        jobs: Int, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> Report {
        let file = try SpectrumFile(path: input)
        guard format == .mzML else {
            return try await write(file, count: nil, kept: nil, jobs: jobs, progress: progress)
        }
        let kept = try await keptIDs(file, jobs: jobs) { done, total in progress(done, 2 * total) }
        return try await write(file, count: kept.count, kept: Set(kept), jobs: jobs) { done, total in
            progress(total + done, 2 * total)
        }
    }

    /// Identifiers of the spectra that will be written.
    private func keptIDs(
        _ file: SpectrumFile, jobs: Int, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> [String] {
        let ids = Mutex<[String]>([])
        let selection = selection
        _ = try await file.read(
            jobs: jobs, acceptingFewerSpectra: true,
            transform: { batch in
                (
                    batch.spectra.compactMap(\.spectrum).filter(selection.contains).map(\.nativeID), batch.bytesRead,
                    batch.fileSize
                )
            },
            deliver: { found, done, total in
                ids.withLock { $0 += found }
                progress(done, total)
            })
        return ids.withLock { $0 }
    }

    private func write(
        _ file: SpectrumFile, count: Int?, kept: Set<String>?, jobs: Int,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> Report {
        var description = SpectrumFileDescription(
            runID: Self.runName(of: input), software: software.name, softwareVersion: software.version,
            spectrumCount: count)
        description.isPeakPicked = pickPeaks != nil
        let writer = Mutex(
            try SpectrumFileWriter(path: output, format: format, mzPrecision: mzPrecision, description: description))
        let report = Mutex(Report())
        let step = ConversionStep(
            format: format, mzPrecision: mzPrecision, selection: selection, kept: kept, pickPeaks: pickPeaks)
        let summary = try await file.read(
            jobs: jobs, acceptingFewerSpectra: true,
            transform: { batch in (try step.encode(batch.spectra), batch.bytesRead, batch.fileSize) },
            deliver: { encoded, done, total in
                try writer.withLock { writer in for text in encoded.texts { try writer.append(text) } }
                report.withLock { $0.add(encoded) }
                progress(done, total)
            })
        var outcome = report.withLock { $0 }
        outcome.read = summary.spectrumCount
        outcome.setAside = summary.setAside
        outcome.problems = summary.problems
        guard outcome.written > 0 else {
            let reason = outcome.firstNotRepresentable ?? "they are damaged, or others were asked for"
            throw SpectrumConversionError.nothingToWrite(input: input, spectra: outcome.read, reason: reason)
        }
        try writer.withLock { try $0.finish() }
        return outcome
    }

    /// File name without folder and extensions.
    private static func runName(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        guard let dot = plain.lastIndex(of: "."), dot > plain.startIndex else { return plain }
        return String(plain[..<dot])
    }
}

extension SpectrumConversion.Report {
    fileprivate mutating func add(_ batch: ConversionStep.Encoded) {
        written += batch.texts.count
        notSelected += batch.notSelected
        notRepresentable += batch.notRepresentable
        firstNotRepresentable = firstNotRepresentable ?? batch.firstNotRepresentable
    }
}
