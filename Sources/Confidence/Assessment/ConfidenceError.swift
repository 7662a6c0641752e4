public import Statistics

/// Why no error rate is stated. Moselle refuses rather than print a q-value that means nothing.
public enum ConfidenceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The accepted false discovery rate is not above 0 and at most 1.
    case invalidFalseDiscoveryRate(Double)
    /// No run holds a match of rank 1.
    case noMatches(runCount: Int)
    /// There are matches, but none is to a decoy.
    case noDecoys(targetCount: Int)
    /// There are matches, but all are to decoys.
    case noTargets(decoyCount: Int)
    /// Decoys do not behave as wrong targets do, so that they say nothing about them.
    case decoysUnlikeTargets(DecoyFinding)
    /// A match's score is infinite or not a number.
    case nonFiniteScore(run: String, spectrumIndex: Int)
    /// Two runs have one name, so that rows could not be told apart.
    case repeatedRun(String)
    /// A spectrum has several matches of rank 1.
    case repeatedSpectrum(run: String, spectrumIndex: Int)
    /// A match names a peptide, or its peptide a protein, that the run does not hold.
    case danglingReference(run: String, spectrumIndex: Int)
    /// There are more matches than can be told apart.
    case tooManyMatches(limit: Int)
    /// The matches of a run are others than they were a moment ago.
    case changedMatches(run: String)
    /// Error rates could not be estimated at one level.
    case estimation(level: ConfidenceLevel, TargetDecoyError)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .invalidFalseDiscoveryRate(let rate):
            "The false discovery rate \(rate) is not above 0 and at most 1; give a share such as 0.01 for 1 %."
        case .noMatches(let runCount):
            """
            No spectrum of \(runCount == 1 ? "the run" : "the \(runCount) runs") has a match, so there is nothing to estimate \
            an error rate for; check the search settings and that the spectra were searched against the right proteins.
            """
        case .noDecoys(let targetCount):
            "None of the best matches (\(targetCount)) is to a decoy, so no error rate can be estimated; where matches "
                + "are this few, search more spectra together, else check where the decoys are to come from."
        case .noTargets(let decoyCount):
            "All of the best matches (\(decoyCount)) are to decoys, so there is nothing to report; check the decoy prefix "
                + "and that the proteins belong to the sample."
        case .decoysUnlikeTargets(let finding):
            "\(finding.description) No error rate is stated; let the search make the decoys ('decoys: reverse'), or check "
                + "that those of the FASTA are as many as the targets, made of them, and digested alike."
        case .nonFiniteScore(let run, let spectrumIndex):
            "The best match of spectrum index=\(spectrumIndex) in run '\(run)' has a score that is not a finite "
                + "number; repeat the search of this run."
        case .repeatedRun(let run):
            "Two runs are named '\(run)', so their matches cannot be told apart; rename one of the files."
        case .repeatedSpectrum(let run, let spectrumIndex):
            "Spectrum index=\(spectrumIndex) in run '\(run)' has more than one match of rank 1, so the best one is not "
                + "known; repeat the search of this run."
        case .danglingReference(let run, let spectrumIndex):
            "The match of spectrum index=\(spectrumIndex) in run '\(run)' names a peptide or protein that the run does "
                + "not hold; its stored matches are damaged, repeat the search of this run."
        case .tooManyMatches(let limit):
            "There are more than \(limit) matches, which cannot be assessed together; split the experiment."
        case .changedMatches(let run):
            "The stored matches of run '\(run)' changed while error rates were estimated; run again, and let nothing else "
                + "write into the output folder."
        case .estimation(let level, let error):
            "At the \(level.rawValue) level no error rate can be estimated: \(error.description)"
        }
    }
}
