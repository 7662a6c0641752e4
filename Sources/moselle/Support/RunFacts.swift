import Stages

/// What the run record says about the program beyond its version: the libraries it is made of.
enum RunFacts {
    /// Versions of the Swift packages, as Package.swift pins them; a test holds the two equal.
    static let packages = ["swift-argument-parser": "1.8.2", "Yams": "6.2.2"]

    /// Facts by name.
    static func collect() -> [String: String] {
        packages.merging(MoselleStages.libraryFacts()) { _, library in library }
    }
}
