/// When spectra go through a fragment index, and how large its parts are.
///
/// The outcome of a search is the same for all settings.
package struct WideWindowSettings: Sendable {
    /// Rows in the windows of a spectrum from which on it goes through the index.
    package var leastRows = 2_000
    /// How often the rows of a partition have to be compared with a spectrum for its index to be worth building.
    package var leastVisits = 4
    /// Rows of a partition, at most ``FragmentIndex/rowLimit``.
    package var partitionRows = FragmentIndex.rowLimit
    /// Spectra held at a time at the most: each partition is indexed anew for each batch.
    package var batch = 32_768

    /// Whether candidates are counted by their fragments near peaks, for each spectrum that goes through the index.
    package var countsCandidates = false

    /// The settings that measurements favour.
    package init() {}
}
