public import Foundation

/// The built `moselle` executable, for tests that use it as a person would.
public enum MoselleExecutable {
    /// The executable beside the running test bundle.
    ///
    /// - Throws: ``Missing`` where the build folder holds none.
    public static func url() throws -> URL {
        let programs = ["/proc/self/exe"] + CommandLine.arguments
        var searched: [String] = []
        for program in programs {
            let folder = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
            let candidate = folder.appending(path: "moselle")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            searched.append(folder.path)
        }
        throw Missing(searchedFolders: searched)
    }

    /// Runs the executable to its end.
    ///
    /// - Parameters:
    ///   - arguments: What follows the name of the executable.
    ///   - folder: Working directory; that of the tests if `nil`.
    ///   - environment: Variables that are set on top of those of the tests.
    ///   - input: What the executable reads on standard input; nothing if empty.
    public static func run(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: String = ""
    ) throws -> ExecutableResult {
        try start(arguments, in: folder, environment: environment, input: input).wait()
    }

    /// Starts the executable and returns at once, so that a test can interrupt it.
    public static func start(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:], input: String = ""
    ) throws -> RunningExecutable {
        try RunningExecutable(
            executable: url(), arguments: arguments, folder: folder, environment: environment, input: input)
    }

    /// The executable was not where the tests run.
    public struct Missing: Error, CustomStringConvertible, Sendable {
        /// Folders that were looked in.
        public let searchedFolders: [String]

        /// What happened and what to do, in one sentence.
        public var description: String {
            "No executable `moselle` in \(searchedFolders.joined(separator: ", ")): run `swift build` first."
        }
    }
}

/// How a program ended and what it wrote.
public struct ExecutableResult: Sendable, Hashable {
    /// Exit status; 128 + the signal's number where a signal ended the program, as shells count.
    public let exitStatus: Int
    /// What was written to standard output.
    public let standardOutput: String
    /// What was written to standard error.
    public let standardError: String
}

/// A program that was started and may still run.
///
/// Its output goes to files, not to pipes, so that no amount of it can block the program or the test.
public final class RunningExecutable {
    private let process = Process()
    private let folder: TemporaryDirectory
    private let handles: [FileHandle]

    /// Starts a program.
    public init(
        executable: URL, arguments: [String], folder workingDirectory: URL?, environment: [String: String],
        input: String
    ) throws {
        folder = try TemporaryDirectory()
        try folder.write(input, to: "input")
        try folder.write("", to: "output")
        try folder.write("", to: "error")
        let reading = try FileHandle(forReadingFrom: URL(filePath: folder.path("input")))
        let output = try FileHandle(forWritingTo: URL(filePath: folder.path("output")))
        let error = try FileHandle(forWritingTo: URL(filePath: folder.path("error")))
        handles = [reading, output, error]

        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = workingDirectory
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardInput = reading
        process.standardOutput = output
        process.standardError = error
        try Self.withSignalsUnblocked { try process.run() }
    }

    /// Starts a program from a thread that blocks no signal.
    ///
    /// Tests run on threads that block every signal, and a program inherits that: it would never see SIGTERM.
    private static func withSignalsUnblocked(_ start: () throws -> Void) rethrows {
        var none = sigset_t()
        var before = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try start()
    }

    /// Whether the program has not ended yet.
    public var isRunning: Bool { process.isRunning }

    /// What the program has written to standard output so far.
    public func outputSoFar() throws -> String { try text("output") }

    /// What the program has written to standard error so far.
    public func errorSoFar() throws -> String { try text("error") }

    /// Sends SIGINT, as Ctrl-C does.
    public func interrupt() { process.interrupt() }

    /// Sends SIGTERM, as a cluster does at the end of a job's time.
    public func terminate() { process.terminate() }

    /// Sends SIGKILL, which a program cannot see coming, as a power cut.
    public func killAtOnce() { kill(process.processIdentifier, SIGKILL) }

    /// Waits for the end and collects what was written.
    public func wait() throws -> ExecutableResult {
        process.waitUntilExit()
        for handle in handles { try handle.close() }
        let status = Int(process.terminationStatus)
        return try ExecutableResult(
            exitStatus: process.terminationReason == .uncaughtSignal ? 128 + status : status,
            standardOutput: text("output"), standardError: text("error"))
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder.path(name))), as: UTF8.self)
    }
}
