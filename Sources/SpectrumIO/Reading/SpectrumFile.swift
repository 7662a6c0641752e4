internal import Foundations

/// A spectra file that was opened: its format found and what stands before its first spectrum understood.
///
/// The value holds no open file; each reading opens it anew.
public struct SpectrumFile: Sendable {
    /// Path the file was opened by.
    public let path: String
    /// Format, found from the content.
    public let format: SpectrumFileFormat
    /// Whether the file is gzip.
    public let isCompressed: Bool
    /// What the file says about itself.
    public let header: SpectrumFileHeader

    /// Opens a file, plain or gzip, finds its format from its content and reads up to its first spectrum.
    ///
    /// - Throws: ``SpectrumReadError`` where the file is unreadable, empty, of no known format, or damaged before its
    /// first spectrum.
    public init(path: String) throws(SpectrumReadError) {
        let probe = try SpectrumStream(path: path)
        var start: [UInt8] = []
        _ = try probe.read(upTo: SpectrumFileFormat.probeByteCount, appendingTo: &start)
        guard !start.isEmpty else { throw .empty(path: path) }
        guard !SpectrumFileFormat.isWide(start) else { throw .wideCharacters(path: path) }
        if let offset = SpectrumFileFormat.documentType(in: start) {
            throw .declaresEntities(path: path, byteOffset: offset)
        }
        guard let format = SpectrumFileFormat.detect(in: start) else { throw .unknownFormat(path: path) }
        self.path = path
        self.format = format
        isCompressed = probe.isCompressed
        let stream = try SpectrumStream(path: path)
        switch format {
        case .mzML: header = try MzMLBlockSource(stream: stream).readHeader()
        case .mzXML: header = try MzXMLScanSource(stream: stream).readHeader()
        case .mgf: header = try TextBlockSource<MGFTextFormat>(stream: stream).readHeader()
        case .ms2: header = try TextBlockSource<MS2TextFormat>(stream: stream).readHeader()
        }
    }

    /// Reads all spectra of the file.
    ///
    /// Batches of spectra are decoded by `jobs` workers at a time. The result does not depend on `jobs`.
    ///
    /// - Parameters:
    ///   - jobs: number of workers, at least 1.
    ///   - takingDigest: whether ``SpectrumFileSummary/fileSHA256`` is computed on the way, and the SHA-1 that the file
    ///     states is held against its content.
    ///   - acceptingFewerSpectra: whether an mzML file that is complete but holds fewer spectra than it declares (an
    ///     excerpt made by hand, mostly) is a problem noted in the summary instead of an error. mzXML, whose excerpts
    ///     keep the count of their source, always has it as a problem.
    ///   - transform: what to make of a batch; called in the workers, concurrently.
    ///   - deliver: takes what `transform` made, in file order, one at a time.
    /// - Returns: the account of the whole file.
    /// - Throws: ``SpectrumReadError``; what `transform` and `deliver` throw; `CancellationError`. What stands before
    /// the damage has been delivered by then.
    public func read<Output: Sendable>(
        jobs: Int, takingDigest: Bool = false, acceptingFewerSpectra: Bool = false,
        transform: @escaping @Sendable (SpectrumBatch) throws -> Output,
        deliver: @escaping @Sendable (Output) async throws -> Void
    ) async throws -> SpectrumFileSummary {
        let stream = try SpectrumStream(
            path: path, takingDigest: takingDigest, checksumElement: takingDigest ? format.checksumElement : nil)
        let account = SpectrumAccount(format: format)
        switch format {
        case .mzML:
            let source = try MzMLBlockSource(stream: stream, acceptsFewerSpectra: acceptingFewerSpectra)
            return try await Self.read(source, account, jobs, transform, deliver)
        case .mzXML:
            return try await Self.read(MzXMLScanSource(stream: stream), account, jobs, transform, deliver)
        case .mgf:
            let source = try TextBlockSource<MGFTextFormat>(stream: stream)
            return try await Self.read(source, account, jobs, transform, deliver)
        case .ms2:
            let source = try TextBlockSource<MS2TextFormat>(stream: stream)
            return try await Self.read(source, account, jobs, transform, deliver)
        }
    }

    /// All spectra of the file in memory: for small files.
    ///
    /// - Throws: as ``read(jobs:takingDigest:acceptingFewerSpectra:transform:deliver:)``.
    public func readAll(jobs: Int = 1) async throws -> [ReadSpectrum] {
        let collected = Collector<ReadSpectrum>()
        _ = try await read(jobs: jobs, transform: { $0.spectra }, deliver: { collected.append(contentsOf: $0) })
        return collected.elements
    }

    private static func read<Source: SpectrumSource, Output: Sendable>(
        _ source: sending Source, _ account: SpectrumAccount, _ jobs: Int,
        _ transform: @escaping @Sendable (SpectrumBatch) throws -> Output,
        _ deliver: @escaping @Sendable (Output) async throws -> Void
    ) async throws -> SpectrumFileSummary {
        precondition(jobs >= 1, "Reading takes at least one job.")
        let declaredCount = try source.readHeader().declaredSpectrumCount
        let makeDecoder = source.decoderMaker()
        let feed = SpectrumFeed(source)
        try await orderedParallelMap(
            workers: jobs, state: makeDecoder, next: { try feed.next() },
            transform: { (decoder: inout Source.Decoder, item: SpectrumFeed<Source>.Item) in
                let decoded = try decoder.decode(item.block)
                let facts = BlockFacts(decoded)
                let batch = SpectrumBatch(spectra: decoded.spectra, bytesRead: item.bytesRead, fileSize: item.fileSize)
                return (try transform(batch), facts)
            },
            deliver: { (output: Output, facts: BlockFacts) in
                account.add(facts)
                try await deliver(output)
            })
        return account.summary(finishing: feed, declaredCount: declaredCount)
    }
}
