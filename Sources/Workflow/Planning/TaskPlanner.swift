/// Makes the tasks of a workflow whose inputs are known. Whether they are finished is another question.
struct TaskPlanner {
    private let inputs: ResolvedInputs
    private let chains: StageChains

    init(workflow: CheckedWorkflow, inputs: ResolvedInputs) {
        self.inputs = inputs
        chains = StageChains(workflow.stages)
    }

    /// One task for each run and chain: the chains in order, the runs of each by name.
    func runTasks() -> [PlannedTask] {
        chains.chains.flatMap { chain in inputs.spectra.map { runTask(chain, of: $0) } }
    }

    private func runTask(_ chain: [CheckedStage], of file: InputFile) -> PlannedTask {
        let run = RunName.of(path: file.path)
        let reads = filesRead(by: chain, spectra: [file])
        var fingerprint = Fingerprint(run: run)
        for (index, stage) in chain.enumerated() {
            fingerprint.add(stage)
            for request in stage.requested { fingerprint.add(request) }
            for port in stage.takes {
                guard let provider = chain[..<index].firstIndex(where: { $0.id == stage.providers[port] }) else {
                    continue
                }
                fingerprint.addLink(port, fromStage: provider)
            }
            for port in chains.keptPorts(of: stage) { fingerprint.addKept(port, ofStage: index) }
        }
        let digest = finalize(fingerprint, reads)
        return PlannedTask(
            label: TaskLabel(stages: chain.map(\.id), run: run), stages: chain, spectraFile: file.path,
            runs: [run], fingerprint: digest, artefacts: chains.artefacts(of: chain, fingerprint: digest), sources: [],
            inputs: reads, state: .pending(reason: "not checked"))
    }

    /// The joint tasks over these run tasks, in the order of the workflow. Where some runs failed, their tasks are left
    /// out, and what the joint tasks depend on is what the others gave.
    func jointTasks(over runTasks: [PlannedTask]) -> [PlannedTask] {
        var done: [PlannedTask] = runTasks
        let runs = Set(runTasks.compactMap(\.label.run)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for stage in chains.joint {
            var sources: [PlannedTask.Source] = []
            for port in stage.takes {
                guard let provider = stage.providers[port] else { continue }
                sources += done.compactMap { source(port, ofStage: provider, in: $0) }
            }
            done.append(jointTask(stage, runs: runs, sources: sources))
        }
        return done.filter(\.isJoint)
    }

    private func source(_ port: PortName, ofStage id: String, in task: PlannedTask) -> PlannedTask.Source? {
        task.artefact(stage: id, port: port).map {
            PlannedTask.Source(port: port, run: task.label.run, fingerprint: task.fingerprint, file: $0.file)
        }
    }

    private func jointTask(_ stage: CheckedStage, runs: [String], sources: [PlannedTask.Source]) -> PlannedTask {
        let reads = filesRead(by: [stage], spectra: [])
        var fingerprint = Fingerprint(run: nil)
        fingerprint.add(runs: runs)
        fingerprint.add(stage)
        for request in stage.requested { fingerprint.add(request) }
        for source in sources { fingerprint.add(source) }
        for port in chains.keptPorts(of: stage) { fingerprint.addKept(port, ofStage: 0) }
        let digest = finalize(fingerprint, reads)
        return PlannedTask(
            label: TaskLabel(stages: [stage.id], run: nil), stages: [stage], spectraFile: nil, runs: runs,
            fingerprint: digest, artefacts: chains.artefacts(of: [stage], fingerprint: digest), sources: sources,
            inputs: reads, state: .pending(reason: "not checked"))
    }

    private func filesRead(by stages: [CheckedStage], spectra: [InputFile]) -> [InputKind: [InputFile]] {
        let kinds = stages.reduce(into: Set<InputKind>()) { $0.formUnion($1.reads) }
        return kinds.reduce(into: [:]) { $0[$1] = $1 == .spectra ? spectra : inputs.files($1) }
    }

    private func finalize(_ fingerprint: Fingerprint, _ reads: [InputKind: [InputFile]]) -> String {
        var fingerprint = fingerprint
        for kind in InputKind.allCases {
            if let files = reads[kind] { fingerprint.add(kind, files) }
        }
        return fingerprint.finalize()
    }
}
