import Chemistry
import PeakPicking
import PeptideSearch
import SpectrumModel
import Testing

@Suite("Precursor queries")
struct PrecursorQueryTests {
    private func queries(_ precursors: [Precursor], _ parameters: SearchParameters) throws -> [PrecursorQuery] {
        let store = try store([spectrum(0, precursors: precursors, peaks: [])])
        return PrecursorQuery.all(for: store.entries[0], parameters: parameters)
    }

    /// (500.5 - 1.0072764665789) x 2 = 998.985447066842; the isotope is 1.003354835 Da.
    @Test("masses and windows are those worked out by hand")
    func byHand() throws {
        let found = try queries([Precursor(mz: 500.5, charge: 2)], parameters(isotopeErrors: 0...2))
        #expect(found.map(\.isotopeError) == [0, 1, 2])
        for (query, mass) in zip(found, [998.985447067, 997.982092232, 996.978737397]) {
            #expect(abs(query.neutralMass - mass) < 1e-6)
            #expect(query.charge == 2)
            #expect(query.mz == 500.5)
            // A calculated mass m is in 10 ppm of the observed M where M / (1 + 1e-5) <= m <= M / (1 - 1e-5).
            #expect(abs(query.window.lowerBound - mass / 1.00001) < 1e-6)
            #expect(abs(query.window.upperBound - mass / 0.99999) < 1e-6)
        }
    }

    @Test("a window from below to above turns round: what is heavier than calculated was calculated lighter")
    func asymmetric() throws {
        let open = parameters(precursor: ToleranceRange(lower: -150, upper: 500, unit: .daltons))
        let query = try #require(try queries([Precursor(mz: 500.5, charge: 2)], open).first)
        #expect(abs(query.window.lowerBound - 498.985447067) < 1e-6)
        #expect(abs(query.window.upperBound - 1148.985447067) < 1e-6)
    }

    @Test("a stated charge is believed, possible charges are tried, else those of the parameters")
    func charges() throws {
        let defaults = parameters(charges: 2...4)
        #expect(try queries([Precursor(mz: 500, charge: 7)], defaults).map(\.charge) == [7])
        #expect(try queries([Precursor(mz: 500, possibleCharges: [3, 2])], defaults).map(\.charge) == [3, 2])
        #expect(try queries([Precursor(mz: 500, charge: 1, possibleCharges: [3, 2])], defaults).map(\.charge) == [1])
        #expect(try queries([Precursor(mz: 500)], defaults).map(\.charge) == [2, 3, 4])
    }

    @Test("isotope errors come with the smallest first, below before above, for each charge of each precursor")
    func order() throws {
        let found = try queries(
            [Precursor(mz: 500, charge: 2), Precursor(), Precursor(mz: 600, possibleCharges: [2, 3])],
            parameters(isotopeErrors: -1...2))
        #expect(found.map(\.isotopeError) == [0, -1, 1, 2, 0, -1, 1, 2, 0, -1, 1, 2])
        #expect(found.map(\.mz) == Array(repeating: 500, count: 4) + Array(repeating: 600, count: 8))
        #expect(found.suffix(8).map(\.charge) == [2, 2, 2, 2, 3, 3, 3, 3])
    }

    /// Heavier by an isotope, at charge 2: 1.003354835 / 2 Th. Of 0..2 isotopes of the stated m/z the last two are the first
    /// two of the refined one.
    @Test("where a precursor was moved by an isotope, the masses that only the stated m/z fits are tried too")
    func movedByIsotope() throws {
        let moved = Precursor(mz: 500.5, charge: 2, measuredMZ: 500.5 + 1.003354835 / 2)
        let found = try queries([moved], parameters(isotopeErrors: 0...2))
        #expect(found.prefix(3).map(\.mz) == [500.5, 500.5, 500.5])
        #expect(found.prefix(3).map(\.isotopeError) == [0, 1, 2])
        let stated = found.dropFirst(3).filter { $0.window.upperBound - $0.window.lowerBound > 1e-6 }
        #expect(stated.map(\.isotopeError) == [0])
        #expect(abs((stated.first?.neutralMass ?? 0) - (998.985447067 + 1.003354835)) < 1e-6)
        #expect(found.allSatisfy { $0.measuredMZ == moved.measuredMZ })
    }

    /// 0.005 Th at charge 2 are 0.01 Da, half of a window's width of 20 ppm.
    @Test("where a precursor was moved a little, the stated m/z adds only what its windows have beyond the others")
    func movedLittle() throws {
        for (shift, charge) in [(0.005, 2), (-0.005, 2), (0.0001, 3), (-0.7, 3)] {
            let moved = Precursor(mz: 500.5, charge: charge, measuredMZ: 500.5 + shift)
            let found = try queries([moved], parameters(isotopeErrors: 0...2))
            let refined = try queries([Precursor(mz: 500.5, charge: charge)], parameters(isotopeErrors: 0...2))
            let stated = try queries([Precursor(mz: 500.5 + shift, charge: charge)], parameters(isotopeErrors: 0...2))
            #expect(found.prefix(3).map(\.window) == refined.map(\.window))
            let windows = found.map(\.window)
            for (index, window) in windows.enumerated() {
                #expect(windows[..<index].allSatisfy { !$0.overlaps(window) })
            }
            // Together they cover what either m/z fits, and nothing else.
            for mass in stride(from: 990.0, to: 1510, by: 0.0005) {
                let isIn = (refined + stated).contains { $0.window.contains(mass) }
                if windows.contains(where: { $0.contains(mass) }) != isIn { Issue.record("\(mass) \(shift)") }
            }
        }
    }

    @Test("masses that are not positive are no reading")
    func notPositive() throws {
        #expect(try queries([Precursor(mz: 1, charge: 2)], parameters()).isEmpty)
        #expect(try queries([Precursor(mz: 2, charge: 1)], parameters(isotopeErrors: 0...2)).map(\.isotopeError) == [0])
    }
}
