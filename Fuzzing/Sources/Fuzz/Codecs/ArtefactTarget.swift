internal import Foundation
internal import Foundations

private let file = InputFile("input")

extension FuzzTarget {
    /// Artefact containers: what passes every check is, byte for byte, what the writer makes of it.
    static let artefact = FuzzTarget(
        name: "artefact", seeds: { try ["all-types": ArtefactSeed.bytes(), "small": ArtefactSeed.smallBytes()] },
        check: { bytes in
            checkArtefact(bytes)
            // Checksums stop nearly all damage; with new ones it comes to what lies behind them.
            let repaired = ZipRepair.withRightChecksums(bytes)
            if repaired != bytes { checkArtefact(repaired) }
        })

    private static func checkArtefact(_ bytes: [UInt8]) {
        file.hold(bytes)
        do throws(ArtefactError) {
            let reader = try ArtefactReader(path: file.path)
            try reader.verify()
            try checkRewritten(reader, bytes)
        } catch {
            require(!"\(error)".isEmpty, "an error has no sentence")
        }
    }

    private static func checkRewritten(_ reader: ArtefactReader, _ bytes: [UInt8]) throws(ArtefactError) {
        let path = "\(ScratchFolder.path)/artefact"
        let writer = try ArtefactWriter(path: path, schema: reader.schema)
        for table in reader.schema.tables {
            for group in 0..<(try reader.rowGroupCount(of: table.name)) {
                try writer.append(try reader.rowGroup(group, of: table.name), to: table.name)
            }
        }
        try writer.finish()
        guard let written = try? Data(contentsOf: URL(filePath: path)) else { stop("the written artefact is gone") }
        require(Array(written) == bytes, "an artefact that passes its checks is written otherwise")
    }
}
