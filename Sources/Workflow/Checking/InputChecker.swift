internal import Foundation

/// Finds the input files of a workflow and checks that they can be read.
struct InputChecker {
    /// What was found.
    struct Inputs {
        /// Absolute paths by kind.
        var files: [InputKind: [String]] = [:]
        /// Kinds that are needed and not given.
        var absent: [InputKind] = []
        /// Where each file was named.
        var places: [String: SourceLocation] = [:]
    }

    /// A pattern, where it was written, and the folder it is relative to.
    private struct Pattern {
        var text: String
        var location: SourceLocation
        var folder: String
    }

    /// A file and the place that named it.
    private struct Found {
        var path: String
        var location: SourceLocation
    }

    let log: DiagnosticLog
    let workflowPath: String

    /// The files, after the command line has replaced what it names. `reads` says which kinds a stage reads, `mayRead` which
    /// one perhaps reads.
    func check(
        _ inputs: LocatedValue.Member?, at place: SourceLocation, overrides: WorkflowOverrides, reads: Set<InputKind>,
        mayRead: Set<InputKind>
    ) -> Inputs {
        let members = members(of: inputs?.value)
        var result = Inputs()
        for kind in InputKind.allCases {
            let member = members[kind.rawValue]
            let patterns = overridden(kind, by: overrides) ?? patterns(of: member, kind: kind)
            let found = files(matching: patterns, kind: kind)
            if !patterns.isEmpty, !mayRead.contains(kind) {
                let message = "no stage reads '\(kind.rawValue)', so these files change nothing"
                log.warning(patterns[0].location, message)
            }
            if patterns.isEmpty, kind.isRequired, reads.contains(kind) {
                let location = member?.keyLocation ?? inputs?.keyLocation ?? place
                let unchecked = kind.pronoun == "it" ? "it was" : "they were"
                log.note(
                    location,
                    "the workflow names no \(kind.rawValue), so \(unchecked) not checked; give \(kind.pronoun) with "
                        + "--\(kind.rawValue) or under 'inputs:' when you run it")
                result.absent.append(kind)
            }
            if kind.isOneFile, found.count > 1 {
                log.error(found[1].location, "'\(kind.rawValue)' is one file, and this names \(found.count)")
            }
            for file in found { result.places[file.path] = file.location }
            result.files[kind] = kind == .spectra ? runs(found) : found.map(\.path)
        }
        return result
    }

    private func members(of inputs: LocatedValue?) -> [String: LocatedValue.Member] {
        guard let inputs, !inputs.isNull else { return [:] }
        return log.members(of: inputs, "'inputs'", keys: InputKind.allCases.map(\.rawValue)) ?? [:]
    }

    // MARK: Patterns

    private func overridden(_ kind: InputKind, by overrides: WorkflowOverrides) -> [Pattern]? {
        let texts: [String]? =
            switch kind {
            case .spectra: overrides.spectra
            case .proteins: overrides.proteins
            case .entrapment: overrides.entrapment
            case .samples: overrides.samples.map { [$0] }
            case .truth: overrides.truth.map { [$0] }
            case .contaminants: nil
            }
        let here = FileManager.default.currentDirectoryPath
        return texts?.map { Pattern(text: $0, location: .option("--\(kind.rawValue)"), folder: here) }
    }

    private func patterns(of member: LocatedValue.Member?, kind: InputKind) -> [Pattern] {
        guard let value = member?.value, !value.isNull else { return [] }
        let folder = URL(filePath: workflowPath).standardizedFileURL.deletingLastPathComponent().path
        return (value.elements ?? [value]).compactMap { element in
            log.text(of: element, "a file under '\(kind.rawValue)'")
                .map { Pattern(text: $0, location: element.location, folder: folder) }
        }
    }

    // MARK: Files

    private func files(matching patterns: [Pattern], kind: InputKind) -> [Found] {
        var places: [String: SourceLocation] = [:]
        var files: [Found] = []
        for pattern in patterns {
            if pattern.text == "-" {
                log.error(
                    pattern.location,
                    "'-', standard input, cannot be an input of a run, which reads files again to resume and verify; write it "
                        + "into a file and name that")
                continue
            }
            let paths = InputFileCheck.expand(pattern.text, in: pattern.folder)
            if paths.isEmpty {
                log.error(pattern.location, "'\(pattern.text)' matches no file in '\(pattern.folder)'")
            }
            for path in paths.map({ URL(filePath: $0).standardizedFileURL.path }) {
                if let earlier = places[path] {
                    log.warning(pattern.location, "'\(path)' is named twice, first at \(earlier); it is used once")
                } else if let problem = InputFileCheck.problem(with: path, "the file") {
                    log.error(pattern.location, problem)
                } else {
                    places[path] = pattern.location
                    files.append(Found(path: path, location: pattern.location))
                }
            }
        }
        return files
    }

    /// Spectra files ordered by name of the run, each of which is there once. Names that differ in case alone count as
    /// the same, because the tables go to systems that do not tell them apart.
    private func runs(_ files: [Found]) -> [String] {
        let ordered = files.sorted { RunName.precedes($0.path, $1.path) }
        var first: [String: String] = [:]
        for file in ordered {
            let name = RunName.of(path: file.path)
            if name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
                log.error(file.location, "the name of the run '\(name)' has a control character; rename the file")
            }
            if let earlier = first[name.lowercased()] {
                let other = RunName.of(path: earlier)
                let names =
                    other == name
                    ? "the same run name '\(name)'"
                    : "run names that differ in case alone, '\(other)' and '\(name)', which not every system tells apart"
                log.error(file.location, "'\(earlier)' and '\(file.path)' have \(names); rename one of them")
            } else {
                first[name.lowercased()] = file.path
            }
        }
        return ordered.map(\.path)
    }
}

extension InputKind {
    /// Whether a stage that reads this kind cannot run without it; a template may leave it to the command line.
    var isRequired: Bool {
        switch self {
        case .spectra, .proteins, .entrapment, .truth: true
        case .contaminants, .samples: false
        }
    }

    /// Whether there can be only one file of this kind.
    var isOneFile: Bool {
        switch self {
        case .samples, .truth: true
        case .spectra, .proteins, .contaminants, .entrapment: false
        }
    }

    /// What a sentence calls its files after it named the kind: `them`, or `it` where the name is no plural.
    var pronoun: String { isOneFile || self == .entrapment ? "it" : "them" }
}
