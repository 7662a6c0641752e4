import PeptideSearch

extension Assessment {
    /// PSM level: best match per spectrum, over the experiment and within each run.
    ///
    /// The search kept the better of target and decoy for each spectrum, so the matches have competed already. Several
    /// spectra of one peptide tend to be right or wrong together, which makes this estimate less sure than that of
    /// peptides; the peptide level is the one to quote.
    mutating func assessPSMs() throws(ConfidenceError) {
        let entries = matches.entries
        let rates = try LevelErrorRates(
            level: .psm, scores: entries.map(\.score), isDecoy: entries.map(\.isDecoy),
            falseDiscoveryRate: parameters.falseDiscoveryRate)
        summaries.append(rates.summary)
        psms = entries.indices.map { index in
            let entry = entries[index]
            return IdentifiedPSM(
                run: entry.run, match: entry.match, spectrumIndex: entry.spectrumIndex, isDecoy: entry.isDecoy,
                score: entry.score, qValue: rates.qValues[index],
                posteriorErrorProbability: rates.posteriorErrorProbabilities[index], runQValue: 1)
        }
        try assessWithinRuns()
    }

    private mutating func assessWithinRuns() throws(ConfidenceError) {
        var indicesByRun: [[Int]] = Array(repeating: [], count: runs.count)
        for (index, entry) in matches.entries.enumerated() { indicesByRun[entry.run].append(index) }
        for (run, indices) in zip(runs, indicesByRun) {
            let rates = try LevelErrorRates(
                level: .psm, run: run.run, scores: indices.map { matches.entries[$0].score },
                isDecoy: indices.map { matches.entries[$0].isDecoy },
                falseDiscoveryRate: parameters.falseDiscoveryRate)
            for (index, qValue) in zip(indices, rates.qValues) { psms[index].runQValue = qValue }
            runSummaries.append(rates.summary)
        }
    }
}
