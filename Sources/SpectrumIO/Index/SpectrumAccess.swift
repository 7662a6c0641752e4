/// Single spectra of a file, by identifier or position, equal to those of ordinary reading.
///
/// Plain mzML and mzXML files are read where the spectrum stands, by an index (``SpectrumFile/index()``). Each entry of
/// a file's own index that is used has to point at the start tag of its spectrum; where one does not, the index is
/// thrown away and made anew from the bytes of the file. Gzip, MGF and MS2 files have no random access: they are read from
/// their start up to the spectrum, and on from there for one that stands later.
///
/// A value is used by one task at a time and keeps the file open.
public final class SpectrumAccess {
    private enum Way {
        case indexed(any SpectrumElementReader, SpectrumIndex)
        case sequential(any SequentialReading)
    }

    private let file: SpectrumFile
    private var way: Way

    /// Prepares access to a file that was opened.
    ///
    /// - Throws: ``SpectrumReadError`` where the file cannot be read.
    public init(_ file: SpectrumFile) throws(SpectrumReadError) {
        self.file = file
        let index = file.isCompressed ? nil : try file.index()
        switch (file.format, index) {
        case (.mzML, let index?): way = .indexed(try MzMLElementReader(path: file.path), index)
        case (.mzXML, let index?): way = .indexed(try MzXMLElementReader(path: file.path), index)
        case (.mzML, nil):
            way = .sequential(
                try SequentialReader { () throws(SpectrumReadError) in
                    try MzMLBlockSource(stream: SpectrumStream(path: file.path), acceptsFewerSpectra: true)
                })
        case (.mzXML, nil):
            way = .sequential(
                try SequentialReader { () throws(SpectrumReadError) in
                    try MzXMLScanSource(stream: SpectrumStream(path: file.path))
                })
        case (.mgf, _):
            way = .sequential(
                try SequentialReader { () throws(SpectrumReadError) in
                    try TextBlockSource<MGFTextFormat>(stream: SpectrumStream(path: file.path))
                })
        case (.ms2, _):
            way = .sequential(
                try SequentialReader { () throws(SpectrumReadError) in
                    try TextBlockSource<MS2TextFormat>(stream: SpectrumStream(path: file.path))
                })
        }
    }

    /// The index in use; `nil` where the file is read from its start.
    public var index: SpectrumIndex? {
        if case .indexed(_, let index) = way { return index }
        return nil
    }

    /// The spectrum at a position, counted from 0; `nil` behind the last.
    ///
    /// - Throws: ``SpectrumReadError`` where the file cannot be read or is damaged there.
    public func spectrum(at position: Int) throws(SpectrumReadError) -> ReadSpectrum? {
        guard position >= 0 else { return nil }
        switch way {
        case .sequential(let reader): return try reader.spectrum(at: position)
        case .indexed(let reader, let index):
            guard index.entries.indices.contains(position) else { return nil }
            do throws(ElementFault) {
                return try reader.read(index.entries[position], at: position, checked: index.origin == .file)
            } catch {
                switch error {
                case .damaged(let error): throw error
                case .notThere(let reason):
                    try scan(because: reason)
                    return try spectrum(at: position)
                }
            }
        }
    }

    /// The first spectrum with a native identifier; `nil` where there is none.
    ///
    /// Before it is said that there is none, the bytes of the file have been passed over, whatever its index says.
    ///
    /// - Throws: as ``spectrum(at:)``.
    public func spectrum(id nativeID: String) throws(SpectrumReadError) -> ReadSpectrum? {
        guard case .indexed(_, let index) = way else { return try sequentialSpectrum(id: nativeID) }
        if let position = index.position(ofID: nativeID), let found = try spectrum(at: position) {
            // The index may have been made anew on the way, with the spectrum at another place.
            if found.nativeID == nativeID { return found }
            return try self.index?.position(ofID: nativeID).flatMap { position throws(SpectrumReadError) in
                try spectrum(at: position)
            }
        }
        guard index.origin == .file else { return nil }
        try scan(because: "its index does not name \"\(nativeID)\"")
        return try spectrum(id: nativeID)
    }

    private func sequentialSpectrum(id nativeID: String) throws(SpectrumReadError) -> ReadSpectrum? {
        guard case .sequential(let reader) = way else { return nil }
        return try reader.spectrum(id: nativeID)
    }

    /// Replaces the index by one made from the bytes of the file.
    private func scan(because reason: String) throws(SpectrumReadError) {
        guard case .indexed(let reader, _) = way else { return }
        way = .indexed(reader, try SpectrumIndex.scanning(file, because: reason))
    }
}
