internal import Foundation
internal import Foundations
public import SpectrumIO

/// Writes a simulated study into a folder: a file for each run, the truth, the design, and a record of how it was made.
public struct StudyWriter: Sendable {
    /// What to write, and how.
    public struct Options: Sendable {
        /// Format of the runs that ``exceptions`` does not name.
        public var format = RunFormat()
        /// Formats of single runs, by name of the run.
        public var exceptions: [String: RunFormat] = [:]
        /// Whether the files of the runs are compressed (gzip).
        public var isCompressed = false
        /// Bits of an m/z in mzML and mzXML.
        public var mzPrecision = FloatPrecision.bits64
        /// Number of threads; the files are the same for any.
        public var jobs = 1
        /// What the record says about the program and its inputs, by name.
        public var facts: [String: String] = [:]

        /// mzML, one thread.
        public init() {}
    }

    /// What was written.
    public struct Report: Sendable {
        /// A run and what it holds.
        public struct Run: Sendable {
            /// Name of the run.
            public var name: String
            /// Name of its file in the folder.
            public var file: String
            /// Size of the file.
            public var byteCount: Int
            /// What it holds.
            public var tally: RunTally
        }

        /// The runs in the order of the design.
        public var runs: [Run] = []

        /// All runs together.
        public var total: RunTally { runs.reduce(RunTally()) { $0 + $1.tally } }
    }

    /// How far the writing is: a run, and spectra of the whole study written and planned so far.
    public typealias Progress = @Sendable (_ run: String, _ done: Int, _ total: Int) -> Void

    private let study: StudySimulation
    private let options: Options
    private let folder: String

    /// Name of the record of how the study was made.
    public static let recordFileName = "simulation.json"

    /// Prepares the writing of a study into a folder, which is made where it is not there.
    ///
    /// - Throws: ``SimulationError/settings(_:)`` where a format is given for a run that the study does not have, or a
    ///   file would be written over that no simulation made.
    public init(_ study: StudySimulation, to folder: String, options: Options = Options()) throws(SimulationError) {
        self.study = study
        self.options = options
        self.folder = folder
        let names = study.design.runs.map(\.name)
        for name in options.exceptions.keys.sorted() where !names.contains(name) {
            throw .settings("There is no run '\(name)' in this study; its runs are \(names.joined(separator: ", ")).")
        }
        try refuseForeignFiles()
    }

    /// Writes everything. What is finished when it stops half-way stays.
    ///
    /// - Throws: `SimulationError`, `CancellationError`.
    public func write(progress: @escaping Progress = { _, _, _ in }) async throws -> Report {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw SimulationError.unwritable("\(folder): the folder cannot be made: \(error.localizedDescription)")
        }
        do {
            return try await writeFiles(progress)
        } catch let error as FileError {
            throw SimulationError.unwritable("\(error)")
        } catch let error as SpectrumWriteError {
            throw SimulationError.unwritable("\(error)")
        }
    }

    private func writeFiles(_ progress: @escaping Progress) async throws -> Report {
        var report = Report()
        var spectraByGroup = [[String: Int]](repeating: [:], count: study.design.groups.count)
        let truth = try TruthFile(path: path(SpectrumTruthTable.fileName))
        for runIndex in study.design.runs.indices {
            let outcome = try await writeRun(runIndex, truth: truth, progress)
            report.runs.append(outcome.run)
            for group in Set(study.design.runs[runIndex].samples.map { study.design.samples[$0].group }) {
                spectraByGroup[group].merge(outcome.spectraByProtein, uniquingKeysWith: +)
            }
        }
        try truth.commit()
        try ProteinTruthTable.write(study, spectra: spectraByGroup, to: path(ProteinTruthTable.fileName))
        try SampleTruthTable.write(study, to: path(SampleTruthTable.fileName))
        try SDRFTable.write(study, files: study.design.runs.indices.map(fileName), to: path(SDRFTable.fileName))
        try SimulationRecord(study: study, report: report, facts: options.facts).write(to: path(Self.recordFileName))
        return report
    }

    private func writeRun(
        _ runIndex: Int, truth: TruthFile, _ progress: @escaping Progress
    ) async throws -> (run: Report.Run, spectraByProtein: [String: Int]) {
        let run = study.design.runs[runIndex]
        let scene = study.scene(ofRun: runIndex, format: format(of: run))
        let file = fileName(runIndex)
        let writesSurveys = scene.format.format != .mgf
        let writer = try SpectrumFileWriter(
            path: path(file), format: scene.format.format, mzPrecision: options.mzPrecision,
            description: SpectrumFileDescription(
                runID: run.name, software: "Moselle", softwareVersion: options.facts["version"] ?? "0",
                spectrumCount: writesSurveys ? scene.plan.spectra : scene.plan.fragmentSpectra))
        let output = RunOutput(writer: writer, truth: truth)
        let cycles = CycleQueue(scene.plan.cycles)
        let total = scene.plan.spectra
        let precision = options.mzPrecision
        try await orderedParallelMap(
            workers: options.jobs, state: { CycleMaker(scene: scene, mzPrecision: precision) },
            next: { cycles.next() }, transform: { maker, cycle in try maker.make(cycle) },
            deliver: { product in progress(run.name, try output.append(product), total) })
        let counted = try output.finish()
        let size = try FileIdentity(of: path(file)).byteCount
        return (
            Report.Run(name: run.name, file: file, byteCount: size, tally: counted.tally), counted.spectraByProtein
        )
    }

    // MARK: Files

    private func format(of run: StudyDesign.Run) -> RunFormat { options.exceptions[run.name] ?? options.format }

    private func fileName(_ runIndex: Int) -> String {
        let run = study.design.runs[runIndex]
        return "\(run.name).\(format(of: run).format.fileExtension)\(options.isCompressed ? ".gz" : "")"
    }

    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Files of a study made before may be replaced, files from elsewhere may not.
    private func refuseForeignFiles() throws(SimulationError) {
        let manager = FileManager.default
        if manager.fileExists(atPath: path(Self.recordFileName)) { return }
        for name in study.design.runs.indices.map(fileName) + [SDRFTable.fileName, SpectrumTruthTable.fileName]
        where manager.fileExists(atPath: path(name)) {
            throw .settings(
                """
                \(path(name)) is there already and was not made by a simulation (the folder has no \
                \(Self.recordFileName)); choose another folder.
                """)
        }
    }
}
