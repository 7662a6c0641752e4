import Benchmark
import BenchmarkInputs
import Chemistry
import ProteinDatabase

/// Digesting proteins, making decoys, and sorting all peptidoforms by mass.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(metrics: [.wallClock, .cpuTotal], maxDuration: .seconds(10))
    Benchmark("table of 2,000 proteins, oxidation variable") { _, builder in
        let table = try await builder.build()
        try UnexpectedResult.check(table.count, is: 295_566, "rows")
    } setup: {
        try tableBuilder(proteins: 2_000)
    }
}

func tableBuilder(proteins: Int) throws -> PeptideTableBuilder {
    let modifications = try ModificationSet(
        fixed: [ModificationSpecification(parsing: "Carbamidomethyl@C")],
        variable: [ModificationSpecification(parsing: "Oxidation@M")])
    return PeptideTableBuilder(
        database: MadeProteins.database(count: proteins), digestion: DigestionRules(), decoys: DecoyRules(),
        chemistry: try PeptideMasses(modifications: modifications, maximumVariable: 3))
}
