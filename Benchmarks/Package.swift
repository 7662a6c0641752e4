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

/// The benchmarks of one subject, in a folder of that name.
func benchmarks(_ name: String, _ modules: [String]) -> Target {
    .executableTarget(
        name: "\(name)Benchmarks",
        dependencies: ["BenchmarkInputs", .product(name: "Benchmark", package: "benchmark")]
            + modules.map(moselle),
        path: "Benchmarks/\(name)",
        swiftSettings: settings,
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "moselle", path: ".."),
        // Without its traits: counting allocations would need libraries of its own and slow the program down.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .target(
            name: "BenchmarkInputs",
            dependencies: [moselle("Chemistry"), moselle("ProteinDatabase"), moselle("SpectrumModel")],
            swiftSettings: settings),
        .executableTarget(
            name: "ManyRuns",
            dependencies: [moselle("Foundations"), moselle("PeptideSearch"), moselle("Confidence")],
            swiftSettings: settings),
        .executableTarget(
            name: "ManyTasks", dependencies: ["BenchmarkInputs", moselle("Foundations"), moselle("Workflow")],
            swiftSettings: settings),
        benchmarks("Reading", ["SpectrumIO", "SpectrumModel"]),
        benchmarks("Centroiding", ["PeakPicking"]),
        benchmarks("PeptideTables", ["ProteinDatabase", "Chemistry"]),
        benchmarks("Searching", ["PeptideSearch", "ProteinDatabase", "PeakPicking", "Chemistry", "Foundations"]),
        benchmarks("ErrorRates", ["Statistics"]),
        benchmarks("Artefacts", ["Foundations"]),
    ]
)
