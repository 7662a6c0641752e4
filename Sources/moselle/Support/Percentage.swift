import ArgumentParser

/// A share as the command line has it: `5 %` or `5%`. A bare number could mean 5 % or 500 % and is not taken.
struct Percentage: ExpressibleByArgument, CustomStringConvertible {
    /// The share, 0 to 1.
    let share: Double

    init(_ share: Double) { self.share = share }

    init?(argument: String) {
        guard argument.last == "%" else { return nil }
        let number = argument.dropLast().reversed().drop { $0 == " " }.reversed()
        guard let percent = Double(String(number)), (0...100).contains(percent) else { return nil }
        share = percent / 100
    }

    var description: String {
        let percent = (share * 1e6).rounded() / 1e4
        return (percent == percent.rounded() ? "\(Int(percent))" : "\(percent)") + " %"
    }

    var defaultValueDescription: String { description }
}
