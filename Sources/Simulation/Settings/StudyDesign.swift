/// Which samples there are and which runs are made of them.
public struct StudyDesign: Sendable, Hashable {
    /// Samples that are alike but for the variance between individuals.
    public struct Group: Sendable, Hashable, Encodable {
        /// Name of the group, part of the names of its runs.
        public var name: String
        /// Number of its samples.
        public var samples: Int

        /// A group.
        public init(name: String, samples: Int) {
            self.name = name
            self.samples = samples
        }
    }

    /// One individual's sample.
    public struct Sample: Sendable, Hashable {
        /// Name of the sample: group and number.
        public var name: String
        /// Position of its group in ``StudyDesign/groups``.
        public var group: Int
    }

    /// One injection: one sample, or one for each channel of a set of isobaric tags.
    public struct Run: Sendable, Hashable {
        /// Name of the run and of its file, without extension.
        public var name: String
        /// Positions in ``StudyDesign/samples``; by channel where tags are used.
        public var samples: [Int]
        /// Which repetition of the same samples, from 1.
        public var technicalReplicate: Int
    }

    /// The groups; differences are stated against the first.
    public let groups: [Group]
    /// How often each sample, or set of tagged samples, is injected.
    public let technicalReplicates: Int
    /// Isobaric tags by which samples share a run; `nil` where each sample has runs of its own.
    public let tags: IsobaricTags?
    /// All samples, group by group.
    public let samples: [Sample]
    /// All runs, in the order they are made and written.
    public let runs: [Run]

    /// Lays out a study.
    ///
    /// - Precondition: at least one group, each with at least one sample; at least one replicate.
    public init(groups: [Group], technicalReplicates: Int = 1, tags: IsobaricTags? = nil) {
        precondition(!groups.isEmpty && groups.allSatisfy { $0.samples >= 1 } && technicalReplicates >= 1)
        self.groups = groups
        self.technicalReplicates = technicalReplicates
        self.tags = tags
        samples = groups.enumerated().flatMap { position, group in
            (1...group.samples).map { Sample(name: "\(group.name)_\($0)", group: position) }
        }
        runs = Self.runs(of: samples, replicates: technicalReplicates, tags: tags)
    }

    private static func runs(of samples: [Sample], replicates: Int, tags: IsobaricTags?) -> [Run] {
        var sets: [(name: String, samples: [Int])] = samples.indices.map { (samples[$0].name, [$0]) }
        if let tags {
            let order = alternating(samples)
            let starts = Array(stride(from: 0, to: order.count, by: tags.channels.count))
            sets = starts.enumerated().map { number, start in
                ("set_\(number + 1)", Array(order[start..<min(start + tags.channels.count, order.count)]))
            }
        }
        return sets.flatMap { set in
            (1...replicates).map { replicate in
                let suffix = replicates == 1 ? "" : "_\(replicate)"
                return Run(name: set.name + suffix, samples: set.samples, technicalReplicate: replicate)
            }
        }
    }

    /// Samples with the groups taken in turn, so that each set of tags holds samples of every group.
    private static func alternating(_ samples: [Sample]) -> [Int] {
        var seen: [Int: Int] = [:]
        let turns = samples.indices.map { position in
            let group = samples[position].group
            defer { seen[group, default: 0] += 1 }
            return (turn: seen[group, default: 0], group: group, position: position)
        }
        return turns.sorted { ($0.turn, $0.group) < ($1.turn, $1.group) }.map(\.position)
    }
}
