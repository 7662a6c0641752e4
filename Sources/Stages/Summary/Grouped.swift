/// Numbers as people read them.
enum Grouped {
    /// A number with its digits in groups of three: `12,345`.
    static func text(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        var position = digits.count - 3
        while position > 0 {
            digits.insert(",", at: position)
            position -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }
}
