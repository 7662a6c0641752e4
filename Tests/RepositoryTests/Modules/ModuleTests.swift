import Testing

@Suite("Modules")
struct ModuleTests {
    @Test("the manifest's dependencies follow the picture of modules")
    func manifest() throws {
        let manifest = Manifest(try Checkout.manifest())
        #expect(manifest.violations().isEmpty, "\(manifest.violations().listed)")
        // A reader of the manifest that finds nothing would find nothing wrong either.
        #expect(manifest.dependencies.count >= 13)
        #expect(manifest.dependencies["SpectrumIO"]?.contains("CLibXML2") == true)
        #expect(manifest.dependencies["Workflow"]?.contains("Yams") == true)
        #expect(manifest.dependencies["moselle"]?.contains("ArgumentParser") == true)
    }

    @Test("every folder of sources is a target of the manifest")
    func folders() throws {
        let manifest = Manifest(try Checkout.manifest())
        let folders = Set(try Checkout.swiftFiles(below: "Sources").map { String($0.path.split(separator: "/")[1]) })
        #expect(folders == Set(manifest.dependencies.keys))
    }

    @Test("imports follow the picture of modules and are declared in the manifest")
    func imports() throws {
        let manifest = Manifest(try Checkout.manifest())
        let files = try Checkout.swiftFiles(below: "Sources")
        let found = files.flatMap { ImportRule.violations(in: $0, manifest: manifest) }
        #expect(found.isEmpty, "\(found.listed)")
        #expect(files.flatMap { ImportRule.imports(in: $0) }.contains { $0.module == "SpectrumModel" })
    }

    @Test("the picture has no module twice")
    func picture() {
        let all = ModulePicture.lines.flatMap { $0 }
        #expect(Set(all).count == all.count)
        #expect(Set(ModulePicture.owners.values).isSubset(of: all))
    }

    @Test(
        "the rule objects to what is above, beside, unknown or another's",
        arguments: [
            ("Chemistry", "Confidence"), ("SpectrumIO", "ProteinDatabase"), ("Workflow", "Chemistry"),
            ("PeakPicking", "CLibXML2"), ("Stages", "Yams"), ("PeakPicking", "PeakPicking"), ("Novelty", "Foundation"),
            ("Reports", "Novelty"), ("SpectrumIO", "FoundationXML"),
        ])
    func objections(user: String, used: String) {
        #expect(ModulePicture.objection(to: user, using: used) != nil)
    }

    @Test(
        "the rule allows what is below and what the toolchain brings",
        arguments: [
            ("Confidence", "Chemistry"), ("SpectrumIO", "CLibXML2"), ("moselle", "Stages"), ("Chemistry", "Glibc"),
        ])
    func permissions(user: String, used: String) {
        #expect(ModulePicture.objection(to: user, using: used) == nil)
    }

    @Test("a manifest with a dependency upwards is found, in either form of target")
    func badManifest() {
        let text = """
            let package = Package(targets: [
                module("Chemistry", ["Foundations", "Confidence"]),
                module("Foundations"),
                .executableTarget(
                    name: "moselle",
                    dependencies: [
                        "Stages", argumentParser, yams,
                    ]),
            ])
            """
        let manifest = Manifest(Checkout.TextFile(path: "Package.swift", text: text))
        #expect(manifest.dependencies["Foundations"] == [])
        #expect(manifest.dependencies["moselle"] == ["Stages", "ArgumentParser", "Yams"])
        #expect(
            manifest.violations().map(\.message) == [
                "Chemistry may not use Confidence, which is not below it",
                "Yams is used by Workflow alone, not by moselle",
            ])
    }

    @Test("an import upwards and one the manifest does not declare are found with their lines")
    func badImports() {
        let manifest = Manifest(
            Checkout.TextFile(path: "Package.swift", text: #"module("PeakPicking", ["SpectrumModel"])"#))
        let source = """
            import Foundation
            public import SpectrumModel
            @preconcurrency internal import struct Confidence.Thing
            import Foundations
            // import Chemistry
            let important = "import Stages"
            """
        let file = Checkout.TextFile(path: "Sources/PeakPicking/Deep/File.swift", text: source)
        let found = ImportRule.violations(in: file, manifest: manifest)
        #expect(found.map(\.line) == [3, 3, 4])
        #expect(
            found.map(\.message) == [
                "PeakPicking may not use Confidence, which is not below it",
                "PeakPicking imports Confidence but Package.swift does not declare it",
                "PeakPicking imports Foundations but Package.swift does not declare it",
            ])
    }
}
