/// How far an observed m/z or mass may be from the calculated one, the same distance on both sides.
public enum Tolerance: Sendable, Hashable {
    /// Half width in parts per million of the calculated value.
    case ppm(Double)
    /// Half width in Da (in Th when applied to m/z).
    case daltons(Double)

    /// The number, without its unit.
    public var value: Double {
        switch self {
        case .ppm(let value), .daltons(let value): value
        }
    }

    /// The unit of ``value``.
    public var unit: MassUnit {
        switch self {
        case .ppm: .ppm
        case .daltons: .daltons
        }
    }

    /// Distance allowed on each side of `center`, in the unit of `center` (Da for masses, Th for m/z).
    @inlinable
    public func halfWidth(at center: Double) -> Double {
        switch self {
        case .ppm(let value): abs(center) * value * 1e-6
        case .daltons(let value): value
        }
    }

    /// Everything within tolerance of `center`, both ends included.
    @inlinable
    public func window(around center: Double) -> ClosedRange<Double> {
        let half = halfWidth(at: center)
        return (center - half)...(center + half)
    }

    /// Whether `observed` is within tolerance of `calculated`, both ends included.
    @inlinable
    public func contains(_ observed: Double, around calculated: Double) -> Bool {
        abs(observed - calculated) <= halfWidth(at: calculated)
    }
}

extension Tolerance: CustomStringConvertible {
    /// The tolerance as it is written in a workflow: `10 ppm`, `0.02 Da`.
    public var description: String { "\(DecimalText.shortest(value)) \(unit.symbol)" }

    /// Reads `10 ppm` or `0.02 Da`; the unit is needed, its case and the blank before it do not matter.
    ///
    /// - Throws: `ToleranceError`.
    public init(parsing text: String) throws(ToleranceError) {
        let (value, unit) = try ToleranceText.quantity(text[...], of: text)
        guard value >= 0 else { throw .negative(text) }
        switch unit {
        case .ppm: self = .ppm(value)
        case .daltons: self = .daltons(value)
        }
    }
}
