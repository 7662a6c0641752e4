import Foundations
import SpectrumModel

/// Keeps the account of a run's spectra in an artefact of kind `spectrum-table`.
///
/// What a file does not state is NaN in a column of numbers and -1 in a column of whole numbers. Ions that were isolated
/// together with first precursors have a table of their own, which names the rows of their spectra.
enum SpectrumTableArtefact {
    private static let kind = "spectrum-table"
    private static let version = 3

    private static let table = RowTable<SpectrumSummary>(
        "spectra",
        [
            .text("native_id", "native identifier, index=N where the file has none", \.nativeID),
            .int("scan", "scan number, -1 where not stated") { $0.scanNumber ?? -1 },
            .int("ms_level", "MS level, 0 where not understood", \.msLevel),
            .number("retention_time", unit: "s", "start of the scan, NaN where not stated") {
                $0.retentionTimeSeconds ?? .nan
            },
            .int("peaks", "peaks after picking", \.peakCount),
            .number("total_ion_current", unit: "counts", "sum of the intensities", \.totalIonCurrent),
            .number("precursor_mz", unit: "Th", "first precursor, NaN where there is none") { $0.precursorMZ ?? .nan },
            .int("precursor_charge", "first precursor, -1 where not stated") { $0.precursorCharge ?? -1 },
            .number("refined_precursor_mz", unit: "Th", "first precursor in MS1, NaN where as stated") {
                $0.refinement?.mz ?? .nan
            },
            .int("refined_precursor_charge", "first precursor in MS1, -1 where as stated") {
                $0.refinement?.charge ?? -1
            },
            .list("possible_charges", "first precursor, where several are stated or left open", \.possibleCharges),
            .number("precursor_purity", "share of the isolation window, NaN where not known") {
                $0.refinement?.purity ?? .nan
            },
            .text("set_aside", "why the spectrum was set aside, empty where it was not") {
                $0.setAside?.rawValue ?? ""
            },
        ])

    /// An ion of the isolation window of a spectrum.
    private struct Companion {
        var spectrum: Int
        var ion: CoIsolatedIon
    }

    private static let companions = RowTable<Companion>(
        "co_isolated_ions",
        [
            .int("spectrum", "row of the spectrum in the table spectra", \.spectrum),
            .number("mz", unit: "Th", "monoisotopic peak, which may lie outside of the window", \.ion.mz),
            .int("charge", "charge", \.ion.charge),
            .number("share", "share of the isolation window", \.ion.share),
        ])

    /// Writes an artefact.
    static func write(_ spectra: [SpectrumSummary], to path: String) throws {
        let schema = ArtefactSchema(kind: kind, version: version, tables: [table.schema, companions.schema])
        let writer = try ArtefactWriter(path: path, schema: schema)
        try table.append(spectra, to: writer)
        let ions = spectra.enumerated().flatMap { row, spectrum in
            (spectrum.refinement?.coIsolated ?? []).map { Companion(spectrum: row, ion: $0) }
        }
        try companions.append(ions, to: writer)
        try writer.finish()
    }

    /// Reads an artefact.
    static func read(_ path: String) throws -> [SpectrumSummary] {
        let reader = try ArtefactReader(path: path, kind: kind, version: version)
        var spectra = try table.rows(of: reader) { (group) throws(ArtefactError) in try rows(of: group, in: reader) }
        for index in spectra.indices { spectra[index].index = index }
        for companion in try companions.rows(of: reader, companions(of:)) {
            guard spectra.indices.contains(companion.spectrum), spectra[companion.spectrum].refinement != nil else {
                throw companions.damage(in: reader, "no ion was looked for in the spectrum \(companion.spectrum)")
            }
            spectra[companion.spectrum].refinement?.coIsolated.append(companion.ion)
        }
        return spectra
    }

    private static func companions(of group: ArtefactRowGroup) throws(ArtefactError) -> [Companion] {
        let (spectra, mz) = (try group.int("spectrum"), try group.float64("mz"))
        let (charges, shares) = (try group.int("charge"), try group.float64("share"))
        return (0..<group.rowCount).map { row in
            Companion(
                spectrum: spectra[row], ion: CoIsolatedIon(mz: mz[row], charge: charges[row], share: shares[row]))
        }
    }

    /// The spectra of a row group, numbered from 0.
    private static func rows(
        of group: ArtefactRowGroup, in reader: ArtefactReader
    ) throws(ArtefactError) -> [SpectrumSummary] {
        let (ids, scans, levels) = (try group.strings("native_id"), try group.int("scan"), try group.int("ms_level"))
        let (times, peaks) = (try group.float64("retention_time"), try group.int("peaks"))
        let (currents, mz) = (try group.float64("total_ion_current"), try group.float64("precursor_mz"))
        let (refinedMZ, refinedCharges) = (
            try group.float64("refined_precursor_mz"), try group.int("refined_precursor_charge")
        )
        let possible = try group.intLists("possible_charges")
        let purities = try group.float64("precursor_purity")
        let (charges, reasons) = (try group.int("precursor_charge"), try group.strings("set_aside"))
        if let unknown = reasons.first(where: { !$0.isEmpty && SetAsideReason(rawValue: $0) == nil }) {
            throw table.damage(in: reader, "the reason '\(unknown)' is not known")
        }
        return (0..<group.rowCount).map { row in
            SpectrumSummary(
                index: row, nativeID: ids[row], scanNumber: scans[row] < 0 ? nil : scans[row], msLevel: levels[row],
                retentionTimeSeconds: times[row].isNaN ? nil : times[row], peakCount: peaks[row],
                totalIonCurrent: currents[row], precursorMZ: mz[row].isNaN ? nil : mz[row],
                precursorCharge: charges[row] < 0 ? nil : charges[row], possibleCharges: possible[row],
                refinement: refinedMZ[row].isNaN
                    ? nil
                    : PrecursorRefinement(
                        mz: refinedMZ[row], charge: refinedCharges[row],
                        purity: purities[row].isNaN ? nil : purities[row]),
                setAside: SetAsideReason(rawValue: reasons[row]))
        }
    }
}
