import Foundation
import TestSupport
import Testing

@Suite("Searches of simulated runs")
struct SimulatedRunsTests {
    /// A fragment spectrum: what is in it, and the best match of the default search.
    private struct Case {
        var key: String
        var components: [[String: String]]
        var match: [String: String]?

        var selected: [String: String] { components.first ?? [:] }

        /// Whether the best match names the selected peptide.
        var isRight: Bool { match.map { SimulatedStudies.isRight($0, about: selected) } ?? false }

        /// Whether the spectrum is of a peptide of the FASTA and has enough fragments to tell it from others.
        var isIdentifiable: Bool {
            selected["origin"] == "database" && (selected.number("fragment_peaks") ?? 0) >= 8
        }

        var isCoIsolated: Bool { components.dropFirst().contains { ($0.number("share") ?? 0) >= 0.2 } }
        var hasWrongIsotope: Bool { selected["isotope_offset"] != "0" }
        var lacksCharge: Bool { selected["stated_charge"] == "" }
        var isClean: Bool { !isCoIsolated && !hasWrongIsotope && !lacksCharge }

        func isAccepted(at limit: Double = 0.01) -> Bool {
            guard let match else { return false }
            return match["is_decoy"] == "false" && (match.number("q_value") ?? 1) <= limit
        }
    }

    private let studies: SimulatedStudies
    private let cases: [Case]

    private static let searched = Result { try SimulatedStudies.shared.get().search() }

    init() throws {
        studies = try SimulatedStudies.shared.get()
        cases = Self.cases(studies, try Self.searched.get())
    }

    private static func cases(_ studies: SimulatedStudies, _ matches: [String: [String: String]]) -> [Case] {
        studies.truth.map { Case(key: $0, components: $1, match: matches[$0]) }
    }

    private func share(_ cases: [Case], _ isCounted: (Case) -> Bool) -> Double {
        Double(cases.count(where: isCounted)) / Double(max(cases.count, 1))
    }

    // MARK: Right answers

    @Test("the truth has a row for every spectrum and says what the file says")
    func truthIsComplete() {
        #expect(cases.count == SimulatedStudies.seeds.count * SimulatedStudies.fragmentSpectra)
        for item in cases {
            guard let match = item.match else { continue }
            #expect(item.selected.number("stated_mz") == match.number("precursor_mz_measured"), "\(match)")
            if !item.lacksCharge { #expect(item.selected["stated_charge"] == match["charge"]) }
        }
    }

    @Test("nearly every spectrum with enough fragments of one peptide has it in first place")
    func firstRanks() {
        let clean = cases.filter { $0.isIdentifiable && $0.isClean }
        #expect(clean.count > 1_000)
        // The rest is mostly what the search does not look for: deamidation, six residues, charge 5.
        #expect(share(clean, \.isRight) > 0.93)
        #expect(share(clean) { $0.isAccepted() } > 0.9)
    }

    @Test("the true error of what is accepted is near the claimed one", arguments: [0.01, 0.05])
    func errorRate(claimed: Double) {
        let kept = cases.filter { $0.isAccepted(at: claimed) }.compactMap(\.match)
        let wrong = Double(kept.count { !studies.isRight($0) })
        #expect(kept.count > 2_000)
        // Decoys in the accepted set estimate the wrong ones; both are counts, so both scatter by their roots.
        let expected = claimed * Double(kept.count)
        #expect(abs(wrong - expected) < 4 * (2 * expected).squareRoot(), "\(wrong) wrong of \(kept.count)")
    }

    @Test("peptides in no protein, and spectra of no peptide, are rarely accepted")
    func foreignPeptides() {
        for (origin, least) in [("foreign", 150), ("noise", 40)] {
            let alone = cases.filter { $0.selected["origin"] == origin && $0.components.count == 1 }
            #expect(alone.count > least, "\(origin)")
            #expect(share(alone) { $0.isAccepted() } < 0.03, "\(origin)")
        }
    }

    // MARK: Defects

    @Test("a precursor without a charge is searched with the usual charges and found with the right one")
    func missingCharge() throws {
        let lacking = cases.filter { $0.isIdentifiable && $0.lacksCharge && !$0.isCoIsolated }
        let right = lacking.filter(\.isRight)
        #expect(lacking.count > 100)
        #expect(Double(right.count) > 0.8 * Double(lacking.count))
        #expect(right.allSatisfy { $0.match?["charge"] == $0.selected["charge"] })
        // Where only charge 2 is tried, those of other charges are lost.
        let doublyCharged = Self.cases(studies, try studies.search(["search.charges=2..2"]))
            .filter { $0.isIdentifiable && $0.lacksCharge && !$0.isCoIsolated && $0.selected["charge"] != "2" }
        #expect(doublyCharged.count > 20)
        #expect(doublyCharged.count(where: \.isRight) <= doublyCharged.count / 20)
    }

    @Test("a precursor on the wrong isotope is found by its isotope error, and lost where none is allowed")
    func wrongIsotope() throws {
        let shifted = cases.filter { $0.isIdentifiable && $0.hasWrongIsotope && !$0.isCoIsolated }
        let right = shifted.filter(\.isRight)
        #expect(shifted.count > 100)
        #expect(Double(right.count) > 0.9 * Double(shifted.count))
        let exact = right.filter { $0.match?["peptidoform"] == $0.selected["peptidoform"] }
        #expect(exact.allSatisfy { $0.match?["isotope_error"] == $0.selected["isotope_offset"] })
        #expect(Double(exact.count) > 0.9 * Double(right.count))

        let strict = Self.cases(studies, try studies.search(["search.isotope-errors=0..0"]))
            .filter { $0.isIdentifiable && $0.hasWrongIsotope && !$0.isCoIsolated }
        #expect(strict.count == shifted.count)
        #expect(share(strict, \.isRight) < 0.1)
    }

    @Test("most precursors on the wrong isotope are found without isotope errors where MS1 is looked up")
    func lookedUpIsotope() throws {
        let strict = Self.cases(studies, try studies.search(["search.isotope-errors=0..0"], precursors: "from-ms1"))
            .filter { $0.isIdentifiable && $0.hasWrongIsotope && !$0.isCoIsolated }
        #expect(share(strict, \.isRight) > 0.7)
        #expect(strict.filter(\.isRight).allSatisfy { $0.match?["isotope_error"] == "0" })
    }

    @Test("co-isolated peptides explain less of a spectrum each, and fewer such spectra are identified")
    func coIsolation() {
        let clean = cases.filter { $0.isIdentifiable && $0.isClean }
        let mixed = cases.filter { $0.isIdentifiable && $0.isCoIsolated && !$0.hasWrongIsotope && !$0.lacksCharge }
        #expect(mixed.count > 200)
        func explained(_ cases: [Case]) -> Double {
            let right = cases.filter(\.isRight).compactMap { $0.match?.number("matched_intensity_fraction") }
            return right.reduce(0, +) / Double(max(right.count, 1))
        }
        #expect(explained(mixed) < 0.9 * explained(clean))
        #expect(share(mixed) { $0.isAccepted() } < share(clean) { $0.isAccepted() })
        // Some of them give the second peptide instead of the first.
        let second = mixed.count { !$0.isRight && $0.match.map(studies.isRight) ?? false }
        #expect(second > 10)
    }

    @Test("measured precursors drift over a run within what was asked for")
    func massDrift() {
        let exact = cases.filter { $0.isAccepted() && $0.match?["peptidoform"] == $0.selected["peptidoform"] }
            .compactMap(\.match)
        for run in Set(exact.compactMap { $0["run"] }) {
            let errors = exact.filter { $0["run"] == run }
                .sorted { ($0.number("retention_time_min") ?? 0) < ($1.number("retention_time_min") ?? 0) }
                .compactMap { $0.number("precursor_error_ppm") }
            // 3 ppm are asked for, and a centroid of 50 ions scatters by less than 1 ppm.
            #expect(errors.allSatisfy { abs($0) < 3 + 5 })
            let tenth = errors.count / 10
            let means = (0..<10).map { errors[($0 * tenth)..<(($0 + 1) * tenth)].reduce(0, +) / Double(tenth) }
            let spread = (means.max() ?? 0) - (means.min() ?? 0)
            #expect(spread > 1.5, "\(run): the mean error changes by \(spread) ppm over the run")
        }
    }
}
