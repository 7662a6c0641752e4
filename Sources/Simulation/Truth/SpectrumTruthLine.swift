/// One line of `truth.spectra.tsv`, taken apart and read field by field.
struct SpectrumTruthLine {
    private typealias Column = SpectrumTruthTable.Column

    private let path: String
    private let number: Int
    private let fields: [String]

    /// Takes a line apart at its tabs.
    init(_ bytes: [UInt8], path: String, number: Int) throws(SpectrumTruthError) {
        // Some editors put a byte order mark in front of UTF-8 text.
        let text = number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let line = String(validating: text, as: UTF8.self) else { throw .notUTF8(path: path, line: number) }
        self.path = path
        self.number = number
        fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }

    /// Compares the line with the names of the columns.
    func checkHeader() throws(SpectrumTruthError) {
        for (index, column) in Column.allCases.enumerated() {
            let found = index < fields.count ? fields[index] : nil
            if found != column.rawValue {
                throw .wrongHeader(path: path, position: index + 1, expected: column.rawValue, found: found)
            }
        }
        if fields.count > Column.allCases.count {
            let position = Column.allCases.count
            throw .wrongHeader(path: path, position: position + 1, expected: nil, found: fields[position])
        }
    }

    /// Reads the line as a row.
    func component() throws(SpectrumTruthError) -> SpectrumComponent {
        guard fields.count == Column.allCases.count else {
            throw .wrongFieldCount(
                path: path, line: number, found: fields.count, expected: Column.allCases.count)
        }
        let origin = try origin()
        let minutes = try decimal(.retentionTime, in: 0...Double.greatestFiniteMagnitude, "a number of minutes")
        var component = SpectrumComponent(
            noiseIn: try text(.run, "the name of a run"),
            spectrumID: try text(.spectrumID, "the identifier of a spectrum"),
            scanNumber: isEmpty(.scan) ? nil : try integer(.scan, in: 0...Int.max, "a scan number, or nothing"),
            retentionTimeSeconds: minutes * 60, statedMZ: try mz(.statedMZ),
            statedCharge: isEmpty(.statedCharge) ? nil : try charge(.statedCharge))
        component.isotopeOffset = try integer(.isotopeOffset, in: Int.min...Int.max, "a whole number of isotope peaks")
        component.component = try integer(.component, in: 1...Int.max, "a whole number from 1 on")
        component.origin = origin
        if origin == .noise { try requireNoPeptide() } else { try readPeptide(into: &component) }
        return component
    }

    private func readPeptide(into component: inout SpectrumComponent) throws(SpectrumTruthError) {
        component.share = try decimal(.share, in: 0...1, "a number from 0 to 1")
        component.peptidoform = try text(.peptidoform, "a peptidoform in ProForma notation")
        component.sequence = try text(.sequence, "a sequence of one-letter residues")
        component.charge = try charge(.charge)
        component.monoisotopicMZ = try mz(.monoisotopicMZ)
        component.fragmentPeaks = try integer(.fragmentPeaks, in: 0...Int.max, "a number of peaks")
        component.proteins = try proteins(of: component.origin)
    }

    private func origin() throws(SpectrumTruthError) -> SpectrumComponent.Origin {
        guard let origin = SpectrumComponent.Origin(rawValue: field(.origin)) else {
            throw wrong(.origin, "'database', 'foreign' or 'noise'")
        }
        return origin
    }

    /// A peptide of the FASTA names its proteins, and a foreign one has none to name.
    private func proteins(of origin: SpectrumComponent.Origin) throws(SpectrumTruthError) -> [String] {
        let accessions = field(.proteins).split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        switch origin {
        case .database where isEmpty(.proteins) || accessions.contains(""):
            throw wrong(.proteins, "accessions joined by ';', since the origin is 'database'")
        case .foreign, .noise:
            if !isEmpty(.proteins) { throw wrong(.proteins, "nothing, since the origin is '\(origin.rawValue)'") }
            return []
        case .database:
            return accessions
        }
    }

    /// Whoever writes a peptide beside `noise` means something else than what would be read.
    private func requireNoPeptide() throws(SpectrumTruthError) {
        for column in Column.allCases[(Column.origin.index + 1)...] where !isEmpty(column) {
            throw wrong(column, "nothing, since the origin is 'noise'")
        }
    }

    // MARK: Fields

    private func field(_ column: Column) -> String { fields[column.index] }

    private func isEmpty(_ column: Column) -> Bool { field(column).isEmpty }

    private func text(_ column: Column, _ expected: String) throws(SpectrumTruthError) -> String {
        guard !isEmpty(column) else { throw wrong(column, expected) }
        return field(column)
    }

    private func integer(
        _ column: Column, in range: ClosedRange<Int>, _ expected: String
    ) throws(SpectrumTruthError) -> Int {
        guard let value = Int(field(column)), range.contains(value) else { throw wrong(column, expected) }
        return value
    }

    private func decimal(
        _ column: Column, in range: ClosedRange<Double>, _ expected: String
    ) throws(SpectrumTruthError) -> Double {
        guard let value = Double(field(column)), range.contains(value) else { throw wrong(column, expected) }
        return value
    }

    private func mz(_ column: Column) throws(SpectrumTruthError) -> Double {
        try decimal(column, in: Double.leastNormalMagnitude...Double.greatestFiniteMagnitude, "an m/z above 0")
    }

    private func charge(_ column: Column) throws(SpectrumTruthError) -> Int {
        try integer(column, in: 1...100, "a charge from 1 to 100")
    }

    private func wrong(_ column: Column, _ expected: String) -> SpectrumTruthError {
        .wrongValue(
            path: path, line: number, column: column.rawValue, value: field(column), expected: expected)
    }
}
