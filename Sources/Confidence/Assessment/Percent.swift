/// Shares as people read them.
package enum Percent {
    /// A share in percent, such as `0.83 %` or `1 %`: two decimals, more where the share is too small to show a second
    /// digit otherwise, and no trailing zeros.
    package static func text(_ share: Double) -> String {
        var decimals = 2
        var scale = 100.0
        while share > 0, share * 100 * scale < 9.5, decimals < 12 {
            decimals += 1
            scale *= 10
        }
        var digits = String(Int((share * 100 * scale).rounded()))
        if digits.count <= decimals { digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits }
        var fraction = digits.suffix(decimals)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let whole = digits.dropLast(decimals)
        return fraction.isEmpty ? "\(whole) %" : "\(whole).\(fraction) %"
    }
}
