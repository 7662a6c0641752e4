public import Chemistry

/// How isotope envelopes are looked for.
public struct EnvelopeParameters: Sendable, Hashable {
    /// Charges that are tried.
    public var charges: ClosedRange<Int>

    /// How far a peak may be from its place in an envelope.
    ///
    /// Default 10 ppm, for Orbitrap, FT-ICR and calibrated TOF.
    public var tolerance: Tolerance

    /// Lowest ``IsotopeEnvelope/fit`` of an envelope that is believed.
    ///
    /// Default 0.3: a pattern that fits two of its peaks exactly and lacks the others is near it, and a peak that a
    /// neighbour doubles costs less.
    public var minimumFit: Double

    /// Fewest isotope peaks of an envelope that is believed.
    public var minimumIsotopes: Int

    /// Creates parameters; what is not given has its default.
    ///
    /// - Precondition: charges are positive.
    public init(
        charges: ClosedRange<Int> = 1...6, tolerance: Tolerance = .ppm(10), minimumFit: Double = 0.3,
        minimumIsotopes: Int = 2
    ) {
        precondition(charges.lowerBound >= 1, "A charge is at least 1.")
        self.charges = charges
        self.tolerance = tolerance
        self.minimumFit = minimumFit
        self.minimumIsotopes = minimumIsotopes
    }
}
