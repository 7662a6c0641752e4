internal import SpectrumIO
internal import Synchronization

/// Where the spectra and the truth of one run go, in order; several tasks hand it things one after the other.
final class RunOutput: Sendable {
    private struct State {
        var writer: SpectrumFileWriter
        var tally = RunTally()
        var spectraByProtein: [String: Int] = [:]
    }

    private let state: Mutex<State>
    private let truth: TruthFile

    init(writer: sending SpectrumFileWriter, truth: TruthFile) {
        state = Mutex(State(writer: writer))
        self.truth = truth
    }

    /// Appends the spectra of a cycle and what is true of them; returns how many spectra the run has by now.
    func append(_ cycle: CycleMaker.Product) throws -> Int {
        try state.withLock { state in
            for spectrum in cycle.spectra { try state.writer.append(spectrum) }
            state.tally.surveySpectra += cycle.spectra.count - cycle.truth.count
            for components in cycle.truth {
                state.tally.count(components)
                for accession in components.first?.proteins ?? [] {
                    state.spectraByProtein[accession, default: 0] += 1
                }
                try truth.append(components)
            }
            return state.writer.spectrumCount
        }
    }

    /// Puts the file of the run in its place.
    func finish() throws -> (tally: RunTally, spectraByProtein: [String: Int]) {
        try state.withLock { state in
            try state.writer.finish()
            return (state.tally, state.spectraByProtein)
        }
    }
}
