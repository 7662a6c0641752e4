internal import SpectrumModel

/// The spectra of a file as a tab-separated table: a line for each in the order of the file, those set aside as well.
///
/// A field is empty where the file does not state the value, or where a spectrum that was set aside has none. Numbers
/// have the fewest digits that read back to the same number. A spectrum with several precursors has one entry for each in
/// the columns of precursors, joined by `;`. Control characters in identifiers become spaces.
public enum SpectrumTable {
    /// Names of the columns, in their order.
    ///
    /// - `index`: position in the file, counted from 0. `native_id`: `index=N` where the file has none. `scan_number`:
    ///   where the file or the identifier states one.
    /// - `ms_level`: 0 where the spectrum was not understood. `signal`: `centroid`, `profile` or `unknown`.
    ///   `retention_time_seconds`: start of the scan. `polarity`: `positive` or `negative`.
    /// - `precursor_mz` in Th; `precursor_charge`; `precursor_possible_charges`, joined by `,`, where the file offers
    ///   several instead of a charge; `isolation_lower_mz` and `isolation_upper_mz`: edges of the window in Th, its target
    ///   less and plus the stated offsets; `activation`: methods, joined by `+`; `precursor_spectrum_id`: native
    ///   identifier of the spectrum the ion was selected in.
    /// - `peaks`: number of peaks or samples. `lowest_mz`, `highest_mz`, `base_peak_mz` in Th; `base_peak_intensity`: of
    ///   the most intense peak, the first of equals; `total_ion_current`: the sum of the intensities as they were read,
    ///   added one after the other in order of m/z, whatever the file states. All of them from the peaks in order of m/z.
    /// - `set_aside`: why the spectrum cannot be used, a ``SetAsideReason``.
    /// - `peaks_crc32`: CRC-32 (ISO 3309, that of zlib) of all m/z and then all intensities, each as a little-endian IEEE
    ///   double of 64 bits, in order of m/z, as a decimal number. Numbers of 32 bits are widened, which is exact.
    public static let columns = [
        "index", "native_id", "scan_number", "ms_level", "signal", "retention_time_seconds", "polarity", "precursor_mz",
        "precursor_charge", "precursor_possible_charges", "isolation_lower_mz", "isolation_upper_mz", "activation",
        "precursor_spectrum_id", "peaks", "lowest_mz", "highest_mz", "base_peak_mz", "base_peak_intensity",
        "total_ion_current", "set_aside", "peaks_crc32",
    ]

    /// Reads a file and hands over its table piece by piece, so that memory does not grow with the file.
    ///
    /// - Parameters:
    ///   - path: an mzML, mzXML, MGF or MS2 file, plain or gzip.
    ///   - jobs: workers that decode at once; the table is the same for any number.
    ///   - deliver: takes the next whole lines, the first piece beginning with the names of the columns.
    /// - Returns: the account of the file.
    /// - Throws: ``SpectrumReadError``, when the lines before the damage have been delivered; what `deliver` throws;
    ///   `CancellationError`.
    public static func write(
        _ path: String, jobs: Int, deliver: @escaping @Sendable (String) async throws -> Void
    ) async throws -> SpectrumFileSummary {
        let file = try SpectrumFile(path: path)
        try await deliver(columns.joined(separator: "\t") + "\n")
        return try await file.read(
            jobs: jobs, acceptingFewerSpectra: true, transform: { lines(of: $0.spectra) }, deliver: deliver)
    }

    private static func lines(of spectra: [ReadSpectrum]) -> String {
        var lines = ""
        for entry in spectra {
            var line = SpectrumTableLine()
            switch entry {
            case .spectrum(let spectrum): line.add(spectrum)
            case .setAside(let summary, _, _): line.add(summary)
            }
            precondition(line.fieldCount == columns.count, "A line has a field for each column.")
            lines += line.text
            lines += "\n"
        }
        return lines
    }
}
