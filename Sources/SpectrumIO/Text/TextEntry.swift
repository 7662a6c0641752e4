internal import SpectrumModel

/// The lines of one spectrum of a text file, once all of them have been taken.
protocol TextEntry {
    /// Position of the spectrum among those of the file, from 0.
    var index: Int { get }
    /// Position of the first line in the uncompressed file.
    var byteOffset: Int { get }
    var peaks: PeakList { get }
    /// Why the spectrum cannot be used.
    var fault: String? { get }
    /// Kinds of values that were stated and could not be read.
    var unreadable: [ReadProblem.Kind] { get }
}

extension SpectrumFinisher {
    /// The finished spectrum of an entry, or its account where it is at fault.
    ///
    /// - Parameter fault: what the lines around the entry say of it.
    mutating func finish(_ entry: some TextEntry, as spectrum: Spectrum, fault: String? = nil) -> ReadSpectrum {
        for kind in entry.unreadable { notes.add(kind, index: entry.index) }
        if let text = entry.peaks.strayText {
            notes.add(.extraArrayLeftOut, index: entry.index, detail: "\"\(text)\" after an intensity")
        }
        if let fault = fault ?? entry.fault { return Self.setAside(spectrum, .malformed, fault, entry.byteOffset) }
        return finish(
            spectrum, mz: entry.peaks.mz, intensities: entry.peaks.intensities, byteOffset: entry.byteOffset)
    }
}
