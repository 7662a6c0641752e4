public import Foundation

/// Where the real data of the test-suite is, and what to do when it is not there.
///
/// Real spectra and proteomes are not part of the repository. They are looked for in the folder that
/// `MOSELLE_TEST_DATA` names, else in `../shared/data` beside the checkout.
public enum TestData {
    /// The root of the package, found from the place of this file.
    public static let packageRoot: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of real data, whether or not it exists.
    public static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["MOSELLE_TEST_DATA"], !named.isEmpty {
            return URL(filePath: named)
        }
        return packageRoot.deletingLastPathComponent().appending(path: "shared/data")
    }()

    /// Path of a file of real data, whether or not it exists, for use with ``isAvailable(_:)``.
    public static func path(_ relative: String) -> String { folder.appending(path: relative).path }

    /// Whether every named file is there. Where `MOSELLE_REQUIRE_DATA=1`, absent data counts as available, so that the
    /// test runs and fails instead of being skipped.
    public static func isAvailable(_ relative: String...) -> Bool {
        if ProcessInfo.processInfo.environment["MOSELLE_REQUIRE_DATA"] == "1" { return true }
        return relative.allSatisfy { FileManager.default.fileExists(atPath: path($0)) }
    }
}
