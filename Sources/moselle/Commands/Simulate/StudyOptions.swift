import ArgumentParser
import Simulation

/// Options of `simulate` about samples and runs.
struct StudyOptions: ParsableArguments {
    @Option(
        name: .customLong("groups"),
        help: ArgumentHelp(
            "A group and the number of its samples; may be repeated. Differences are stated against the first.",
            valueName: "name=samples"))
    var groups: [GroupArgument] = []

    @Option(help: "How often each sample is measured.")
    var technicalReplicates = 1

    @Option(
        help: ArgumentHelp(
            "Label samples with isobaric tags, so that several share a run: "
                + IsobaricTags.all.map(\.name).joined(separator: ", ") + ".",
            valueName: "tags"))
    var tmt: String?

    func validate() throws {
        guard (1...1_000).contains(technicalReplicates) else {
            throw ValidationError("--technical-replicates has to be between 1 and 1000.")
        }
        let names = groups.map(\.name)
        if let repeated = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw ValidationError("The group '\(repeated)' is named twice.")
        }
    }

    /// The study; a single sample where no group is named.
    func design() throws -> StudyDesign {
        let named = groups.map { StudyDesign.Group(name: $0.name, samples: $0.samples) }
        return StudyDesign(
            groups: named.isEmpty ? [StudyDesign.Group(name: "sample", samples: 1)] : named,
            technicalReplicates: technicalReplicates, tags: try tags())
    }

    private func tags() throws -> IsobaricTags? {
        guard let tmt else { return nil }
        guard let tags = IsobaricTags.named(tmt) else {
            let known = IsobaricTags.all.map(\.name).joined(separator: ", ")
            throw SimulationError.settings("There are no tags called '\(tmt)'; known are \(known).")
        }
        return tags
    }
}

/// A group as the command line has it: `case=3`.
struct GroupArgument: ExpressibleByArgument {
    let name: String
    let samples: Int

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        let isName = parts[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
        guard parts.count == 2, !parts[0].isEmpty, isName, let samples = Int(parts[1]), (1...10_000) ~= samples else {
            return nil
        }
        name = String(parts[0])
        self.samples = samples
    }
}
