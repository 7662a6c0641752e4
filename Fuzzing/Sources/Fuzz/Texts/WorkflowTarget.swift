internal import Foundation
internal import Stages
internal import Workflow

private let engine = WorkflowEngine(
    registry: MoselleStages.registry, program: ProgramInfo(name: "fuzz", version: "1"))
private let path = "\(ScratchFolder.path)/workflow.yaml"

extension FuzzTarget {
    /// Workflow files: every fault has a place in the file, and what is accepted is accepted again as it is recorded.
    static let workflow = FuzzTarget(
        name: "workflow",
        seeds: {
            let search = """
                moselle: 1
                name: A
                inputs: {}
                stages:
                  - id: centroid
                    uses: pick-peaks
                    with: {ms-levels: [1, 2]}
                  - uses: search
                    with: {enzyme: trypsin, fixed: [Carbamidomethyl@C], precursor-tolerance: 10 ppm, decoys: reverse}
                  - uses: confidence
                    with: {fdr: 1 %}
                  - uses: tables
                """
            return ["search": Array(search.utf8), "short": Array("moselle: 1\nstages: [{uses: tables}]\n".utf8)]
        },
        check: { bytes in
            // A slash could name any file of this machine as an input; without one there are no files to find.
            if bytes.contains(UInt8(ascii: "/")) || bytes.contains(UInt8(ascii: "~")) { return }
            let result = check(bytes)
            guard let workflow = result.workflow else {
                require(result.hasErrors, "a workflow is neither accepted nor refused")
                return
            }
            if result.hasErrors { return }
            let recorded = check(Array(WorkflowWriter.text(of: workflow).utf8))
            require(!recorded.hasErrors, "the recorded workflow is refused: \(recorded.diagnostics)")
            require(
                recorded.workflow?.stages.map(\.id) == workflow.stages.map(\.id),
                "the recorded workflow has other stages")
        })

    private static func check(_ bytes: [UInt8]) -> CheckResult {
        guard (try? Data(bytes).write(to: URL(filePath: path))) != nil else { stop("\(path) cannot be written") }
        let result = engine.check(path: path)
        let lines = bytes.count { $0 == 0x0A } + bytes.count { $0 == 0x0D } + 1
        for diagnostic in result.diagnostics {
            require(!diagnostic.message.isEmpty, "a diagnostic has no sentence")
            guard let place = diagnostic.location, !place.isOption else { continue }
            require(
                (1...lines + 1).contains(place.line) && place.column >= 1,
                "\(diagnostic) is not a place among \(lines) lines")
        }
        return result
    }
}
