import Testing

@Suite("Versions in the manifest")
struct VersionTests {
    @Test("every package has an exact version, and no flag turns checks off")
    func manifest() throws {
        let manifest = try Checkout.manifest()
        let found = Manifest(manifest).versionViolations()
        #expect(found.isEmpty, "\(found.listed)")
        #expect(manifest.text.contains(".package(url:"))
    }

    @Test(
        "a range, a branch, a folder and an unsafe flag are found",
        arguments: [
            #".package(url: "https://example.org/a", from: "1.0.0")"#,
            #".package(url: "https://example.org/a", branch: "main")"#,
            #".package(path: "../a")"#,
            #".unsafeFlags(["-O"])"#,
        ])
    func bad(line: String) {
        let good = #".package(url: "https://example.org/b", exact: "1.0.0")"#
        #expect(Manifest(Checkout.TextFile(path: "Package.swift", text: good)).versionViolations().isEmpty)
        let both = Checkout.TextFile(path: "Package.swift", text: good + ",\n" + line)
        #expect(Manifest(both).versionViolations().count == 1)
    }
}
