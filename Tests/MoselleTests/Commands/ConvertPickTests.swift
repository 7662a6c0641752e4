import Foundation
import TestSupport
import Testing

@Suite("The option convert --pick")
struct ConvertPickTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func convert(_ input: String, _ output: String, _ options: [String]) throws -> ExecutableResult {
        try MoselleExecutable.run(
            ["convert", TestData.path(input), folder.path(output), "--progress", "none"] + options)
    }

    private static let profile = "profile-centroid/small.mzML.gz"

    @Test(
        "profile spectra become peaks, whatever the number of workers; fewer with a threshold",
        .enabled(if: TestData.isAvailable(profile)))
    func profiles() throws {
        let one = try convert(Self.profile, "one.mzML", ["--pick", "--jobs", "1"])
        #expect(one.exitStatus == 0, "\(one.standardError)")
        #expect(one.standardOutput.contains("14 profile spectra turned into peaks"))
        #expect(!one.standardOutput.contains("warning"))
        #expect(try convert(Self.profile, "three.mzML", ["--pick", "--jobs", "3"]).exitStatus == 0)
        let text = try String(contentsOfFile: folder.path("one.mzML"), encoding: .utf8)
        #expect(try String(contentsOfFile: folder.path("three.mzML"), encoding: .utf8) == text)
        #expect(text.contains("MS:1000035") && !text.contains("MS:1000128"))
        #expect(text.components(separatedBy: "MS:1000127").count == 49)

        let strong = try convert(
            Self.profile, "strong.mzML", ["--pick", "--signal-to-noise", "3", "--intensity", "area"])
        #expect(strong.exitStatus == 0)
        let size = try FileManager.default.attributesOfItem(atPath: folder.path("strong.mzML"))[.size] as? Int
        #expect((size ?? .max) < text.utf8.count)
    }

    private static let mislabelled = "velos-human-celllines/sliced-mzml.mzML.gz"

    @Test(
        "spectra that are not what their label says are named", .enabled(if: TestData.isAvailable(mislabelled)))
    func contradictions() throws {
        let result = try convert(Self.mislabelled, "out.mzML", ["--pick", "--ms-level", "1"])
        #expect(result.exitStatus == 0)
        #expect(result.standardOutput.contains("is labelled centroid but looks like profile"))
        #expect(result.standardOutput.contains("(9 more are like it)"))
    }

    @Test(
        "options of picking without --pick, or out of range, are refused",
        arguments: [
            (["--signal-to-noise", "3"], "belong to --pick"), (["--intensity", "area"], "belong to --pick"),
            (["--pick", "--signal-to-noise", "-1"], "--signal-to-noise"), (["--pick", "--intensity", "x"], "height"),
        ])
    func wrong(_ options: [String], _ message: String) throws {
        let result = try MoselleExecutable.run(["convert", "in.mzML", folder.path("out.mzML")] + options)
        #expect(result.exitStatus == 64)
        #expect(result.standardError.contains(message), "\(result.standardError)")
    }
}
