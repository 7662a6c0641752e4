import Foundations
import PeptideSearch
import Reports
import SpectrumModel
import Workflow

extension PSMReport {
    /// What tables take of each run, in the order of the runs. Matched ions are not among it.
    ///
    /// - Throws: `PortError`, and what the sources of matches throw.
    static func evidence(of runs: [RunPorts], workers: Int) async throws -> [RunEvidence] {
        try await orderedParallelMap(workers: workers, count: runs.count) { number in
            let ports = runs[number].ports
            return RunEvidence(
                matches: try ports.require(.matches, as: (any MatchSource).self).load(ions: false),
                spectra: try ports.require(.spectrumTable, as: [SpectrumSummary].self))
        }
    }
}
