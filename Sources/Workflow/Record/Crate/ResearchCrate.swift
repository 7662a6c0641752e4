internal import Foundation
internal import Foundations

/// The run record as a Workflow Run RO-Crate: JSON-LD that archives read, in `ro-crate-metadata.json`.
///
/// > Source: RO-Crate 1.1 (https://w3id.org/ro/crate/1.1) and the profile Workflow Run Crate 0.5
/// > (https://w3id.org/ro/wfrun/workflow/0.5): S. Leo et al., PLoS ONE 19(9):e0309210 (2024),
/// > DOI 10.1371/journal.pone.0309210.
struct ResearchCrate {
    let record: RunRecord
    /// The file of the record itself.
    let recordFile: RunOutcome.OutputFile

    /// Everything as JSON-LD.
    var document: ConfigurationValue {
        [
            "@context": [
                "https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context",
            ],
            "@graph": .list(graph),
        ]
    }

    /// The entities; each has an `@id` of its own.
    private var graph: [ConfigurationValue] {
        [descriptor, root, workflow, language, action, engineAction, engine, agent] + Self.profiles + libraries + files
            + parameters
    }

    private var descriptor: ConfigurationValue {
        [
            "@id": .text(OutputFolder.crate), "@type": "CreativeWork", "about": Self.link("./"),
            "conformsTo": Self.links(["https://w3id.org/ro/crate/1.1", Self.workflowProfile]),
        ]
    }

    private var root: ConfigurationValue {
        [
            "@id": "./", "@type": "Dataset", "name": .text("\(record.outcome.workflow): results"),
            "description": .text(
                "Tables written by \(program) for \(record.inputs.spectra.count) mass-spectrometry runs, with the workflow "
                    + "as it was run, the run record and all parameters."),
            "datePublished": .text(finished),
            "license": "Not stated by the program that wrote this; ask the owner of the data.",
            "author": Self.link(agentID),
            "conformsTo": Self.links([Self.processRunProfile, Self.workflowRunProfile, Self.workflowProfile]),
            "hasPart": Self.links(crateFiles.map(\.id)), "mainEntity": Self.link(OutputFolder.workflow),
            "mentions": Self.links([Self.actionID, Self.engineActionID]),
        ]
    }

    // MARK: The workflow and what carried it out

    private var workflow: ConfigurationValue {
        let file = record.outcome.files.first { $0.path == OutputFolder.workflow }
        return entity(
            OutputFolder.workflow, ["File", "SoftwareSourceCode", "ComputationalWorkflow"],
            [
                "name": .text(record.outcome.workflow), "encodingFormat": "application/yaml",
                "description": "The workflow as it was run: overrides applied, inputs absolute, every parameter.",
                "programmingLanguage": Self.link(Self.languageID), "runtimePlatform": .text(program),
                "input": Self.links(inputKinds.map { Self.inputID($0) } + settings.map(\.parameterID)),
                "output": Self.links(outputs.map { Self.outputID($0.path) }),
                // It has no other: two workflows are the same where their texts are.
                "version": .text(file?.sha256 ?? ""),
            ], file: file)
    }

    private var language: ConfigurationValue {
        [
            "@id": .text(Self.languageID), "@type": "ComputerLanguage", "name": "Moselle workflow (YAML)",
            "version": .text("\(WorkflowChecker.formatVersion)"),
        ]
    }

    private var action: ConfigurationValue {
        var members: [String: ConfigurationValue] = [
            "name": .text("Run of '\(record.outcome.workflow)'"), "description": .text(circumstances),
            "instrument": Self.link(OutputFolder.workflow), "agent": Self.link(agentID),
            "startTime": .text(started), "endTime": .text(finished),
            "object": Self.links(inputFiles.map(\.id) + settings.map(\.valueID)),
            "result": Self.links(outputs.map { Self.relativeID($0.path) } + [OutputFolder.record]),
            "actionStatus": .text(Self.status(record.outcome)),
        ]
        let problems = record.outcome.failures + record.outcome.faults
        if !problems.isEmpty { members["error"] = .text(problems.joined(separator: "\n")) }
        return entity(Self.actionID, ["CreateAction"], members)
    }

    /// That the program ran the workflow.
    private var engineAction: ConfigurationValue {
        entity(
            Self.engineActionID, ["OrganizeAction"],
            [
                "name": .text("Execution by \(program)"), "instrument": Self.link(Self.engineID),
                "agent": Self.link(agentID), "result": Self.link(Self.actionID),
                "startTime": .text(started), "endTime": .text(finished),
            ])
    }

    private var engine: ConfigurationValue {
        entity(
            Self.engineID, ["SoftwareApplication"],
            [
                "name": .text(record.program.name),
                "softwareVersion": .text(record.program.version),
                "softwareRequirements": Self.links(facts.map { Self.libraryID($0.key) }),
            ])
    }

    private var libraries: [ConfigurationValue] {
        facts.map { name, version in
            entity(
                Self.libraryID(name), ["SoftwareApplication"],
                ["name": .text(name), "softwareVersion": .text(version)])
        }
    }

    private var agent: ConfigurationValue {
        entity(agentID, ["Person"], ["name": .text(record.system.user)])
    }

    private static func status(_ outcome: RunOutcome) -> String {
        outcome.exitStatus == .done ? "http://schema.org/CompletedActionStatus" : "http://schema.org/FailedActionStatus"
    }

    private var circumstances: String {
        let system = record.system
        return """
            On host \(system.host) (\(system.cpuModel), \(system.operatingSystem)) with \(record.settings.jobs) threads and \
            a memory budget of \(ByteSize(bytes: record.settings.memoryBytes)); it took \
            \(Int(record.outcome.seconds.rounded(.up))) s and at most \
            \(ByteSize(bytes: record.outcome.peakResidentBytes)) of memory.
            """
    }

    private var started: String { Self.withOffset(record.outcome.started) }
    private var finished: String { Self.withOffset(record.outcome.finished) }

    /// A time in UTC with its offset written out, as validators of the profile expect.
    private static func withOffset(_ time: String) -> String {
        time.hasSuffix("Z") ? time.dropLast() + "+00:00" : time
    }

    private var program: String { "\(record.program.name) \(record.program.version)" }
    private var facts: [(key: String, value: String)] { record.facts.sorted { $0.key < $1.key } }
    private var agentID: String { "#user-" + Self.relativeID(record.system.user) }
}
