import Chemistry

/// Isotope patterns of average peptides by mass, worked out once, so that looking one up allocates nothing.
struct AveragineTable: Sendable {
    /// The table, made by who asks first.
    static let shared = AveragineTable()

    /// Peaks of each pattern; at the largest mass the most abundant is the eighth.
    static let isotopeCount = 16
    /// Heaviest peptide with a pattern, in Da.
    static let maximumMassDaltons = 12_000.0

    /// Distance of masses in the table in Da; neighbouring patterns differ by at most 3 % of the most abundant peak.
    private static let stepDaltons = 50.0
    /// Peaks below this share of the most abundant one are not looked for.
    private static let smallestShare = 0.03
    /// An instrument that picks by intensity picks peaks of at least this share of the most abundant one.
    private static let pickedShare = 0.2

    /// [masses x isotopeCount], row-major: fractions of all molecules by extra neutrons.
    let fractions: [Double]
    /// Number of peaks from the monoisotopic one on that are worth looking for, by row.
    let counts: [Int]
    /// Most extra neutrons of a peak that an instrument may have picked, by row.
    let heaviestPicked: [Int]

    private init() {
        var (fractions, counts, heaviest) = ([Double](), [Int](), [Int]())
        for row in 0...Int(Self.maximumMassDaltons / Self.stepDaltons) {
            let mass = Double(row) * Self.stepDaltons
            let pattern = Averagine.isotopes(massDaltons: mass, count: Self.isotopeCount)
            let top = pattern.max() ?? 0
            fractions += pattern
            counts.append((pattern.lastIndex { $0 >= Self.smallestShare * top } ?? 0) + 1)
            heaviest.append(pattern.lastIndex { $0 >= Self.pickedShare * top } ?? 0)
        }
        (self.fractions, self.counts, heaviestPicked) = (fractions, counts, heaviest)
    }

    /// The row nearest to a neutral mass in Da; `nil` where the table ends before it.
    func row(massDaltons: Double) -> Int? {
        guard massDaltons >= 0, massDaltons <= Self.maximumMassDaltons else { return nil }
        return Int((massDaltons / Self.stepDaltons).rounded())
    }
}
