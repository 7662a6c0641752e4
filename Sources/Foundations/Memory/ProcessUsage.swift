internal import Glibc

/// What this process has used of the machine so far.
public struct ProcessUsage: Hashable, Sendable, Codable {
    /// The most memory that was ever resident, in bytes. Pages shared with others count in full.
    public let peakResidentBytes: Int
    /// CPU time spent in the program, all threads together, in seconds.
    public let userSeconds: Double
    /// CPU time spent in the operating system on the program's behalf, all threads together, in seconds.
    public let systemSeconds: Double

    /// CPU time, all threads together, in seconds.
    public var cpuSeconds: Double { userSeconds + systemSeconds }

    /// The figures as they are now (`getrusage`, POSIX; `ru_maxrss` is in units of 1,024 bytes on Linux).
    public static func current() -> ProcessUsage {
        var usage = rusage()
        let status = getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        // POSIX: it fails only for a bad pointer or an unknown kind of process.
        precondition(status == 0, "getrusage of the own process cannot fail")
        return ProcessUsage(
            peakResidentBytes: usage.ru_maxrss * 1024, userSeconds: seconds(usage.ru_utime),
            systemSeconds: seconds(usage.ru_stime))
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }
}
