/// A place where the repository breaks one of its own rules.
struct Violation: Equatable, CustomStringConvertible {
    /// Path from the root of the repository.
    var file: String
    /// Line, counted from 1; `nil` where the file as a whole is meant.
    var line: Int?
    /// What is wrong, without a full stop.
    var message: String

    var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(message)"
    }
}

extension [Violation] {
    /// One violation a line, for the message of a failed test.
    var listed: String { map(\.description).joined(separator: "\n") }
}
