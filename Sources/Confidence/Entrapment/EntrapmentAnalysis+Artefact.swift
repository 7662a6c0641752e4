public import Foundations
import PeptideSearch

/// The tables of a stored analysis. Version 1 of kind `entrapment`. Counts are stored; bounds follow from them.
private enum EntrapmentTables {
    static let kind = "entrapment"
    static let version = 1

    /// Metadata key, beside those of the census.
    static let falseDiscoveryRate = "false_discovery_rate"

    static let rows = RowTable<EntrapmentRow>(
        "rows",
        [
            .text("level", "psm, peptidoform, peptide or protein") { $0.level.rawValue },
            .number("claimed", "claimed false discovery rate", \.claimedRate),
            .int("targets", "accepted targets", \.targetCount),
            .int("entrapments", "accepted entrapments", \.entrapmentCount),
            .int("paired_false_targets", "false targets by pairs, -1 where not known") {
                $0.pairedFalseTargetCount ?? -1
            },
        ])

    static let warnings = RowTable<String>(
        "warnings", [.text("warning", "in what decoys are unlike wrong targets") { $0 }])
}

extension EntrapmentAnalysis {
    /// Stores the analysis as an artefact of kind `entrapment`; equal ones give equal bytes.
    ///
    /// - Throws: `ArtefactError` where the file cannot be written; nothing is left at the path then.
    public func write(to path: String) throws(ArtefactError) {
        let schema = ArtefactSchema(
            kind: EntrapmentTables.kind, version: EntrapmentTables.version,
            metadata: census.metadata.merging(
                [EntrapmentTables.falseDiscoveryRate: falseDiscoveryRate.description]
            ) { $1 },
            tables: [EntrapmentTables.rows.schema, EntrapmentTables.warnings.schema])
        let writer = try ArtefactWriter(path: path, schema: schema)
        try EntrapmentTables.rows.append(rows, to: writer)
        try EntrapmentTables.warnings.append(searchWarnings, to: writer)
        try writer.finish()
    }

    /// Loads an analysis that ``write(to:)`` stored.
    ///
    /// - Throws: `ArtefactError` where the file is not there, is damaged or holds something else.
    public init(artefact path: String) throws(ArtefactError) {
        let reader = try ArtefactReader(
            path: path, kind: EntrapmentTables.kind, version: EntrapmentTables.version)
        let metadata = reader.schema.metadata
        guard let rate = metadata[EntrapmentTables.falseDiscoveryRate].flatMap({ Double($0) }),
            let census = EntrapmentCensus(metadata: metadata)
        else { throw .missing(path: path, what: "accepted rate or numbers of its peptides") }
        self.init(
            falseDiscoveryRate: rate, census: census, rows: try Self.rows(of: reader, ratio: census.ratio),
            searchWarnings: try EntrapmentTables.warnings.rows(of: reader) { (group) throws(ArtefactError) in
                try group.strings("warning")
            })
    }

    private static func rows(of reader: ArtefactReader, ratio: Double) throws(ArtefactError) -> [EntrapmentRow] {
        let table = EntrapmentTables.rows
        return try table.rows(of: reader) { (group) throws(ArtefactError) in
            let levels = try group.strings("level").compactMap(ConfidenceLevel.init)
            guard levels.count == group.rowCount else { throw table.damage(in: reader, "a level is not known") }
            let (targets, entrapments) = (try group.int("targets"), try group.int("entrapments"))
            let (claims, paired) = (try group.float64("claimed"), try group.int("paired_false_targets"))
            guard (targets + entrapments).allSatisfy({ $0 >= 0 }), paired.allSatisfy({ $0 >= -1 }) else {
                throw table.damage(in: reader, "a count is negative")
            }
            return (0..<group.rowCount).map { row in
                EntrapmentRow(
                    level: levels[row], claimedRate: claims[row], targetCount: targets[row],
                    entrapmentCount: entrapments[row],
                    pairedFalseTargetCount: paired[row] < 0 ? nil : paired[row], ratio: ratio)
            }
        }
    }
}
