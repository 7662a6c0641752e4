import Foundation
import Foundations
import SpectrumIO
import SpectrumModel
import Stages
import TestSupport
import Workflow

/// A run on disk and the stages of the program, called as the engine calls them.
struct StageBench {
    let folder: TemporaryDirectory
    let registry = MoselleStages.registry
    var inputs = ResolvedInputs()

    /// Writes the spectra as `run.mzML` and the text, where there is one, as `proteins.fasta`.
    init(spectra: [Spectrum], fasta: String? = nil) throws {
        folder = try TemporaryDirectory()
        let writer = try SpectrumFileWriter(
            path: folder.path("run.mzML"), format: .mzML,
            description: SpectrumFileDescription(runID: "run", softwareVersion: "1", spectrumCount: spectra.count))
        for spectrum in spectra { try writer.write(spectrum) }
        try writer.finish()
        if let fasta {
            inputs.proteins = [try Self.input(try folder.write(fasta, to: "proteins.fasta"))]
        }
        inputs.spectra = [try Self.input(folder.path("run.mzML"))]
    }

    private static func input(_ path: String) throws -> InputFile {
        InputFile(path: path, byteCount: try FileIdentity(of: path).byteCount, sha256: "")
    }

    /// A stage with some of its parameters set.
    func stage(
        _ name: String, _ given: [String: ConfigurationValue] = [:]
    ) throws -> (definition: StageDefinition, parameters: ParameterValues) {
        guard let definition = registry.stage(name) else { throw NoSuchStage(name: name) }
        return (definition, try ParameterValues(given, for: definition.parameters))
    }

    /// What a per-run stage makes of its ports, and what it says.
    func run(
        _ name: String, _ given: [String: ConfigurationValue] = [:], on ports: PortValues = PortValues(),
        memory: MemoryBudget = MemoryBudget(bytes: 4_000_000_000), jobs: Int = 1, wanted: Set<PortName> = [],
        requests: [PortName: String] = [:]
    ) async throws -> (ports: PortValues, said: TaskEntries) {
        let (definition, parameters) = try stage(name, given)
        guard let runner = try definition.make(parameters) as? any RunStageRunner else {
            throw NoSuchStage(name: name)
        }
        var context = context(run: "run", memory: memory, jobs: jobs)
        context.wantedPorts = wanted
        context.requests = requests
        let output = try await runner.process(ports, in: context)
        return (output, context.journal.snapshot)
    }

    /// What a joint stage makes of one run's ports and those of joint stages before, and what it says.
    func join(
        _ name: String, _ given: [String: ConfigurationValue] = [:], of ports: PortValues,
        after joint: PortValues = PortValues(), jobs: Int = 1
    ) async throws -> (ports: PortValues, said: TaskEntries) {
        try await join(name, given, of: [RunPorts(run: "run", ports: ports)], after: joint, jobs: jobs)
    }

    /// The same of several runs.
    func join(
        _ name: String, _ given: [String: ConfigurationValue] = [:], of runs: [RunPorts],
        after joint: PortValues = PortValues(), memory: MemoryBudget = MemoryBudget(bytes: 4_000_000_000),
        jobs: Int = 1
    ) async throws -> (ports: PortValues, said: TaskEntries) {
        let (definition, parameters) = try stage(name, given)
        guard let runner = try definition.make(parameters) as? any JointStageRunner else {
            throw NoSuchStage(name: name)
        }
        let context = context(run: nil, memory: memory, jobs: jobs)
        let output = try await runner.process(runs, joint: joint, in: context)
        return (try stored(output), context.journal.snapshot)
    }

    /// The values as a later joint stage gets them: written to their files and read back.
    func stored(_ ports: PortValues) throws -> PortValues {
        var read = PortValues()
        for name in ports.names {
            guard let value = ports[name], let port = registry.port(name) else { throw NoSuchStage(name: "\(name)") }
            let path = folder.path("stored \(name)")
            try port.write(value, path)
            read[name] = try port.read(path)
        }
        return read
    }

    private func context(run: String?, memory: MemoryBudget, jobs: Int) -> TaskContext {
        TaskContext(
            run: run, spectraFile: run == nil ? nil : folder.path("run.mzML"), inputs: inputs, jobs: jobs,
            memory: memory, outputDirectory: folder.url.path, scratchDirectory: folder.url.path)
    }

    struct NoSuchStage: Error {
        var name: String
    }
}

extension PortName {
    static let matches = PortName("matches")
    static let ms1Peaks = PortName("ms1-peaks")
    static let spectrumTable = PortName("spectrum-table")
    static let identifications = PortName("identifications")
}

extension PortValues {
    /// These values and those of another stage.
    func adding(_ other: PortValues) -> PortValues {
        var all = self
        for name in other.names { all[name] = other[name] }
        return all
    }
}
