import PeptideSearch

extension Assessment {
    /// Writes all identifications as an artefact of kind `identifications`, run by run; equal ones give equal bytes.
    ///
    /// - Throws: `ArtefactError` where the file cannot be written, and what the sources of matches throw; nothing is left
    ///   at the path then.
    public func write(to path: String) throws {
        var walk = RowWalk(self, into: try IdentificationsWriter(path: path, parameters: parameters))
        try walk.walk()
        try walk.sink.finish(
            runs: runs.map(\.source.run), proteins: proteins, summaries: summaries + walk.runSummaries, notes: notes)
    }

    /// All identifications, in memory.
    ///
    /// - Throws: what the sources of matches throw.
    public func identifications() throws -> Identifications {
        var walk = RowWalk(self, into: IdentificationRows())
        try walk.walk()
        return walk.sink.identifications(
            parameters: parameters, runs: runs.map(\.source.run), proteins: proteins,
            summaries: summaries + walk.runSummaries, notes: notes)
    }
}
