import Foundation
import Foundations
import TestSupport
import Testing

@Suite("Artefacts whose row counts are known beforehand")
struct PromisedRowsTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: folder.path(name))) }

    private func writer() throws -> ArtefactWriter {
        try ArtefactWriter(path: folder.path("a.npz"), schema: SampleArtefact.schema, rowCounts: [[3, 0, 1], [2]])
    }

    @Test("have the bytes of those whose row counts are known last")
    func sameBytes() throws {
        try SampleArtefact.write(to: folder.path("last.npz"))
        try SampleArtefact.writePromised(to: folder.path("first.npz"))
        #expect(try bytes("first.npz") == bytes("last.npz"))
        try ArtefactReader(path: folder.path("first.npz")).verify()
    }

    @Test("refuse a row group out of turn or of another size by name, and take the right one after that")
    func outOfTurn() throws {
        let writer = try writer()
        func refused(_ rowGroup: ArtefactRowGroup, _ table: String) -> Bool {
            do {
                try writer.append(rowGroup, to: table)
                return false
            } catch {
                return "\(error)".contains("rows of '\(table)' are not what was promised to come next")
            }
        }
        #expect(refused(SampleArtefact.proteins, "proteins"), "the other table is not complete")
        #expect(refused(SampleArtefact.second, "matches"), "one row where three come first")
        try writer.append(SampleArtefact.first, to: "matches")
        try writer.append(SampleArtefact.empty, to: "matches")
        try writer.append(SampleArtefact.second, to: "matches")
        #expect(refused(SampleArtefact.second, "matches"), "a fourth row group")
        try writer.append(SampleArtefact.proteins, to: "proteins")
        try writer.finish()
        try SampleArtefact.write(to: folder.path("last.npz"))
        #expect(try bytes("a.npz") == bytes("last.npz"))
    }

    @Test("are not finished before all rows came, and leave nothing behind then")
    func incomplete() throws {
        do {
            let writer = try writer()
            try writer.append(SampleArtefact.first, to: "matches")
            let error = #expect(throws: ArtefactError.self) { try writer.finish() }
            #expect(error?.description.contains("were promised") == true)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }
}
