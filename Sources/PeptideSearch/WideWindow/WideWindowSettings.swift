/// When spectra go through a fragment index, and how large its parts are.
///
/// The outcome of a search is the same for all settings.
package struct WideWindowSettings: Sendable {
    /// Rows in the windows of a spectrum from which on it goes through the index.
    ///
    /// Measured with 20,000 simulated spectra against yeast (966,474 rows), CPU time of a whole run with the index and
    /// without: 200 rows in a window 5.6 s and 5.8 s, 290 rows 6.4 s and 6.7 s, 1,160 rows 7.3 s and 14.9 s.
    package var leastRows = 300
    /// How often the rows of a partition have to be compared with a spectrum for its index to be worth building.
    ///
    /// Measured with 400 spectra and a window of 40 Da: 0, 4, 8 and 16 gave 2.8, 2.2, 2.5 and 2.8 s.
    package var leastVisits = 4
    /// Rows of a partition, at most ``FragmentIndex/rowLimit``.
    ///
    /// Measured with -150 Da..+500 Da: 32,768 rows 12.4 s, 16,384 rows 14.4 s, 8,192 rows 17.2 s.
    package var partitionRows = FragmentIndex.rowLimit
    /// Spectra held at a time at the most: each partition is indexed anew for each batch.
    package var batch = 32_768
    /// Whether spectra whose candidates are all looked at for what they match by chance, so that nothing is saved, go
    /// through the index too.
    package var takesNarrowWindows = false

    /// The settings that measurements favour.
    package init() {}
}
