// swift-tools-version: 6.2
import PackageDescription

/// Settings of the main package.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func moselle(_ name: String) -> Target.Dependency { .product(name: name, package: "moselle") }

let package = Package(
    name: "fuzzing",
    dependencies: [.package(name: "moselle", path: "..")],
    targets: [
        // An executable without a main function: `--sanitize=fuzzer` links libFuzzer's.
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                moselle("Foundations"), moselle("SpectrumModel"), moselle("SpectrumIO"),
                moselle("ProteinDatabase"), moselle("Workflow"), moselle("Stages"),
            ],
            swiftSettings: settings)
    ]
)
