internal import Foundation

/// The machine and the user, for the run record.
public struct SystemFacts: Sendable, Codable {
    /// Name of the user.
    public var user: String
    /// Name of the machine.
    public var host: String
    /// Name and version of the operating system.
    public var operatingSystem: String
    /// Model of the CPU; output is the same on one family of CPUs.
    public var cpuModel: String
    /// CPUs this process may use.
    public var cpuCount: Int
    /// Memory of the machine.
    public var memoryBytes: UInt64

    /// The facts of this machine.
    public static func current() -> SystemFacts {
        let process = ProcessInfo.processInfo
        return SystemFacts(
            user: NSUserName(), host: process.hostName,
            operatingSystem: value(of: "PRETTY_NAME", in: "/etc/os-release", separator: "=")
                ?? process.operatingSystemVersionString,
            cpuModel: value(of: "model name", in: "/proc/cpuinfo", separator: ":") ?? "unknown",
            cpuCount: process.activeProcessorCount, memoryBytes: process.physicalMemory)
    }

    private static func value(of key: String, in path: String, separator: Character) -> String? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        for line in text.split(separator: "\n") {
            let sides = line.split(separator: separator, maxSplits: 1)
            guard sides.count == 2, sides[0].trimmingCharacters(in: .whitespaces) == key else { continue }
            return sides[1].trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
        }
        return nil
    }
}
