import Foundation
import Foundations

extension Int {
    /// The number as a share of a whole, in whole percent: `37 %`, or `<1 %` and `>99 %` where rounding would hide that
    /// it is not nothing or not all.
    func percent(of whole: Int) -> String {
        guard whole > 0 else { return "0 %" }
        let percent = Int((100 * Double(self) / Double(whole)).rounded())
        if percent == 0, self > 0 { return "<1 %" }
        if percent == 100, self < whole { return ">99 %" }
        return "\(percent) %"
    }
}

extension Double {
    /// The number with so many digits after the point, and a comma after each three before it.
    func grouped(digits: Int) -> String {
        let text = String(format: "%.\(digits)f", self)
        guard magnitude >= 1000, let whole = Int(text.prefix { $0 != "." }) else { return text }
        return whole.grouped + text.drop { $0 != "." }
    }

    /// The number with two digits and a power of ten: `1.2e9`.
    var brief: String {
        let parts = String(format: "%.1e", self).split(separator: "e")
        return parts.count == 2 ? "\(parts[0])e\(Int(parts[1]) ?? 0)" : "\(self)"
    }
}

extension String {
    /// The text with blanks after it, so that it is at least so long.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }

    /// The text with blanks before it, so that it is at least so long.
    func aligned(to width: Int) -> String { String(repeating: " ", count: Swift.max(0, width - count)) + self }
}
