import Foundations
import ProteinDatabase
import SpectrumIO
import SpectrumModel

/// Inspections as people read them.
enum InspectionText {
    /// - Parameter isUnicode: whether the picture of the chromatogram may use block characters.
    static func of(_ file: SpectrumFileInspection, isUnicode: Bool) -> String {
        var sheet = FactSheet(title: file.path)
        addOrigin(of: file, to: &sheet)
        addSpectra(of: file, to: &sheet)
        addFragments(of: file, to: &sheet)
        addStorage(of: file, to: &sheet)
        sheet.addAbsent()
        for problem in file.problems { sheet.add("problem", problem) }
        if file.problems.isEmpty { sheet.add("problems", "none") }
        if let chromatogram = file.chromatogram, let picture = ChromatogramPicture(chromatogram) {
            sheet.add(picture: [""] + picture.lines(isUnicode: isUnicode))
        }
        return sheet.text
    }

    static func of(_ file: FASTAInspection) -> String {
        var sheet = FactSheet(title: file.path)
        sheet.add("format", "FASTA")
        sheet.add("proteins", file.proteins.grouped)
        sheet.add("residues", file.residues.grouped)
        if file.lengths.count == 3 {
            let lengths = file.lengths.map(\.grouped)
            sheet.add("lengths", "\(lengths[0]) to \(lengths[2]), median \(lengths[1])")
        }
        sheet.add("with gene name", file.withGene.grouped)
        let ambiguous = file.ambiguous.sorted { $0.key < $1.key }
        sheet.add("ambiguous residues", ambiguous.map { "\($0.key): \($0.value.grouped)" }.joined(separator: ", "))
        let decoys = file.decoyPrefix.map { "\(file.decoyLike.grouped) accessions begin with '\($0)'" }
        sheet.add("decoys", decoys ?? "none seen")
        for warning in file.warnings { sheet.add("note", warning) }
        return sheet.text
    }

    // MARK: - Parts

    private static func addOrigin(of file: SpectrumFileInspection, to sheet: inout FactSheet) {
        sheet.add(
            "format",
            ([file.formatName] + [file.formatVersion].compactMap { $0 }).joined(separator: " ")
                + (file.isCompressed ? ", gzip" : ""))
        sheet.add("made from", list(file.sourceFiles, limit: 3))
        sheet.addExpected("software", list(file.software.withoutRepeats, limit: 4))
        sheet.add("processing", list(file.processing, limit: 6))
        // The term that all models are below says nothing; mzXML has a length of time there, and no date.
        sheet.addExpected("instrument", file.instrument.flatMap { $0 == "instrument model" ? nil : $0 })
        sheet.addExpected("run start", file.runStartTime.flatMap { $0.hasPrefix("P") ? nil : $0 })
    }

    private static func addSpectra(of file: SpectrumFileInspection, to sheet: inout FactSheet) {
        sheet.add("spectra", "\(file.spectra.grouped) with \(file.peaks.grouped) peaks or samples")
        for (number, level) in file.levels.sorted(by: { $0.key < $1.key }) {
            sheet.add(number == 0 ? "  no level" : "  MS\(number)", text(level))
        }
        sheet.add("set aside", shares(file.setAside.map { ($0.key, $0.value) }, of: file.spectra, alwaysCounted: true))
        if let range = file.mzRange {
            sheet.add("m/z", "\(range[0].grouped(digits: 3)) to \(range[1].grouped(digits: 3)) Th")
        }
        sheet.addExpected("time", time(of: file))
        sheet.addExpected("polarity", stated(file.polarities))
        for mobility in file.ionMobility { sheet.add("ion mobility", text(mobility)) }
    }

    private static func addFragments(of file: SpectrumFileInspection, to sheet: inout FactSheet) {
        let fragments = file.charges.values.reduce(0, +)
        guard fragments > 0 else { return }
        sheet.addExpected("precursor charge", charges(of: file, fragments: fragments))
        sheet.addExpected("activation", stated(file.activations.renamed(methods)))
        sheet.addExpected("isolation width", stated(file.isolationWidths.renamed { "\($0) Th" }))
        for finding in file.reporterIons where finding.isNotable {
            let share = finding.spectra.percent(of: finding.spectraLookedAt)
            sheet.add(
                "reporter ions",
                "\(finding.tags), in \(share) of \(finding.spectraLookedAt.grouped) MS\(finding.msLevel)")
        }
    }

    private static func addStorage(of file: SpectrumFileInspection, to sheet: inout FactSheet) {
        sheet.add("arrays", file.arrays.map(text).joined(separator: ", "))
        for array in file.extraArrays { sheet.add("further array", text(array)) }
        guard file.format == SpectrumFileFormat.mzML.rawValue || file.format == SpectrumFileFormat.mzXML.rawValue else {
            sheet.add("SHA-256", file.sha256)
            return
        }
        sheet.add("index", words(file.index))
        sheet.add("checksum", file.checksum.map(words))
        sheet.add("SHA-256", file.sha256)
    }

    // MARK: - Facts

    private static func text(_ level: SpectrumFileInspection.Level) -> String {
        let unlabelled = level.spectra - level.centroid - level.profile - level.setAside
        let modes = [
            (level.centroid, "centroid"), (level.profile, "profile"), (unlabelled, "not labelled"),
            (level.setAside, "set aside"),
        ].filter { $0.0 > 0 }
        let mode = modes.count == 1 ? modes[0].1 : modes.map { "\($0.0.grouped) \($0.1)" }.joined(separator: ", ")
        guard level.setAside < level.spectra else { return "\(level.spectra.grouped) \(mode)" }
        let peaks = level.peaks
        let spread =
            peaks.minimum == peaks.maximum
            ? "\(peaks.minimum.grouped) peak\(peaks.minimum == 1 ? "" : "s")"
            : "\(peaks.minimum.grouped) to \(peaks.maximum.grouped) peaks, median \(peaks.median.grouped)"
        return "\(level.spectra.grouped) \(mode); \(spread)"
    }

    private static func text(_ mobility: SpectrumFileInspection.IonMobilityFinding) -> String {
        let (name, unit) =
            switch IonMobility.Quantity(rawValue: mobility.quantity) {
            case .inverseReducedMobility: ("1/K0", "V s/cm2")
            case .driftTime: ("drift time", "ms")
            case .compensationVoltage: ("FAIMS compensation voltage", "V")
            case nil: (mobility.quantity, "")
            }
        let isFew = (1...8).contains(mobility.values.count)
        let values =
            isFew
            ? mobility.values.map { "\($0.value.plain)" }.joined(separator: ", ")
            : "\(mobility.range[0].plain) to \(mobility.range[1].plain)"
        return "\(name) \(values) \(unit) in \(mobility.spectra.grouped) spectra"
    }

    private static func text(_ array: SpectrumFileInspection.ArrayFinding) -> String {
        [
            array.content == "other" ? "others" : array.content, array.numberType,
            array.compression == "none" ? "not compressed" : array.compression,
        ]
        .compactMap { $0 }.joined(separator: " ")
    }

    private static func text(_ array: SpectrumFileInspection.ExtraArrayFinding) -> String {
        let range = array.range.map { ", \($0[0].plain) to \($0[1].plain)" + (array.unit.map { " \($0)" } ?? "") } ?? ""
        return "\(array.name) in \(array.spectra.grouped) spectra\(range)"
    }

    /// Dissociation methods as the field writes them.
    private static func methods(_ names: String) -> String {
        let written = names.split(separator: "+").map { name in
            switch DissociationMethod(rawValue: String(name)) {
            case .ethcd: "EThcD"
            case .other, nil: String(name)
            default: name.uppercased()
            }
        }
        return written.joined(separator: "+")
    }

    private static func time(of file: SpectrumFileInspection) -> String? {
        guard let range = file.retentionTimeRangeSeconds?.map({ $0 / 60 }) else { return nil }
        let without = file.withoutRetentionTime
        return "\(range[0].grouped(digits: 2)) to \(range[1].grouped(digits: 2)) min"
            + (without > 0 ? ", not stated for \(without.grouped) spectra" : "")
    }

    private static func charges(of file: SpectrumFileInspection, fragments: Int) -> String? {
        let unknown = (file.charges[0] ?? 0) - file.possibleChargesAlone
        guard unknown < fragments else { return nil }
        var parts = file.charges.filter { $0.key != 0 }.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value) }
        if file.possibleChargesAlone > 0 { parts.append(("several possible", file.possibleChargesAlone)) }
        if unknown > 0 { parts.append((SpectrumFileInspection.notStated, unknown)) }
        return parts.map { "\($0.0): \($0.1.percent(of: fragments))" }.joined(separator: ", ")
    }

    private static func words(_ claim: FileClaim) -> String {
        switch claim {
        case .absent: "none in the file"
        case .right: "right"
        case .wrong: "wrong"
        }
    }

    // MARK: - Lists

    /// What is stated, with shares where it is not the same for all; `nil` where nothing is stated.
    private static func stated(_ counts: [String: Int]) -> String? {
        guard counts.contains(where: { $0.key != SpectrumFileInspection.notStated }) else { return nil }
        return shares(counts.map { ($0.key, $0.value) }, of: counts.values.reduce(0, +), alwaysCounted: false)
    }

    /// The most frequent values first, five of them.
    private static func shares(_ counts: [(String, Int)], of whole: Int, alwaysCounted: Bool) -> String {
        if counts.count == 1, !alwaysCounted { return counts[0].0 }
        let sorted = counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        let shown = sorted.prefix(5).map { "\($0.0): \($0.1.grouped) (\($0.1.percent(of: whole)))" }
        return shown.joined(separator: ", ") + (sorted.count > 5 ? " and \(sorted.count - 5) others" : "")
    }

    private static func list(_ names: [String], limit: Int) -> String {
        names.prefix(limit).joined(separator: ", ") + (names.count > limit ? " and \(names.count - limit) others" : "")
    }
}

extension [String] {
    /// The first of each.
    fileprivate var withoutRepeats: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

extension [String: Int] {
    /// The counts under other names, except what is not stated.
    fileprivate func renamed(_ name: (String) -> String) -> [String: Int] {
        reduce(into: [:]) { renamed, entry in
            let isKept = entry.key == SpectrumFileInspection.notStated || entry.key == "others"
            renamed[isKept ? entry.key : name(entry.key), default: 0] += entry.value
        }
    }
}

extension Double {
    /// The number rounded to four digits after the point, without zeros at its end.
    fileprivate var plain: String {
        let rounded = (self * 1e4).rounded() / 1e4
        return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? Int(rounded).grouped : "\(rounded)"
    }
}

extension SpectrumFileInspection {
    /// The format as people write it.
    var formatName: String {
        [.mgf, .ms2].contains(SpectrumFileFormat(rawValue: format)) ? format.uppercased() : format
    }
}
