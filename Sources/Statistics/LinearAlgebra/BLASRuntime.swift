internal import COpenBLAS

/// The linear algebra library as it stands in this process, for the run record.
///
/// OpenBLAS picks a kernel for the CPU it finds, and kernels differ in the last bits; the record of a run therefore
/// names the core. Its own threads would share sums out differently on different machines, so it is given one.
public struct BLASRuntime: Sendable, Hashable, Codable {
    /// Name of the CPU core whose kernels are used, such as `SkylakeX`.
    public let coreName: String
    /// Version and build options as the library states them.
    public let configuration: String
    /// Number of threads the library computes with.
    public let threadCount: Int

    /// Sets OpenBLAS to one thread and reports what it is; call it once before any linear algebra. Repeated calls do
    /// no harm and cost next to nothing.
    public static func configure() -> BLASRuntime {
        openblas_set_num_threads(1)
        return BLASRuntime(
            coreName: openblas_get_corename().map { String(cString: $0) } ?? "unknown",
            configuration: openblas_get_config().map { String(cString: $0) } ?? "unknown",
            threadCount: Int(openblas_get_num_threads()))
    }
}
