internal import Glibc

/// The linear algebra library as it stands in this process, for the run record.
///
/// OpenBLAS picks a kernel for the CPU it finds, and kernels differ in the last bits; the record of a run therefore
/// names the core. Its own threads would share sums out differently on different machines, so it is given one.
///
/// It is loaded when it is first asked for, not with the program: the moment it is loaded it starts a thread for each
/// CPU, and each of them spins for about a tenth of a second, in commands too that calculate nothing.
public struct BLASRuntime: Sendable, Hashable, Codable {
    /// Name of the CPU core whose kernels are used, such as `SkylakeX`.
    public let coreName: String
    /// Version and build options as the library states them.
    public let configuration: String
    /// Number of threads the library computes with.
    public let threadCount: Int

    private typealias GetText = @convention(c) () -> UnsafeMutablePointer<CChar>?
    private typealias GetNumber = @convention(c) () -> CInt
    private typealias SetNumber = @convention(c) (CInt) -> Void

    /// Name of the library by its binary interface, as packages of Linux distributions have it.
    static let fileName = "libopenblas.so.0"

    /// Has OpenBLAS start without threads of its own when it is loaded. Call it before the process has a second thread:
    /// it changes the environment.
    public static func keepToOneThread() { setenv("OPENBLAS_NUM_THREADS", "1", 1) }

    /// Loads OpenBLAS, sets it to one thread and reports what it is. Repeated calls do no harm and cost next to nothing.
    /// - Returns: nil where there is no such library on this machine.
    public static func load() -> BLASRuntime? {
        guard let library = dlopen(fileName, RTLD_NOW),
            let setThreads = dlsym(library, "openblas_set_num_threads"),
            let threads = dlsym(library, "openblas_get_num_threads"),
            let core = dlsym(library, "openblas_get_corename"), let options = dlsym(library, "openblas_get_config")
        else { return nil }
        // The types are those of OpenBLAS's cblas.h.
        unsafeBitCast(setThreads, to: SetNumber.self)(1)
        return BLASRuntime(
            coreName: unsafeBitCast(core, to: GetText.self)().map { String(cString: $0) } ?? "unknown",
            configuration: unsafeBitCast(options, to: GetText.self)().map { String(cString: $0) } ?? "unknown",
            threadCount: Int(unsafeBitCast(threads, to: GetNumber.self)()))
    }
}
