/// A benchmark whose work gives another result than it should: its time would mean nothing.
public struct UnexpectedResult: Error, CustomStringConvertible {
    /// What was found and what was expected.
    public let description: String

    /// Throws where two values differ.
    public static func check<Value: Equatable>(_ found: Value, is expected: Value, _ what: String) throws {
        guard found == expected else {
            throw UnexpectedResult(description: "\(what): found \(found), expected \(expected)")
        }
    }
}
