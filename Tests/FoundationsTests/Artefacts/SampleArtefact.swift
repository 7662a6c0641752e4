import Foundations

/// An artefact with every type of column, two tables and empty row groups.
enum SampleArtefact {
    static let schema = ArtefactSchema(
        kind: "sample", version: 3, metadata: ["run": "BSA1", "note": "50 µg/ml \"quoted\""],
        tables: [
            ArtefactTable(
                "matches",
                columns: [
                    ArtefactColumn("index", .int64, "Position of the spectrum."),
                    ArtefactColumn("charge", .int32, unit: "e", "Charge."),
                    ArtefactColumn("key", .uint64, "Key of the pair."),
                    ArtefactColumn("rank", .uint8, "Rank."),
                    ArtefactColumn("is_decoy", .bool, "Whether it is a decoy."),
                    ArtefactColumn("mz", .float64, unit: "Th", "Precursor m/z."),
                    ArtefactColumn("intensity", .float32, "Intensity."),
                    ArtefactColumn("peptidoform", .string, "ProForma."),
                    ArtefactColumn("proteins", .int64List, "Positions of the proteins."),
                ]),
            ArtefactTable("proteins", columns: [ArtefactColumn("accession", .string, "Accession.")]),
        ])

    static let first = ArtefactRowGroup([
        "index": .int64([0, -1, Int64.max]), "charge": .int32([2, 3, Int32.min]), "key": .uint64([0, 1, UInt64.max]),
        "rank": .uint8([1, 2, 255]), "is_decoy": .bool([true, false, true]),
        "mz": .float64([500.25, -0.0, .infinity]), "intensity": .float32([1.5, 0, .leastNonzeroMagnitude]),
        "peptidoform": .string(["PEPT[Phospho]IDE", "", "µ-ÅΩ 🧪"]),
        "proteins": .int64List(ArtefactLists([[1, 2], [], [7]])),
    ])
    static let second = ArtefactRowGroup([
        "index": .int64([4]), "charge": .int32([1]), "key": .uint64([9]), "rank": .uint8([1]),
        "is_decoy": .bool([false]), "mz": .float64([0.1]), "intensity": .float32([2]),
        "peptidoform": .string(["AK"]), "proteins": .int64List(ArtefactLists([[3, 4, 5]])),
    ])
    static let empty = ArtefactRowGroup([
        "index": .int64([Int64]()), "charge": .int32([]), "key": .uint64([]), "rank": .uint8([]), "is_decoy": .bool([]),
        "mz": .float64([]), "intensity": .float32([]), "peptidoform": .string([]), "proteins": .int64List(.init()),
    ])
    static let proteins = ArtefactRowGroup(["accession": .string(["P02769", "P00000"])])

    /// Writes an artefact of one row group with a column of numbers and one of texts: as few bytes as there can be.
    static func writeSmall(to path: String) throws {
        let columns = [ArtefactColumn("mz", .float64, unit: "Th", "m/z"), ArtefactColumn("id", .string, "Id")]
        let schema = ArtefactSchema(kind: "small", version: 1, tables: [ArtefactTable("t", columns: columns)])
        let writer = try ArtefactWriter(path: path, schema: schema)
        try writer.append(ArtefactRowGroup(["mz": .float64([1.5, 2]), "id": .string(["a", "µ"])]), to: "t")
        try writer.finish()
    }

    /// Writes it, with the row groups of one table before or after those of the other.
    static func write(to path: String, proteinsFirst: Bool = false, limits: ZipLimits = .standard) throws {
        let writer = try ArtefactWriter(path: path, schema: schema, limits: limits)
        if proteinsFirst { try writer.append(proteins, to: "proteins") }
        try writer.append(first, to: "matches")
        try writer.append(empty, to: "matches")
        try writer.append(second, to: "matches")
        if !proteinsFirst { try writer.append(proteins, to: "proteins") }
        try writer.finish()
    }

    /// Writes it with the rows of each row group promised beforehand.
    static func writePromised(to path: String) throws {
        let writer = try ArtefactWriter(path: path, schema: schema, rowCounts: [[3, 0, 1], [2]])
        for rowGroup in [first, empty, second] { try writer.append(rowGroup, to: "matches") }
        try writer.append(proteins, to: "proteins")
        try writer.finish()
    }
}
