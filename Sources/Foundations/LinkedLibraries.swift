internal import CCrypto
internal import CDeflate
internal import CZlib

/// The system libraries this module stands on, as they are at run time.
public enum LinkedLibraries {
    /// Versions by name.
    public static var versions: [String: String] {
        [
            "zlib": zlibVersion().map { String(cString: $0) } ?? "unknown",
            "libdeflate": LIBDEFLATE_VERSION_STRING,
            "libcrypto": OpenSSL_version(OPENSSL_VERSION).map { String(cString: $0) } ?? "unknown",
        ]
    }
}
