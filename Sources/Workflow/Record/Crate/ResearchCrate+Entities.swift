internal import Foundation
internal import Foundations

extension ResearchCrate {
    // MARK: Names of entities

    static let workflowProfile = "https://w3id.org/workflowhub/workflow-ro-crate/1.0"
    static let processRunProfile = "https://w3id.org/ro/wfrun/process/0.5"
    static let workflowRunProfile = "https://w3id.org/ro/wfrun/workflow/0.5"
    static let languageID = "#workflow-language"
    static let actionID = "#run"
    static let engineActionID = "#execution"
    static let engineID = "#program"
    static func libraryID(_ name: String) -> String { "#library-" + relativeID(name) }
    static func inputID(_ kind: InputKind) -> String { "#input-\(kind.rawValue)" }
    static func outputID(_ path: String) -> String { "#output-" + relativeID(path) }

    /// A path as a reference relative to the crate.
    ///
    /// > Source: RFC 3986, section 3.3: what a segment of a path may hold.
    static func relativeID(_ path: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
        return path.utf8.reduce(into: "") { text, byte in
            if plain.contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
    }

    static func link(_ id: String) -> ConfigurationValue { ["@id": .text(id)] }
    static func links(_ ids: [String]) -> ConfigurationValue { .list(ids.map(link)) }

    /// An entity, with size and digest where it is a file that is known.
    func entity(
        _ id: String, _ types: [String], _ members: [String: ConfigurationValue], file: RunOutcome.OutputFile? = nil
    ) -> ConfigurationValue {
        var members = members
        members["@id"] = .text(id)
        members["@type"] = types.count == 1 ? .text(types[0]) : .list(types.map { .text($0) })
        if let file {
            members["contentSize"] = .text("\(file.byteCount)")
            members["sha256"] = .text(file.sha256)
        }
        return .mapping(members)
    }

    /// The profiles that the crate keeps to.
    static var profiles: [ConfigurationValue] {
        [
            (processRunProfile, "Process Run Crate", "0.5"), (workflowRunProfile, "Workflow Run Crate", "0.5"),
            (workflowProfile, "Workflow RO-Crate", "1.0"),
        ].map { id, name, version in
            ["@id": .text(id), "@type": "CreativeWork", "name": .text(name), "version": .text(version)]
        }
    }

    // MARK: Files

    /// A file that the crate describes.
    struct CrateFile {
        var id: String
        var name: String
        var format: String
        /// The part it has in the workflow, or nil.
        var parameterID: String?
        /// Its size and digest; nil for the log, which still grows.
        var content: RunOutcome.OutputFile?
    }

    /// Kinds of input that were given.
    var inputKinds: [InputKind] { InputKind.allCases.filter { !record.inputs.files($0).isEmpty } }

    var inputFiles: [CrateFile] {
        inputKinds.flatMap { kind in
            record.inputs.files(kind).map { file in
                CrateFile(
                    id: "file://" + Self.relativeID(file.path), name: (file.path as NSString).lastPathComponent,
                    format: Self.format(of: file.path), parameterID: Self.inputID(kind),
                    content: RunOutcome.OutputFile(path: file.path, byteCount: file.byteCount, sha256: file.sha256))
            }
        }
    }

    /// The media type of a file, by what its name ends with.
    static func format(of path: String) -> String {
        switch (path as NSString).pathExtension.lowercased() {
        case "gz": "application/gzip"
        case "mzml", "mzxml": "application/xml"
        case "tsv": "text/tab-separated-values"
        case "json": "application/json"
        default: "text/plain"
        }
    }

    /// What the stages wrote.
    var outputs: [RunOutcome.OutputFile] { record.outcome.files.filter { $0.path != OutputFolder.workflow } }

    /// All files but the workflow, which is an entity of its own.
    private var describedFiles: [CrateFile] {
        let tables = outputs.map { file in
            CrateFile(
                id: Self.relativeID(file.path), name: file.path, format: Self.format(of: file.path),
                parameterID: Self.outputID(file.path), content: file)
        }
        return inputFiles + tables + [
            CrateFile(id: recordFile.path, name: "Run record", format: "application/json", content: recordFile),
            CrateFile(id: OutputFolder.log, name: "Log", format: "application/jsonl"),
        ]
    }

    /// What belongs to the crate: the files of the output folder, and the inputs, which stay where they are.
    var crateFiles: [CrateFile] {
        [CrateFile(id: OutputFolder.workflow, name: record.outcome.workflow, format: "application/yaml")]
            + describedFiles
    }

    var files: [ConfigurationValue] {
        describedFiles.map { file in
            var members: [String: ConfigurationValue] = [
                "name": .text(file.name), "encodingFormat": .text(file.format),
            ]
            if let parameter = file.parameterID { members["exampleOfWork"] = Self.link(parameter) }
            return entity(file.id, ["File"], members, file: file.content)
        }
    }

    // MARK: Parameters

    /// A parameter of a stage with its value.
    struct Setting {
        var name: String
        var value: ConfigurationValue
        var parameterID: String { "#parameter-" + ResearchCrate.relativeID(name) }
        var valueID: String { "#value-" + ResearchCrate.relativeID(name) }
    }

    var settings: [Setting] {
        record.stages.flatMap { stage in
            stage.parameters.sorted { $0.key < $1.key }.map { Setting(name: "\(stage.id).\($0.key)", value: $0.value) }
        }
    }

    /// What the workflow takes and gives: kinds of files and parameters, and the values of these.
    var parameters: [ConfigurationValue] {
        let inputs = inputKinds.map { formal(Self.inputID($0), name: $0.rawValue, type: "File") }
        let outputs = outputs.map { formal(Self.outputID($0.path), name: $0.path, type: "File") }
        let settings = settings.flatMap { setting in
            [
                formal(setting.parameterID, name: setting.name, type: Self.type(of: setting.value)),
                entity(
                    setting.valueID, ["PropertyValue"],
                    [
                        "name": .text(setting.name), "value": .text(Self.text(of: setting.value)),
                        "exampleOfWork": Self.link(setting.parameterID),
                    ]),
            ]
        }
        return inputs + outputs + settings
    }

    private func formal(_ id: String, name: String, type: String) -> ConfigurationValue {
        entity(
            id, ["FormalParameter"],
            [
                "name": .text(name), "additionalType": .text(type),
                "conformsTo": Self.link("https://bioschemas.org/profiles/FormalParameter/1.0-RELEASE"),
            ])
    }

    private static func type(of value: ConfigurationValue) -> String {
        switch value {
        case .boolean: "Boolean"
        case .integer: "Integer"
        case .number: "Float"
        default: "Text"
        }
    }

    private static func text(of value: ConfigurationValue) -> String { value.text ?? value.description }

    // MARK: Reading

    /// Size and digest of the run record as the crate in a folder states them; none where there is no crate.
    static func recordFile(in folder: String) -> [RunOutcome.OutputFile] {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(OutputFolder.crate)"),
            let crate = try? JSONDecoder().decode(ConfigurationValue.self, from: data),
            let entity = crate.mapping?["@graph"]?.list?.compactMap(\.mapping)
                .first(where: { $0["@id"]?.text == OutputFolder.record }),
            let size = entity["contentSize"]?.text.flatMap({ Int($0) }), let sha256 = entity["sha256"]?.text
        else { return [] }
        return [RunOutcome.OutputFile(path: OutputFolder.record, byteCount: size, sha256: sha256)]
    }
}
