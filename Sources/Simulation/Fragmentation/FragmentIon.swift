/// One ion a precursor breaks into.
package struct FragmentIon: Sendable, Hashable {
    /// Monoisotopic m/z in Th.
    package var mz: Double
    /// Number of protons.
    package var charge: Int
    /// Share of the precursor's ions that become this one.
    package var share: Double
    /// Part of the precursor's mass that is in it: how likely it holds a heavy atom of the precursor.
    package var massShare: Double
    /// Whether it is a b or y ion without loss.
    package var isBackbone: Bool
}
