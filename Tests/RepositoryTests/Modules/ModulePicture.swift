/// Which module may use which: the picture of README.md, written down once.
enum ModulePicture {
    /// Modules from the bottom up; those of one line know nothing of each other.
    static let lines: [[String]] = [
        ["Foundations"],
        ["Chemistry"],
        ["SpectrumModel"],
        ["Statistics"],
        ["ProteinDatabase", "SpectrumIO"],
        ["PeakPicking"],
        ["PeptideSearch"],
        ["Calibration"],
        ["Confidence"],
        ["Quantification", "Simulation"],
        ["Reports"],
        ["Workflow"],
        ["Stages"],
        ["moselle"],
    ]

    /// Modules that may use less than what lies below them: the engine knows no mass spectrometry.
    static let restricted: [String: Set<String>] = ["Workflow": ["Foundations"]]

    /// What comes from outside, and the only module that may use it.
    static let owners: [String: String] = [
        "CLibXML2": "SpectrumIO",
        "CZlib": "Foundations",
        "CDeflate": "Foundations",
        "CCrypto": "Foundations",
        "Yams": "Workflow",
        "ArgumentParser": "moselle",
    ]

    /// What comes with the toolchain and is free for all.
    static let toolchain: Set<String> = ["Dispatch", "Foundation", "Glibc", "Synchronization"]

    /// Why a module may not use another; `nil` where it may.
    static func objection(to user: String, using used: String) -> String? {
        guard let userLine = line(of: user) else { return "module \(user) is not in the picture of modules" }
        if toolchain.contains(used) { return nil }
        if let owner = owners[used] {
            return owner == user ? nil : "\(used) is used by \(owner) alone, not by \(user)"
        }
        guard let usedLine = line(of: used) else { return "\(used) is neither in the picture nor a known library" }
        guard usedLine < userLine else { return "\(user) may not use \(used), which is not below it" }
        if let allowed = restricted[user], !allowed.contains(used) {
            return "\(user) may use only \(allowed.sorted().joined(separator: ", ")), not \(used)"
        }
        return nil
    }

    private static func line(of module: String) -> Int? { lines.firstIndex { $0.contains(module) } }
}
