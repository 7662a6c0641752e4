package import Foundations

/// Estimated figures as people say them, without digits that mean nothing.
package enum Approximation {
    /// A count to two digits: `about 580,000`, `about 1.2 million`.
    package static func count(_ value: Int) -> String {
        let rounded = twoDigits(Double(value))
        let units: [(name: String, factor: Double)] = [("billion", 1e9), ("million", 1e6)]
        guard let unit = units.first(where: { rounded >= $0.factor }) else {
            return "about " + Int(rounded).grouped
        }
        return "about \(ConfigurationValue.plainText(of: tenths(rounded / unit.factor))) \(unit.name)"
    }

    /// An amount to two digits: `about 210 MB`.
    package static func bytes(_ size: ByteSize) -> String {
        "about \(ByteSize(bytes: Int(twoDigits(Double(size.bytes)))))"
    }

    /// A duration in steps that a guess allows: `about 2 min`, `about 40 min`, `about 3 h`.
    package static func duration(_ seconds: Double) -> String {
        let minutes = seconds / 60
        switch minutes {
        case ..<0.5: return "less than half a minute"
        case ..<10: return "about \(Int(max(1, minutes.rounded()))) min"
        case ..<55: return "about \(Int((minutes / 10).rounded()) * 10) min"
        case ..<600: return "about \(Int(max(1, (minutes / 60).rounded()))) h"
        default: return "about \(Int((minutes / 600).rounded()) * 10) h"
        }
    }

    private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private static func twoDigits(_ value: Double) -> Double {
        var step = 1.0
        while value >= step * 100 { step *= 10 }
        return (value / step).rounded() * step
    }
}
