// swift-tools-version: 6.2
import PackageDescription

/// Settings shared by every target of our own: Swift 6 language mode with the checks that keep module borders visible.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// One module of the pipeline; its folder below `Sources/` has the same name.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one module; they mirror its folder below `Tests/`.
func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// Modules that other packages, the micro benchmarks in `Benchmarks` and the fuzzer in `Fuzzing`, may import.
let libraries: [Product] = [
    "Foundations", "Chemistry", "SpectrumModel", "Statistics", "SpectrumIO", "ProteinDatabase", "PeakPicking",
    "PeptideSearch", "Confidence", "Workflow", "Stages",
].map { .library(name: $0, targets: [$0]) }

let package = Package(
    name: "moselle",
    products: libraries + [
        .executable(name: "moselle", targets: ["moselle"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    // Modules from the ground up: each may use only modules above it in this list. Tests/RepositoryTests holds this true.
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        module("Foundations", ["CZlib", "CDeflate", "CCrypto"]),
        module("Chemistry"),
        module("SpectrumModel"),
        module("Statistics"),
        module("SpectrumIO", ["Foundations", "SpectrumModel", "CLibXML2"]),
        module("ProteinDatabase", ["Foundations", "Chemistry"]),
        module("PeakPicking", ["Foundations", "Chemistry", "SpectrumModel"]),
        module(
            "PeptideSearch",
            ["Foundations", "Chemistry", "SpectrumModel", "Statistics", "ProteinDatabase", "PeakPicking"]),
        module("Confidence", ["Foundations", "Statistics", "ProteinDatabase", "PeptideSearch"]),
        module("Simulation", ["Foundations", "Chemistry", "SpectrumModel", "ProteinDatabase", "SpectrumIO"]),
        module(
            "Reports",
            [
                "Foundations", "Chemistry", "SpectrumModel", "Statistics", "ProteinDatabase", "PeptideSearch",
                "Confidence", "Simulation",
            ]),
        module("Workflow", ["Foundations", yams]),
        module(
            "Stages",
            [
                "Foundations", "Chemistry", "SpectrumModel", "Statistics", "SpectrumIO", "ProteinDatabase",
                "PeakPicking", "PeptideSearch", "Confidence", "Simulation", "Reports", "Workflow",
            ]),
        .executableTarget(
            name: "moselle",
            dependencies: [
                "Foundations", "Chemistry", "SpectrumModel", "SpectrumIO", "ProteinDatabase", "PeakPicking",
                "Simulation", "Workflow", "Stages", argumentParser,
            ],
            swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["SpectrumModel"], path: "Tests/TestSupport", swiftSettings: settings),
        tests("FoundationsTests", ["Foundations", "TestSupport"]),
        tests("ChemistryTests", ["Chemistry"]),
        tests("StatisticsTests", ["Statistics", "Foundations"]),
        tests("SpectrumIOTests", ["SpectrumIO", "SpectrumModel", "Foundations", "TestSupport"]),
        tests("ProteinDatabaseTests", ["ProteinDatabase", "Chemistry", "Foundations", "TestSupport"]),
        tests(
            "PeakPickingTests",
            ["PeakPicking", "Chemistry", "SpectrumModel", "SpectrumIO", "Foundations", "TestSupport"]),
        tests(
            "PeptideSearchTests",
            [
                "PeptideSearch", "ProteinDatabase", "PeakPicking", "Chemistry", "SpectrumModel", "Foundations",
                "TestSupport",
            ]),
        tests("ConfidenceTests", ["Confidence", "PeptideSearch", "Statistics", "Foundations", "TestSupport"]),
        tests(
            "SimulationTests",
            [
                "Simulation", "Foundations", "Chemistry", "SpectrumModel", "SpectrumIO", "ProteinDatabase",
                "TestSupport",
            ]),
        tests(
            "ReportsTests",
            [
                "Reports", "Simulation", "Confidence", "PeptideSearch", "ProteinDatabase", "Chemistry",
                "SpectrumModel", "Foundations", "TestSupport",
            ]),
        tests("WorkflowTests", ["Workflow", "Foundations", "TestSupport"]),
        tests(
            "StagesTests",
            [
                "Stages", "Workflow", "Foundations", "SpectrumIO", "SpectrumModel", "PeakPicking", "PeptideSearch",
                "Confidence", "Simulation", "TestSupport",
            ]),
        tests("MoselleTests", ["TestSupport", "Foundations", "SpectrumIO", "SpectrumModel"]),
        tests("RepositoryTests", ["TestSupport"]),
        tests("TestSupportTests", ["TestSupport", "SpectrumModel"]),
    ],
    swiftLanguageModes: [.v6]
)
