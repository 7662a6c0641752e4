import Chemistry
import Testing

@Suite struct TheoreticalFragmentTests {
    @Test("fragments come by series, ordinal and charge, each once")
    func order() throws {
        let fragments = theoreticalFragments(of: try ProForma.read("AGK").peptidoform, charges: 1...2)
        #expect(
            fragments.map { "\($0.series)\($0.ordinal)+\($0.charge)" } == [
                "b1+1", "b1+2", "b2+1", "b2+2", "y1+1", "y1+2", "y2+1", "y2+2",
            ])
        #expect(fragments.allSatisfy { $0.neutralLoss == nil })
        // y1 of a peptide that ends in lysine: 147.11280 Th.
        #expect(isClose(fragments[4].mz, 147.112804, within: 2e-6))
    }

    @Test("one residue gives no fragments")
    func singleResidue() throws {
        #expect(theoreticalFragments(of: try ProForma.read("K").peptidoform).isEmpty)
    }

    @Test("losses are listed for fragments that have the modified residue, each different loss once")
    func losses() throws {
        let peptidoform = try ProForma.read("S[Phospho]AS[Phospho]M[Oxidation]K").peptidoform
        let fragments = theoreticalFragments(of: peptidoform, neutralLosses: true)
        func losses(_ series: FragmentSeries, _ ordinal: Int) -> [String] {
            fragments.filter { $0.series == series && $0.ordinal == ordinal }
                .map { $0.neutralLoss?.composition.description ?? "none" }
        }
        #expect(losses(.b, 1) == ["none", "H3O4P"])
        #expect(losses(.b, 3) == ["none", "H3O4P"])
        #expect(losses(.b, 4) == ["none", "H3O4P", "CH4OS"])
        #expect(losses(.y, 1) == ["none"])
        #expect(losses(.y, 2) == ["none", "CH4OS"])
        #expect(losses(.y, 4) == ["none", "H3O4P", "CH4OS"])
    }

    @Test("a lost molecule shifts the ion by its mass over the charge")
    func lossMass() throws {
        let peptidoform = try ProForma.read("AS[Phospho]K").peptidoform
        let b2 = theoreticalFragments(of: peptidoform, series: [.b], charges: 2...2, neutralLosses: true)
            .filter { $0.ordinal == 2 }
        #expect(b2.count == 2)
        #expect(isClose(b2[0].mz - b2[1].mz, 97.976896 / 2, within: 1e-5))
    }
}
