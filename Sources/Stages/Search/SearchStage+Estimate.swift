import Chemistry
import Foundations
import PeptideSearch
import ProteinDatabase
import SpectrumIO
import Workflow

extension SearchStage {
    /// How large the search will be: candidates from a sample of the database, spectra by what their files say.
    static func estimate(_ parameters: ParameterValues, _ request: EstimateRequest) async throws -> StageEstimate {
        let settings = try SearchSettings(parameters)
        let database = try ProteinDatabase(
            paths: request.inputs.proteins.map(\.path), contaminantPaths: request.inputs.contaminants.map(\.path),
            decoys: settings.declaration)
        let choice = request.requests[.entrapmentMatches].flatMap { EntrapmentChoice(rawValue: $0) }
        let spectra = try SpectrumCount(of: request.spectra)
        let search = try await SearchEstimate(
            of: database, share: choice == nil ? .alone : .besideEntrapments, settings: settings,
            spectra: spectra.count, request)
        let (table, parts) = (search.table, search.parts)
        var seconds = search.seconds
        var second: [StageEstimate.Fact] = []
        if let choice {
            let entrapped = try await SearchEstimate(
                of: try choice.database(of: database, settings: settings, inputs: request.inputs),
                share: .withEntrapments, settings: settings, spectra: spectra.count, request)
            seconds += entrapped.seconds
            second = [
                .count(
                    "with entrapments", entrapped.table.candidates, isExact: entrapped.table.isExact,
                    remark: " candidates of a second search")
            ]
        }
        let facts: [StageEstimate.Fact] = [
            .count("proteins", database.proteins.count, isExact: true),
            .count("peptides", table.peptides, isExact: table.isExact),
            .count("peptidoforms", table.peptidoforms, isExact: table.isExact),
            .count("candidates", table.candidates, isExact: table.isExact, remark: ", targets and decoys"),
            .bytes("peptide table", ByteSize(bytes: table.byteCount)),
            .init(
                name: "table parts", value: Double(parts), isExact: table.isExact,
                text: parts == 1
                    ? "1, as the table fits within \(request.memory)"
                    : "\(parts), made anew for each run to keep within \(request.memory)"),
            .count("spectra", spectra.count, isExact: false, remark: spectra.remark),
            .count("candidates per spectrum", Int(search.candidatesPerSpectrum.rounded()), isExact: false),
        ]
        let jobs = "\(request.jobs) job\(request.jobs == 1 ? "" : "s")"
        return StageEstimate(facts: facts + second + [.seconds("time", seconds, remark: " with \(jobs)")])
    }
}

/// How large one search is, and how long it takes.
private struct SearchEstimate {
    let table: TableEstimate
    /// Tables that are made in place of one.
    let parts: Int
    /// Candidates a fragment spectrum of known charge is compared with, on average.
    let candidatesPerSpectrum: Double
    let seconds: Double

    init(
        of database: ProteinDatabase, share: SearchSpace.Share, settings: SearchSettings, spectra: Int,
        _ request: EstimateRequest
    ) async throws {
        table = try await settings.tableBuilder(for: database).estimate(workers: request.jobs)
        parts = try await table.partCount(
            byteLimit: share.byteLimit(ofFree: request.memory.bytes), workers: request.jobs)
        let tolerance = settings.matching.precursorTolerance
        let window = table.meanCandidates { tolerance.calculatedWindow(forObserved: $0) }
        candidatesPerSpectrum = window * Double(settings.matching.isotopeErrors.count)
        seconds = SearchPace.seconds(
            table: table, parts: parts, runs: request.spectra.count, spectra: spectra,
            candidatesPerSpectrum: candidatesPerSpectrum, jobs: request.jobs)
    }
}

/// How many spectra files hold, by what they declare or by their size; no file is read beyond its first spectrum.
private struct SpectrumCount {
    var count = 0
    /// Whether a part is known from sizes alone.
    private var isGuessed = false

    var remark: String { isGuessed ? ", by the size of the files" : " of all MS levels" }

    /// Bytes of a spectrum in text formats: about 200 peaks.
    private static let textBytes = (plain: 4_000, compressed: 1_700)

    init(of files: [InputFile]) throws {
        for input in files {
            let file = try SpectrumFile(path: input.path)
            // Every spectrum takes some bytes: a file that declares more than that is damaged.
            if let declared = file.header.declaredSpectrumCount, (0...input.byteCount).contains(declared) {
                count += declared
            } else {
                isGuessed = true
                count += input.byteCount / (file.isCompressed ? Self.textBytes.compressed : Self.textBytes.plain)
            }
        }
    }
}

/// How long a search takes, from figures of one machine.
///
/// > Source: `Benchmarks/README.md` (2 cores of an AMD EPYC, release build): peptide tables, and searches of 20,000 spectra
/// > within 20 ppm and within 650 Da.
private enum SearchPace {
    /// Rows of a peptide table made in a second.
    private static let rowsPerSecond = 1e6
    /// Seconds for reading, picking and matching a spectrum, whatever its candidates.
    private static let secondsPerSpectrum = 150e-6
    /// Candidates compared one by one in a second.
    private static let candidatesPerSecond = 8e6
    /// Seconds more for a spectrum that is searched through an index of fragments.
    private static let indexSecondsPerSpectrum = 100e-6
    /// Candidates an index of fragments goes through in a second.
    private static let indexedCandidatesPerSecond = 1e9

    static func seconds(
        table: TableEstimate, parts: Int, runs: Int, spectra: Int, candidatesPerSpectrum: Double, jobs: Int
    ) -> Double {
        // A table in parts is made anew for each run.
        let tables = Double(table.peptidoforms) / rowsPerSecond * Double(parts == 1 ? 1 : max(1, runs))
        let compared = min(
            candidatesPerSpectrum / candidatesPerSecond,
            indexSecondsPerSpectrum + candidatesPerSpectrum / indexedCandidatesPerSecond)
        return tables + Double(spectra) * (secondsPerSpectrum + compared) / Double(jobs)
    }
}
