import PeptideSearch
import Simulation
import SpectrumModel

/// What is true of each MS2 spectrum of the runs compared.
///
/// Making it holds the table against the runs: every row belongs to a spectrum with the same precursor, and every MS2
/// spectrum has rows. A table made for other runs would otherwise turn a good search into a bad one.
struct KnownSpectra {
    /// A spectrum: the components by their number, so that the selected ion is the first.
    struct Spectrum {
        /// The ion that was selected.
        var selected: SpectrumComponent
        /// What was isolated with it.
        var others: [SpectrumComponent]

        /// All components that are peptides of the FASTA.
        var identifiable: [SpectrumComponent] { ([selected] + others).filter { $0.origin == .database } }
    }

    /// The spectra of each run, by position of the run among those compared and by position of the spectrum in its file.
    let spectra: [[Int: Spectrum]]

    /// Largest distance in Th of the precursor in file and table: formats write fewer digits than the table has.
    private static let precursorTolerance = 0.01

    /// Joins runs and truth.
    ///
    /// - Parameters:
    ///   - runs: evidence of the runs compared, in their order.
    ///   - components: the rows of the table, in any order; rows of other runs are left out.
    init(runs: [PSMReport.RunEvidence], components: [SpectrumComponent]) throws(TruthComparisonError) {
        var rows: [String: [SpectrumComponent]] = [:]
        for component in components { rows[component.run, default: []].append(component) }
        let unknown = runs.map(\.matches.run).filter { rows[$0] == nil }
        guard unknown.isEmpty else { throw .unknownRuns(unknown, known: rows.keys.sorted()) }
        var spectra: [[Int: Spectrum]] = []
        for run in runs { spectra.append(try Self.join(run, rows[run.matches.run] ?? [])) }
        self.spectra = spectra
    }

    /// Finds the spectrum of each row, and sees that none is left over on either side.
    private static func join(
        _ run: PSMReport.RunEvidence, _ rows: [SpectrumComponent]
    ) throws(TruthComparisonError) -> [Int: Spectrum] {
        let name = run.matches.run
        let positions = try positions(of: run)
        var components: [Int: [SpectrumComponent]] = [:]
        var absent: [String] = []
        for row in rows {
            guard let position = positions[row.spectrumID] else {
                absent.append(row.spectrumID)
                continue
            }
            if let mz = run.spectra[position].precursorMZ, abs(mz - row.statedMZ) > precursorTolerance {
                throw .otherPrecursor(
                    run: name, spectrumID: row.spectrumID, fileMZ: mz, tableMZ: row.statedMZ)
            }
            components[position, default: []].append(row)
        }
        if let first = absent.first { throw .absentSpectra(run: name, count: Set(absent).count, first: first) }
        let unknown = run.spectra.indices.filter { run.spectra[$0].msLevel == 2 && components[$0] == nil }
        if let first = unknown.first {
            throw .unknownSpectra(run: name, count: unknown.count, first: run.spectra[first].nativeID)
        }
        var known: [Int: Spectrum] = [:]
        for position in components.keys.sorted() {
            known[position] = try spectrum(of: components[position] ?? [])
        }
        return known
    }

    private static func positions(of run: PSMReport.RunEvidence) throws(TruthComparisonError) -> [String: Int] {
        var positions: [String: Int] = [:]
        for (position, spectrum) in run.spectra.enumerated()
        where positions.updateValue(position, forKey: spectrum.nativeID) != nil {
            throw .repeatedIdentifier(run: run.matches.run, spectrumID: spectrum.nativeID)
        }
        return positions
    }

    private static func spectrum(of rows: [SpectrumComponent]) throws(TruthComparisonError) -> Spectrum {
        let rows = rows.sorted { $0.component < $1.component }
        guard rows.map(\.component) == Array(1...rows.count) else {
            throw .wrongComponents(
                run: rows[0].run, spectrumID: rows[0].spectrumID, numbers: rows.map(\.component))
        }
        return Spectrum(selected: rows[0], others: Array(rows.dropFirst()))
    }
}
