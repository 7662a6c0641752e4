internal import Foundation
internal import Foundations

/// The program that wrote a plan, to the byte: another build may give other results.
public struct ExecutableIdentity: Sendable, Hashable, Codable {
    /// Name and version.
    public var program: ProgramInfo
    /// SHA-256 of its file.
    public var sha256: String

    /// An executable.
    public init(program: ProgramInfo, sha256: String) {
        self.program = program
        self.sha256 = sha256
    }

    /// The running program.
    ///
    /// - Throws: `FileError` where its file cannot be read.
    public static func current(_ program: ProgramInfo) throws -> ExecutableIdentity {
        ExecutableIdentity(program: program, sha256: try Digest.sha256(ofFile: "/proc/self/exe"))
    }
}

/// A plan in a file, from which single tasks are run: what `moselle plan --format json` prints.
public struct WrittenPlan: Sendable, Codable {
    /// Version of the form of the file.
    public var formatVersion: Int
    /// The program that wrote it, which alone may run its tasks.
    public var executable: ExecutableIdentity
    /// The workflow in full, as a workflow file.
    public var workflowText: String
    /// Absolute path of the output folder.
    public var outputDirectory: String
    /// Threads it was planned for.
    public var jobs: Int
    /// Memory budget it was planned for.
    public var memoryBytes: Int

    /// The form this program writes.
    static let currentFormatVersion = 1

    init(_ plan: Plan, by executable: ExecutableIdentity) {
        formatVersion = Self.currentFormatVersion
        self.executable = executable
        workflowText = WorkflowWriter.text(of: plan.workflow)
        outputDirectory = plan.options.outputDirectory
        jobs = plan.options.jobs
        memoryBytes = plan.options.memory.bytes
    }

    /// The plan in a file.
    ///
    /// - Throws: ``WorkflowError`` where it cannot be read, is no plan, or was written by another program or another
    ///   version of this one.
    public static func read(_ path: String, by executable: ExecutableIdentity) throws(WorkflowError) -> WrittenPlan {
        if let problem = InputFileCheck.problem(with: path, "the plan", folderAdvice: "name the plan itself") {
            throw refusal(problem)
        }
        let plan: WrittenPlan
        do {
            plan = try JSONDecoder().decode(
                WrittenPlan.self, from: FileManager.default.contents(atPath: path) ?? Data())
        } catch {
            let why = (error as? DecodingError)?.inWords ?? "\(error)"
            throw refusal("'\(path)' is no plan: \(why); write one with 'moselle plan --format json'")
        }
        guard plan.formatVersion == currentFormatVersion, plan.executable == executable else {
            let (other, own) = (plan.executable.program, executable.program)
            let which = other == own ? "another build of \(own.name) \(own.version)" : "\(other.name) \(other.version)"
            throw refusal(
                "the plan '\(path)' was written by \(which), whose results may differ from those of this program; write the "
                    + "plan anew")
        }
        return plan
    }

    private static func refusal(_ message: String) -> WorkflowError { WorkflowError([Diagnostic(.error, message)]) }
}
