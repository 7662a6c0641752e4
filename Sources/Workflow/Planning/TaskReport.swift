/// What a finished task leaves behind, in `<fingerprint>.task.json`: what it was made of, what it kept, what it said.
public struct TaskReport: Sendable, Hashable, Codable {
    /// What one stage of the task did.
    public struct Stage: Sendable, Hashable, Codable {
        /// Id in the workflow.
        public var id: String
        /// Name of the stage.
        public var name: String
        /// Version of the stage.
        public var version: Int
        /// All parameters, as one line of JSON each.
        public var parameters: [String: String]
        /// What later stages asked of it; nil where none did, and in reports from before there were requests.
        public var requests: [PortRequest]?
        /// How long it took.
        public var seconds: Double
        /// Counts, set-asides, warnings and notes.
        public var entries: TaskEntries
    }

    /// A file the task read.
    public struct Input: Sendable, Hashable, Codable {
        /// Its kind.
        public var kind: InputKind
        /// Where it was.
        public var path: String
        /// What was in it.
        public var sha256: String
    }

    /// A task this one took values from.
    public struct Source: Sendable, Hashable, Codable {
        /// Its run, or nil.
        public var run: String?
        /// The port.
        public var port: PortName
        /// Its fingerprint.
        public var fingerprint: String
    }

    /// A value kept.
    public struct Artefact: Sendable, Hashable, Codable {
        /// The port.
        public var port: PortName
        /// Name of the file in `work`.
        public var file: String
        /// Its size.
        public var byteCount: Int
    }

    /// Fingerprint of the task.
    public var fingerprint: String
    /// What the task is called.
    public var label: TaskLabel
    /// The program that did it.
    public var program: ProgramInfo
    /// What its stages did, in order.
    public var stages: [Stage]
    /// The files it read.
    public var inputs: [Input]
    /// What it took from other tasks.
    public var sources: [Source]
    /// What it kept.
    public var artefacts: [Artefact]
    /// Files it wrote into the output folder, relative to it.
    public var outputs: [String]
    /// When it was begun, ISO 8601.
    public var started: String
    /// When it was finished, ISO 8601.
    public var finished: String
    /// How long it took.
    public var seconds: Double
}
