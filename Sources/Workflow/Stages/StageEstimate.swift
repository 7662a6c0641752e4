public import Foundations

/// What a stage expects of its work before any of it is done.
public struct StageEstimate: Sendable, Hashable, Codable {
    /// One thing that is expected.
    public struct Fact: Sendable, Hashable, Codable {
        /// What it is, such as `peptides`.
        public var name: String

        /// The figure, in ``unit``.
        public var value: Double

        /// Unit of the figure, such as `bytes` or `s`; nil for a count.
        public var unit: String?

        /// Whether the figure is known, not estimated.
        public var isExact: Bool

        /// The figure as a person reads it, no more precise than it is: `about 1.2 million`.
        public var text: String

        /// A fact whose words are given.
        public init(name: String, value: Double, unit: String? = nil, isExact: Bool, text: String) {
            self.name = name
            self.value = value
            self.unit = unit
            self.isExact = isExact
            self.text = text
        }

        /// Something that is counted.
        public static func count(_ name: String, _ value: Int, isExact: Bool, remark: String = "") -> Fact {
            let text = isExact ? value.grouped : Approximation.count(value)
            return Fact(name: name, value: Double(value), isExact: isExact, text: text + remark)
        }

        /// An amount of memory or disk.
        public static func bytes(_ name: String, _ size: ByteSize, remark: String = "") -> Fact {
            Fact(
                name: name, value: Double(size.bytes), unit: "bytes", isExact: false,
                text: Approximation.bytes(size) + remark)
        }

        /// How long something takes.
        public static func seconds(_ name: String, _ seconds: Double, remark: String = "") -> Fact {
            Fact(
                name: name, value: seconds, unit: "s", isExact: false, text: Approximation.duration(seconds) + remark)
        }
    }

    /// What is expected, in the order in which it is shown.
    public var facts: [Fact]

    /// An estimate.
    public init(facts: [Fact]) { self.facts = facts }
}

/// What a stage may know when it estimates its work.
public struct EstimateRequest: Sendable {
    /// The spectra files of the runs that are still to be done.
    public var spectra: [InputFile]

    /// All input files of the workflow.
    public var inputs: ResolvedInputs

    /// How many threads may work at once.
    public var jobs: Int

    /// The memory of all tasks together.
    public var memory: ByteSize

    /// What later stages ask of the stage: the options of each ``PortRequest``.
    public var requests: [PortName: String]

    /// What a stage may know.
    public init(
        spectra: [InputFile], inputs: ResolvedInputs, jobs: Int, memory: ByteSize, requests: [PortName: String] = [:]
    ) {
        self.spectra = spectra
        self.inputs = inputs
        self.jobs = jobs
        self.memory = memory
        self.requests = requests
    }
}
