import Confidence
import PeptideSearch

/// Identifications name a match that the matches of its run do not hold: the two do not belong together.
public struct UnknownMatchError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Name of the run.
    public var run: String
    /// Position of the match among those of the run.
    public var match: Int
    /// Position of its spectrum in the file, from 0.
    public var spectrumIndex: Int

    /// Creates an error.
    public init(run: String, match: Int, spectrumIndex: Int) {
        self.run = run
        self.match = match
        self.spectrumIndex = spectrumIndex
    }

    /// What is wrong, where, and what to do.
    public var description: String {
        """
        the identifications name match \(match) of run '\(run)', to spectrum index=\(spectrumIndex), which is not among the \
        stored matches of the run; what is stored does not belong together: run again with --fresh
        """
    }
}

extension PSMReport.RunEvidence {
    /// The stored match of an identified one.
    func match(of psm: IdentifiedPSM) throws(UnknownMatchError) -> SpectrumMatch {
        guard matches.matches.indices.contains(psm.match),
            matches.matches[psm.match].spectrumIndex == psm.spectrumIndex
        else {
            throw UnknownMatchError(run: matches.run, match: psm.match, spectrumIndex: psm.spectrumIndex)
        }
        return matches.matches[psm.match]
    }
}
