/// Single spectra of a file that has to be read from its start.
protocol SequentialReading: AnyObject {
    /// The spectrum at a position; `nil` behind the last.
    func spectrum(at position: Int) throws(SpectrumReadError) -> ReadSpectrum?
    /// The first spectrum with a native identifier.
    func spectrum(id nativeID: String) throws(SpectrumReadError) -> ReadSpectrum?
}

/// Reads a file block by block, keeps the block it is at, and begins anew for what it has passed.
final class SequentialReader<Source: SpectrumSource>: SequentialReading {
    private let open: () throws(SpectrumReadError) -> Source
    private var source: Source
    private var decoder: Source.Decoder
    private var block: [ReadSpectrum] = []
    /// Where each identifier was met first, in the part of the file that was read.
    private var positions: [String: Int] = [:]
    private var isAtEnd = false

    /// - Parameter open: opens the file at its start.
    init(_ open: @escaping () throws(SpectrumReadError) -> Source) throws(SpectrumReadError) {
        self.open = open
        (source, decoder) = try Self.start(open)
    }

    func spectrum(at position: Int) throws(SpectrumReadError) -> ReadSpectrum? {
        if let first = block.first?.index, position < first { try rewind() }
        while true {
            if let first = block.first?.index, position < first + block.count { return block[position - first] }
            guard try readOn() else { return nil }
        }
    }

    func spectrum(id nativeID: String) throws(SpectrumReadError) -> ReadSpectrum? {
        while true {
            if let position = positions[nativeID] { return try spectrum(at: position) }
            guard try readOn() else { return nil }
        }
    }

    /// Decodes the next block; `false` behind the last.
    private func readOn() throws(SpectrumReadError) -> Bool {
        guard !isAtEnd else { return false }
        guard let next = try source.nextBlock() else {
            isAtEnd = true
            return false
        }
        block = try decoder.decode(next).spectra
        for spectrum in block where positions[spectrum.nativeID] == nil {
            positions[spectrum.nativeID] = spectrum.index
        }
        return true
    }

    private func rewind() throws(SpectrumReadError) {
        (source, decoder) = try Self.start(open)
        block = []
        isAtEnd = false
    }

    private static func start(
        _ open: () throws(SpectrumReadError) -> Source
    ) throws(SpectrumReadError) -> (Source, Source.Decoder) {
        let source = try open()
        _ = try source.readHeader()
        return (source, try source.decoderMaker()())
    }
}
