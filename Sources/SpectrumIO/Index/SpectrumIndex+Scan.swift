extension SpectrumIndex {
    /// Builds the index of a file in one pass over its bytes.
    ///
    /// Only tags are looked at, and the spectra are neither parsed nor decoded. Works for gzip files as well; their
    /// offsets are those of the uncompressed content.
    ///
    /// - Parameter reason: why the file's own index is not used; a sentence fragment.
    static func scanning(_ file: SpectrumFile, because reason: String) throws(SpectrumReadError) -> SpectrumIndex {
        let stream = try SpectrumStream(path: file.path)
        var scanner = file.format == .mzXML ? ElementScanner("scan") : ElementScanner("spectrum")
        var entries: [Entry] = []
        while true {
            var piece: [UInt8] = []
            guard try stream.read(upTo: ReadLimits.blockBytes, appendingTo: &piece) > 0 else { break }
            let tags = try scanner.add(piece, path: file.path)
            let facts = try StartTagReader.read(tags, encoding: file.header.encoding, path: file.path)
            for (tag, facts) in zip(tags, facts) {
                let nativeID = facts.nativeID ?? "index=\(entries.count)"
                entries.append(Entry(nativeID: nativeID, byteOffset: tag.byteOffset))
            }
        }
        return SpectrumIndex(entries: entries, origin: .scan(because: reason))
    }
}
