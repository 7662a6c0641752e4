import Foundations

/// The peptidoforms among accepted matches, each once for each peptide, with the best match that showed it.
struct FormSightings {
    /// A form and where it was seen best.
    private struct Sighting {
        let row: Int
        let peptidoform: String
        var score: Double
        var entry: Int
    }

    private var numbers = KeyNumbers()
    private var sightings: [Sighting] = []

    /// Adds a form of the peptide in a row. Entries ascend from run to run.
    mutating func add(_ peptidoform: String, ofRow row: Int, score: Double, entry: Int) {
        let number = numbers.number(of: StableHash.combine(UInt64(row), StableHash.hash(peptidoform)))
        if number == sightings.count {
            sightings.append(Sighting(row: row, peptidoform: peptidoform, score: score, entry: entry))
        } else if (score, -entry) > (sightings[number].score, -sightings[number].entry) {
            (sightings[number].score, sightings[number].entry) = (score, entry)
        }
    }

    /// The forms by row of their peptide, those of a peptide by falling best score, then entry.
    func forms() -> [PeptideForm] {
        sightings.sorted { left, right in
            if left.row != right.row { return left.row < right.row }
            return left.score != right.score ? left.score > right.score : left.entry < right.entry
        }.map { PeptideForm(peptide: $0.row, peptidoform: $0.peptidoform) }
    }
}

/// A form of a peptide among its accepted matches.
struct PeptideForm: Sendable {
    /// Row of the peptide.
    let peptide: Int
    /// The form in ProForma 2.0 notation.
    let peptidoform: String
}
