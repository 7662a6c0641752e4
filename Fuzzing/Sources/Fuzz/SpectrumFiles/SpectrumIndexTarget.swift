internal import SpectrumIO

private let file = InputFile("input")

extension FuzzTarget {
    /// Single spectra by position and identifier, from files whose index may be anything.
    static let spectrumIndex = FuzzTarget(
        name: "index", seeds: { try SpectrumSeeds.indexedFiles() },
        check: { bytes in
            file.hold(bytes)
            let outcome = Outcome(path: file.path, jobs: 1)
            do {
                try checkAccess(SpectrumAccess(SpectrumFile(path: file.path)), outcome)
            } catch {
                require(outcome.error != nil, "the file reads to its end, but not by its index: \(error)")
            }
        })

    private static func checkAccess(_ access: SpectrumAccess, _ outcome: Outcome) throws(SpectrumReadError) {
        if let index = access.index {
            for (position, entry) in index.entries.enumerated().prefix(20) {
                require(entry.byteOffset >= 0, "index entry \(position) lies before the file")
            }
        }
        if outcome.error != nil {
            for position in [0, 1, 2] { _ = try access.spectrum(at: position) }
            return
        }
        // From the last to the first, then by identifier: the index may be thrown away on the way.
        for entry in (outcome.spectra.prefix(4) + outcome.spectra.dropFirst(4).suffix(4)).reversed() {
            let found = try access.spectrum(at: entry.index)
            require(found == entry, "spectrum \(entry.index) by its position is another")
        }
        require(try access.spectrum(at: outcome.spectra.count) == nil, "there is a spectrum behind the last")
        for entry in outcome.spectra.prefix(6) {
            let first = outcome.spectra.first { $0.nativeID == entry.nativeID }
            require(try access.spectrum(id: entry.nativeID) == first, "spectrum \"\(entry.nativeID)\" is another")
        }
        require(try access.spectrum(id: "none of the file") == nil, "an identifier is found that is not there")
    }
}
