import Chemistry
import PeptideSearch
import SpectrumModel
import Testing

@Suite("Choice of fragment series")
struct FragmentSeriesChoiceTests {
    @Test(
        "activation decides: electron transfer makes c and z, collisions b and y, both together all four",
        arguments: [
            ([], "by"), ([.cid], "by"), ([.hcd], "by"), ([.uvpd], "by"), ([.irmpd, .other], "by"), ([.etd], "cz"),
            ([.ecd], "cz"), ([.etd, .other], "cz"), ([.ethcd], "bcyz"), ([.hcd, .etd], "bcyz"), ([.cid, .etd], "bcyz"),
        ] as [([DissociationMethod], String)])
    func byActivation(_ methods: [DissociationMethod], _ letters: String) {
        let series = FragmentSeriesChoice.byActivation.series(for: methods)
        #expect(series.map(\.rawValue).sorted().joined() == letters)
        #expect(FragmentSeriesChoice.always([.a, .x]).series(for: methods) == [.a, .x])
    }
}
