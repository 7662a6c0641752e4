import ProteinDatabase
import SpectrumIO

/// Inspections as people read them: a title, then one aligned line for each fact.
enum InspectionText {
    static func of(_ file: SpectrumFileInspection) -> String {
        var facts: [(String, String)] = []
        func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { facts.append((name, value)) } }
        add("format", "\(file.format) \(file.formatVersion ?? "")" + (file.isCompressed ? " (gzip)" : ""))
        add("instrument", file.instrument)
        add("software", file.software.joined(separator: ", "))
        add("run start", file.runStartTime)
        add("spectra", "\(file.spectra) with \(file.peaks) peaks or samples")
        for (number, level) in file.levels.sorted(by: { $0.key < $1.key }) {
            add(number == 0 ? "not understood" : "  MS\(number)", Self.text(level))
        }
        add("m/z", Self.range(file.mzRange, digits: 3, unit: "Th"))
        add("time", Self.range(file.retentionTimeRangeSeconds?.map { $0 / 60 }, digits: 2, unit: "min"))
        add("polarity", Self.counts(file.polarities))
        add("precursor charges", Self.charges(file.charges))
        add("activation", Self.counts(file.activations))
        add("isolation width", Self.widths(file.isolationWidths))
        add("set aside", Self.counts(file.setAside))
        if file.format != SpectrumFileFormat.mgf.rawValue { add("index", Self.words(file.index)) }
        add("checksum", file.checksum.map(Self.words))
        add("SHA-256", file.sha256)
        for problem in file.problems { add("problem", problem) }
        if file.problems.isEmpty { add("problems", "none") }
        return Self.layout(title: file.path, facts)
    }

    static func of(_ file: FASTAInspection) -> String {
        var facts = [("format", "FASTA"), ("proteins", "\(file.proteins)"), ("residues", "\(file.residues)")]
        if file.lengths.count == 3 {
            facts.append(("lengths", "\(file.lengths[0]) to \(file.lengths[2]), median \(file.lengths[1])"))
        }
        facts.append(("with gene name", "\(file.withGene)"))
        if !file.ambiguous.isEmpty { facts.append(("ambiguous residues", counts(file.ambiguous))) }
        let decoys = file.decoyPrefix.map { "\(file.decoyLike) accessions begin with '\($0)'" }
        facts.append(("decoys", decoys ?? "none seen"))
        for warning in file.warnings { facts.append(("note", warning)) }
        return layout(title: file.path, facts)
    }

    private static func text(_ level: SpectrumFileInspection.Level) -> String {
        var modes: [String] = []
        if level.centroid > 0 { modes.append("\(level.centroid) centroid") }
        if level.profile > 0 { modes.append("\(level.profile) profile") }
        let unlabelled = level.spectra - level.centroid - level.profile
        if unlabelled > 0 { modes.append("\(unlabelled) not labelled") }
        let peaks = level.peaks
        return "\(level.spectra) (\(modes.joined(separator: ", "))), "
            + "\(peaks.minimum) to \(peaks.maximum) peaks, median \(peaks.median)"
    }

    private static func range(_ bounds: [Double]?, digits: Int, unit: String) -> String? {
        guard let bounds, bounds.count == 2 else { return nil }
        return "\(rounded(bounds[0], digits)) to \(rounded(bounds[1], digits)) \(unit)"
    }

    private static func charges(_ charges: [Int: Int]) -> String {
        charges.sorted { $0.key < $1.key }
            .map { $0.key == 0 ? "not stated: \($0.value)" : "\($0.key)+: \($0.value)" }.joined(separator: ", ")
    }

    private static func words(_ claim: FileClaim) -> String {
        switch claim {
        case .absent: "none in the file"
        case .right: "right"
        case .wrong: "wrong"
        }
    }

    private static func widths(_ widths: [String: Int]) -> String {
        let most = widths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        let rest = widths.count > 5 ? " and \(widths.count - 5) others" : ""
        return most.map { "\($0.key) Th: \($0.value)" }.joined(separator: ", ") + rest
    }

    private static func counts(_ counts: [String: Int]) -> String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }

    private static func rounded(_ number: Double, _ digits: Int) -> Double {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        return (number * scale).rounded() / scale
    }

    private static func layout(title: String, _ facts: [(String, String)]) -> String {
        let width = facts.map(\.0.count).max() ?? 0
        let lines = facts.map { "  " + $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }
        return ([title] + lines).joined(separator: "\n") + "\n"
    }
}
