internal import Foundation
internal import Glibc

/// The process that uses an output folder, as its lock file names it.
struct LockHolder: Codable, Hashable, Sendable {
    /// Name of the machine.
    var host: String
    /// What tells the machine from others of its name; empty where the system does not say.
    var machine: String
    /// Number of the process on that machine.
    var processID: Int32
    /// When the process was started, and since which start of the machine: tells it from a later one of the same number.
    /// Empty where the system does not say.
    var processStart: String
    /// When it took the lock, ISO 8601.
    var since: String

    /// This process, now.
    static func current() -> LockHolder {
        let processID = getpid()
        return LockHolder(
            host: hostName(), machine: machine(), processID: processID, processStart: start(of: processID),
            since: Timestamp.now())
    }

    /// Whether the process is certainly over. Of another machine's processes nothing is certain.
    var isGone: Bool {
        guard isLocal else { return false }
        if kill(processID, 0) != 0, errno == ESRCH { return true }
        let now = Self.start(of: processID)
        return !processStart.isEmpty && !now.isEmpty && processStart != now
    }

    /// Whether it is a process of this machine.
    var isLocal: Bool { host == Self.hostName() && machine == Self.machine() }

    private static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// > Source: machine-id(5).
    private static func machine() -> String { text(of: "/etc/machine-id")?.filter { !$0.isWhitespace } ?? "" }

    private static func text(of path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    /// > Source: proc(5): `starttime` is the 22nd field of `/proc/PID/stat`, the 20th behind the name in parentheses.
    private static func start(of processID: Int32) -> String {
        guard let text = Self.text(of: "/proc/\(processID)/stat"), let end = text.lastIndex(of: ")"),
            let boot = Self.text(of: "/proc/sys/kernel/random/boot_id")
        else { return "" }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 19 else { return "" }
        return "\(boot.filter { !$0.isWhitespace }) \(fields[19])"
    }
}
