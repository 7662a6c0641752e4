/// What a document states about where its parts are, and where they were found.
struct DocumentClaims: Sendable {
    /// The index, as stated.
    var index = StatedIndex()
    /// Where each spectrum begins, in the order of the file.
    var spectrumOffsets: [Int] = []
    /// Where the index begins, and the white space directly before it, which some writers count as part of it.
    var foundIndex: (byteOffset: Int, blankBytesBefore: Int)?

    /// The problems of the index, held against where the spectra were found.
    ///
    /// - Parameter identifiers: hashes of the native identifiers, in the order of the file.
    func problems(identifiers: [UInt64]) -> SpectrumNotes {
        var notes = SpectrumNotes()
        comparePlace(&notes)
        guard index.isThere else { return notes }
        if index.offsets.count != spectrumOffsets.count {
            let detail = "\(index.offsets.count) entries for \(spectrumOffsets.count) spectra"
            notes.add(.incompleteIndex, index: nil, detail: detail)
        }
        compareEntries(identifiers, &notes)
        return notes
    }

    private func compareEntries(_ identifiers: [UInt64], _ notes: inout SpectrumNotes) {
        var first: Int?
        var count = 0
        for entry in index.offsets.indices where !isRight(entry, identifiers) {
            first = first ?? entry
            count += 1
        }
        if let first { notes.add(.wrongIndexOffset, index: nil, detail: wrong(first, identifiers), count: count) }
    }

    private func comparePlace(_ notes: inout SpectrumNotes) {
        guard index.statesPlace else { return }
        guard let stated = index.place, let found = foundIndex,
            stated <= found.byteOffset, stated >= found.byteOffset - found.blankBytesBefore
        else {
            let stated = index.place.map { "stated at byte \($0)" } ?? "no number"
            let found = foundIndex.map { "found at byte \($0.byteOffset)" } ?? "there is none"
            notes.add(.wrongIndexPlace, index: nil, detail: "\(stated), \(found)")
            return
        }
    }

    private func isRight(_ entry: Int, _ identifiers: [UInt64]) -> Bool {
        guard let position = position(of: index.offsets[entry]) else { return false }
        return position < identifiers.count && identifiers[position] == index.identifiers[entry]
    }

    /// What is wrong with an entry, in words.
    private func wrong(_ entry: Int, _ identifiers: [UInt64]) -> String {
        let offset = index.offsets[entry]
        let stated = offset == StatedIndex.unreadableOffset ? "no number" : "byte \(offset)"
        let position = identifiers.firstIndex(of: index.identifiers[entry])
        guard let position, position < spectrumOffsets.count else {
            return "entry \(entry + 1) of the index states \(stated) for a spectrum that the file does not hold"
        }
        return "entry \(entry + 1) of the index states \(stated) for the spectrum at byte \(spectrumOffsets[position])"
    }

    /// The spectrum that begins at an offset, by bisection.
    private func position(of offset: Int) -> Int? {
        var low = 0
        var high = spectrumOffsets.count
        while low < high {
            let middle = (low + high) / 2
            if spectrumOffsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < spectrumOffsets.count && spectrumOffsets[low] == offset ? low : nil
    }
}
