internal import Foundation

/// Checks a workflow file as a whole: reads it, applies the command line, and hands its parts to the checkers of
/// stages, wiring and inputs. It finds all problems at once.
struct WorkflowChecker {
    /// The format of workflow files this program reads: the value of the key `moselle`.
    static let formatVersion = 1

    private static let keys = ["moselle", "name", "inputs", "stages", "execution"]

    private let registry: StageRegistry
    private let overrides: WorkflowOverrides
    private let log = DiagnosticLog()

    init(registry: StageRegistry, overrides: WorkflowOverrides) {
        self.registry = registry
        self.overrides = overrides
    }

    func check(path: String) -> CheckResult { result(of: root(ofFileAt: path), path: path) }

    func check(text: String, path: String) -> CheckResult { result(of: root(of: text, path: path), path: path) }

    private func result(of root: LocatedValue?, path: String) -> CheckResult {
        let workflow = root.flatMap { check($0, path: path) }
        let diagnostics = log.diagnostics.sorted(by: Diagnostic.precedes)
        let hasErrors = diagnostics.contains { $0.severity == .error }
        return CheckResult(workflow: hasErrors ? nil : workflow, diagnostics: diagnostics)
    }

    private func root(ofFileAt path: String) -> LocatedValue? {
        let start = SourceLocation(file: path, line: 1, column: 1)
        if let problem = InputFileCheck.problem(
            with: path, "the workflow file", folderAdvice: "name the workflow file itself")
        {
            log.error(start, problem)
            return nil
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            log.error(start, "the workflow file cannot be read")
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            log.error(start, "the workflow file is not UTF-8 text; save it as UTF-8")
            return nil
        }
        return root(of: Self.withoutByteOrderMark(text), path: path)
    }

    private func root(of text: String, path: String) -> LocatedValue? {
        do {
            return try YAMLReader.read(text, file: path)
        } catch {
            log.add(error.diagnostic)
            return nil
        }
    }

    /// Some editors begin UTF-8 text with a mark that is none of its content.
    private static func withoutByteOrderMark(_ text: String) -> String {
        text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    private func check(_ root: LocatedValue, path: String) -> CheckedWorkflow? {
        guard let members = log.members(of: root, "a workflow", keys: Self.keys) else { return nil }
        checkFormat(members["moselle"], of: root)
        checkExecution(members["execution"])
        let name = members["name"].flatMap { $0.value.isNull ? nil : log.text(of: $0.value, "the name") }

        let entries = StageChecker(registry: registry, log: log)
            .check(members["stages"]?.value, of: root, settings: overrides.settings)
        let isComplete = entries.count == members["stages"]?.value.elements?.count
        let providers = WiringChecker(registry: registry, log: log, isComplete: isComplete).check(entries)
        let requested = RequestChecker(log: log).check(entries, providers: providers)
        let stages = entries.map { entry in
            CheckedStage(
                id: entry.id, definition: entry.definition, parameters: entry.parameters,
                requests: entry.requests, requested: requested[entry.id] ?? [], providers: providers[entry.id] ?? [:],
                needs: entry.needs.map(\.id), keep: entry.keep)
        }
        let inputs = InputChecker(log: log, workflowPath: path).check(
            members["inputs"], at: root.location, overrides: overrides,
            reads: stages.reduce(into: []) { $0.formUnion($1.reads) }, mayRead: kindsPerhapsRead(by: entries, stages))
        for (entry, stage) in zip(entries, stages) where entry.isSound { checkContent(of: inputs, for: stage) }
        return CheckedWorkflow(
            name: name ?? URL(filePath: path).deletingPathExtension().lastPathComponent, path: path,
            inputs: inputs.files, absentInputs: inputs.absent, stages: stages)
    }

    /// The kinds of files that stages read, or might where it is not known yet what the parameters of all of them are.
    private func kindsPerhapsRead(by entries: [StageEntry], _ stages: [CheckedStage]) -> Set<InputKind> {
        let isKnown = entries.allSatisfy(\.isSound)
        return stages.reduce(into: []) { $0.formUnion(isKnown ? $1.reads : $1.definition.mayRead) }
    }

    /// Lets a stage look at the files it will read.
    private func checkContent(of inputs: InputChecker.Inputs, for stage: CheckedStage) {
        let reads = stage.reads
        let files = inputs.files.filter { reads.contains($0.key) }
        for issue in stage.definition.checkInputs(stage.parameters, files) {
            let path = issue.path ?? files[issue.kind]?.first
            log.error(path.flatMap { inputs.places[$0] }, issue.message)
        }
    }

    private func checkFormat(_ member: LocatedValue.Member?, of root: LocatedValue) {
        guard let member else {
            let advice = "begin it with 'moselle: \(Self.formatVersion)'"
            return log.error(root.location, "the workflow does not say which format it has; \(advice)")
        }
        guard member.value.value == .integer(Self.formatVersion) else {
            let found = member.value.value.inWords
            let message = "this program reads workflows of format \(Self.formatVersion), not \(found)"
            return log.error(member.value.location, message)
        }
    }

    /// Which executor runs the tasks. There is one; naming another must not go unnoticed.
    private func checkExecution(_ member: LocatedValue.Member?) {
        guard let member, !member.value.isNull,
            let members = log.members(of: member.value, "'execution'", keys: ["executor"]),
            let executor = members["executor"]?.value, executor.value != .text("local")
        else { return }
        log.error(
            executor.location, "this program does not have the executor \(executor.value.inWords); it has 'local'",
            suggestion: executor.value.text.flatMap { Suggestion.nearest(to: $0, among: ["local"]) })
    }
}
