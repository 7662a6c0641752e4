internal import Synchronization

/// Takes what is found for spectra while others are still searched. Spectra come in the same order for each part of the
/// peptide table; what is known of a spectrum after the last part is laid out at once.
final class OutcomeGathering: Sendable {
    private struct State: Sendable {
        var outcome = SearchOutcome()
        /// What the parts so far found, by the place of the spectrum; nothing where there is only one.
        var earlier: [SpectrumOutcome] = []
        /// Place of the next spectrum of the part.
        var place = 0
        var isLastPart = false

        mutating func add(_ found: SpectrumOutcome) {
            var spectrum = found
            let isKnown = place < earlier.count
            if isKnown {
                spectrum = earlier[place]
                spectrum.merge(found)
            }
            if isLastPart {
                outcome.add(spectrum)
            } else if isKnown {
                earlier[place] = spectrum
            } else {
                earlier.append(spectrum)
            }
            place += 1
        }
    }

    private let state = Mutex(State())

    /// Begins a part of the peptide table.
    func beginPart(isLast: Bool) {
        state.withLock { state in
            state.place = 0
            state.isLastPart = isLast
        }
    }

    /// Takes the next spectra of the part.
    func add(_ found: [SpectrumOutcome]) {
        state.withLock { state in for spectrum in found { state.add(spectrum) } }
    }

    /// What was gathered, after the last part.
    var outcome: SearchOutcome { state.withLock { $0.outcome } }
}
