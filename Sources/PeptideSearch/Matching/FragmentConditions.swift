import PeakPicking
import SpectrumModel

/// What the fragments of a spectrum can be, apart from their candidate.
struct FragmentConditions: Sendable {
    let kinds: FragmentKinds
    /// Whether every peak is meant to have charge 1.
    let isChargeDeconvoluted: Bool
    private let maximumCharge: Int

    /// Those of a spectrum of the store.
    init(_ entry: FragmentSpectrumStore.Entry, _ parameters: SearchParameters) {
        self.init(
            parameters: parameters, methods: entry.precursors.flatMap(\.activation.methods),
            isChargeDeconvoluted: entry.isChargeDeconvoluted)
    }

    /// Those of a spectrum of which no more is known.
    init(parameters: SearchParameters, methods: [DissociationMethod] = [], isChargeDeconvoluted: Bool = false) {
        kinds = FragmentKinds(parameters.fragmentSeries.series(for: methods))
        self.isChargeDeconvoluted = isChargeDeconvoluted
        maximumCharge = parameters.maximumFragmentCharge
    }

    /// Highest charge of a fragment: at least one less than the precursor's, and never more than the parameters allow;
    /// after charge deconvolution all carry one.
    func maximumCharge(of query: PrecursorQuery) -> Int {
        if isChargeDeconvoluted { return 1 }
        return max(1, min(maximumCharge, query.charge - 1))
    }
}
