import Benchmark
import BenchmarkInputs
import Foundations

/// Writing and reading an intermediate result: numbers, texts, checksums.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(metrics: [.wallClock], maxDuration: .seconds(3))
    Benchmark("write 200,000 rows of 3 columns") { _, table in
        try table.write(to: table.folder.file("written.npz"))
    } setup: {
        try MadeTable(rows: 200_000)
    }
    Benchmark("read 200,000 rows of 3 columns") { _, table in
        let group = try ArtefactReader(path: table.folder.file("made.npz")).rowGroup(0, of: "rows")
        try UnexpectedResult.check(group.strings("name").last, is: "row 199999", "last row")
        blackHole(try group.float64("score"))
    } setup: {
        try MadeTable(rows: 200_000)
    }
}

/// A table of whole numbers, numbers and texts, and a file that holds it.
struct MadeTable: Sendable {
    let folder: ScratchFolder
    let rows: ArtefactRowGroup

    init(rows count: Int) throws {
        folder = try ScratchFolder()
        var numbers = SeededNumbers(seed: 20_260_105)
        rows = ArtefactRowGroup([
            "index": .int64(Array(0..<count)),
            "score": .float64((0..<count).map { _ in numbers.normal() }),
            "name": .string((0..<count).map { "row \($0)" }),
        ])
        try write(to: folder.file("made.npz"))
    }

    func write(to path: String) throws {
        let columns = [
            ArtefactColumn("index", .int64, "Number."), ArtefactColumn("score", .float64, "Score."),
            ArtefactColumn("name", .string, "Name."),
        ]
        let schema = ArtefactSchema(kind: "benchmark", version: 1, tables: [ArtefactTable("rows", columns: columns)])
        let writer = try ArtefactWriter(path: path, schema: schema)
        try writer.append(rows, to: "rows")
        try writer.finish()
    }
}
