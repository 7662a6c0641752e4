/// What is wrong with the text of a tolerance.
public enum ToleranceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A number without a unit.
    case missingUnit(String)
    /// A unit other than `ppm` and `Da`.
    case unknownUnit(unit: String, text: String)
    /// No number in front of the unit.
    case notANumber(String)
    /// A symmetric tolerance below zero.
    case negative(String)
    /// A range with one limit in ppm and the other in Da.
    case mixedUnits(String)
    /// A range whose lower limit is above its upper one.
    case reversed(String)
    /// A range in ppm that reaches down to a mass of zero.
    case belowMinusMillion(String)

    /// One sentence: what is wrong with which text and what to write.
    public var description: String {
        switch self {
        case .missingUnit(let text):
            "The tolerance '\(text)' has no unit; write '\(text) ppm' or '\(text) Da'."
        case .unknownUnit(let unit, let text):
            "The tolerance '\(text)' has the unit '\(unit)', which is not known; write ppm or Da."
        case .notANumber(let text):
            "The tolerance '\(text)' is not a number with a unit; write for example '10 ppm' or '0.02 Da'."
        case .negative(let text):
            "The tolerance '\(text)' is negative; write a half width such as '10 ppm', or a range such as "
                + "'-150 Da..+500 Da'."
        case .mixedUnits(let text):
            "The tolerance range '\(text)' mixes ppm and Da; write both limits in the same unit."
        case .reversed(let text):
            "The tolerance range '\(text)' has its lower limit above its upper one; write the lower limit first."
        case .belowMinusMillion(let text):
            "The tolerance range '\(text)' reaches a mass of zero; its lower limit must be above -1000000 ppm."
        }
    }
}
