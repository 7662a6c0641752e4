internal import Foundations

/// Times as people read them.
public enum ElapsedTime {
    /// `4.2 s`, `1:05`, `2:03:10`.
    public static func text(_ seconds: Double) -> String {
        if seconds < 60 { return "\((seconds * 10).rounded() / 10) s" }
        let whole = Int(seconds)
        let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
        let tail = (rest < 10 ? "0" : "") + "\(rest)"
        return hours == 0 ? "\(minutes):\(tail)" : "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
    }
}

/// Amounts of progress as people read them.
enum ProgressText {
    /// `12,000 of 40,000 spectra (30 %)`, `35 of 120 MB (29 %)`.
    static func amount(_ progress: TaskProgress) -> String {
        let (scale, unit) = scaled(progress.unit)
        let done = Int(Double(progress.done) / scale).grouped
        guard progress.total > 0 else { return "\(done) \(unit)" }
        let total = Int(Double(progress.total) / scale).grouped
        return "\(done) of \(total) \(unit) (\(progress.done * 100 / progress.total) %)"
    }

    /// `1,200/s`, `35 MB/s`, `0.4/s`.
    static func rate(_ perSecond: Double, of unit: String) -> String {
        let (scale, name) = scaled(unit)
        let value = perSecond / scale
        let number = value < 10 ? "\((value * 10).rounded() / 10)" : Int(value).grouped
        return number + (unit == bytes ? " \(name)/s" : "/s")
    }

    private static let bytes = "bytes"

    private static func scaled(_ unit: String) -> (scale: Double, name: String) {
        unit == bytes ? (1_000_000, "MB") : (1, unit)
    }
}
