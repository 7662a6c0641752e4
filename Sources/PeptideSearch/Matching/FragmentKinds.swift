import Chemistry

/// The series looked for in a spectrum, as a kernel wants them.
struct FragmentKinds: Sendable {
    /// A series, and what its fragments have beyond those of b at the N-terminal end, of y at the C-terminal one.
    struct Kind: Sendable {
        let series: FragmentSeries
        let isNTerminal: Bool
        /// In Da.
        let massBeyond: Double
        /// Whether its fragments may have lost what a modification loses: electron transfer leaves modifications alone.
        let mayLose: Bool
        /// Number of the series among all, below ``FragmentKinds/slotCount``.
        let slot: Int

        init(_ series: FragmentSeries) {
            self.series = series
            isNTerminal = series.isNTerminal
            massBeyond = series.massBeyondResidues - (series.isNTerminal ? 0 : ParticleMass.water)
            mayLose = series != .c && series != .z
            slot = FragmentSeries.allCases.firstIndex(of: series) ?? 0
        }
    }

    /// All series, of either end.
    let series: Set<FragmentSeries>
    /// Number of series.
    let count: Int
    private let kinds: [Kind]

    static let slotCount = FragmentSeries.allCases.count

    init(_ series: Set<FragmentSeries>) {
        self.series = series
        count = series.count
        kinds = FragmentSeries.allCases.filter(series.contains).map(Kind.init)
    }

    /// A series, in the order of their letters; `index` is below ``count``.
    subscript(_ index: Int) -> Kind { kinds[index] }

    /// Series of the end that has more of them.
    var mostAtOneEnd: Int {
        let nTerminal = series.count(where: \.isNTerminal)
        return max(nTerminal, count - nTerminal)
    }
}
