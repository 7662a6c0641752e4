/// Units a mass tolerance can have.
public enum MassUnit: String, CaseIterable, Sendable, Hashable {
    /// Parts per million of the m/z or mass it is applied to.
    case ppm
    /// Daltons; on the m/z scale the same number of Th.
    case daltons = "Da"

    /// The unit as it is written: `ppm` or `Da`.
    public var symbol: String { rawValue }
}
