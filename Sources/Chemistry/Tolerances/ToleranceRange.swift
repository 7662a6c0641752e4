/// How far an observed mass may be below and above the calculated one, for example -150 Da to +500 Da in an open search.
public struct ToleranceRange: Sendable, Hashable {
    /// Smallest allowed observed minus calculated, in ``unit``.
    public let lower: Double
    /// Largest allowed observed minus calculated, in ``unit``.
    public let upper: Double
    /// Unit of both limits; ppm are of the calculated mass.
    public let unit: MassUnit

    /// Creates a range from limits on observed minus calculated.
    ///
    /// - Precondition: `lower <= upper`.
    public init(lower: Double, upper: Double, unit: MassUnit) {
        precondition(lower <= upper, "the lower limit is not above the upper one")
        self.lower = lower
        self.upper = upper
        self.unit = unit
    }

    /// The symmetric range of a tolerance.
    public init(_ tolerance: Tolerance) {
        self.init(lower: -tolerance.value, upper: tolerance.value, unit: tolerance.unit)
    }

    /// Observed masses (or m/z) that are within the range of a calculated one.
    public func observedWindow(forCalculated calculated: Double) -> ClosedRange<Double> {
        switch unit {
        case .daltons: (calculated + lower)...(calculated + upper)
        case .ppm: calculated * (1 + lower * 1e-6)...calculated * (1 + upper * 1e-6)
        }
    }

    /// Calculated masses (or m/z) that an observed one is within the range of: the exact inverse of
    /// ``observedWindow(forCalculated:)``.
    public func calculatedWindow(forObserved observed: Double) -> ClosedRange<Double> {
        switch unit {
        case .daltons: (observed - upper)...(observed - lower)
        case .ppm: observed / (1 + upper * 1e-6)...observed / (1 + lower * 1e-6)
        }
    }

    /// Whether `observed` is within the range of `calculated`, both ends included.
    public func contains(_ observed: Double, around calculated: Double) -> Bool {
        observedWindow(forCalculated: calculated).contains(observed)
    }
}

extension ToleranceRange: CustomStringConvertible {
    /// The range as it is written in a workflow: `-150 Da..+500 Da`, or `10 ppm` where it is symmetric.
    public var description: String {
        if lower == -upper { return "\(DecimalText.shortest(upper)) \(unit.symbol)" }
        return "\(DecimalText.signed(lower)) \(unit.symbol)..\(DecimalText.signed(upper)) \(unit.symbol)"
    }

    /// Reads `-150 Da..+500 Da`, or a single tolerance such as `10 ppm`, which is symmetric.
    ///
    /// - Throws: `ToleranceError`.
    public init(parsing text: String) throws(ToleranceError) {
        guard let dots = ToleranceText.firstDots(in: text) else {
            let tolerance = try Tolerance(parsing: text)
            guard tolerance.unit == .daltons || tolerance.value < 1e6 else { throw .belowMinusMillion(text) }
            self.init(tolerance)
            return
        }
        let (lower, lowerUnit) = try ToleranceText.quantity(text[..<dots.lowerBound], of: text)
        let (upper, upperUnit) = try ToleranceText.quantity(text[dots.upperBound...], of: text)
        guard lowerUnit == upperUnit else { throw .mixedUnits(text) }
        guard lower <= upper else { throw .reversed(text) }
        guard lowerUnit == .daltons || lower > -1e6 else { throw .belowMinusMillion(text) }
        self.init(lower: lower, upper: upper, unit: lowerUnit)
    }
}
