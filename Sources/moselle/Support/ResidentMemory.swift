import Foundation
import Foundations
import Glibc

/// What this process has in memory.
enum ResidentMemory {
    /// Pages that are resident now; nil where the system does not say.
    ///
    /// > Source: proc(5): the second field of `/proc/self/statm`, in pages.
    static var now: ByteSize? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return ByteSize(bytes: pages * sysconf(Int32(_SC_PAGESIZE)))
    }
}
