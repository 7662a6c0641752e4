/// Where ions lie in ion mobility separation, by one of the quantities that instruments state.
public struct IonMobility: Sendable, Hashable {
    /// What is stated, which decides the unit.
    public enum Quantity: String, Sendable, Hashable, Codable, CaseIterable {
        /// Inverse reduced mobility 1/K0 in V s/cm² (MS:1002815), of trapped ion mobility.
        case inverseReducedMobility
        /// Drift time in milliseconds (MS:1002476), of drift tubes and travelling waves.
        case driftTime
        /// Compensation voltage in volt (MS:1001581), of FAIMS.
        case compensationVoltage
    }

    /// What ``value`` is.
    public var quantity: Quantity
    /// The number, in the unit of the quantity.
    public var value: Double

    /// Creates a value, which is in the unit of the quantity.
    public init(_ quantity: Quantity, _ value: Double) {
        self.quantity = quantity
        self.value = value
    }
}

extension [IonMobility] {
    /// The value of a quantity, where it is stated.
    public subscript(_ quantity: IonMobility.Quantity) -> Double? { first { $0.quantity == quantity }?.value }
}
