internal import SpectrumModel

/// The last step of every reader: checks the peaks, orders them, and builds the spectrum or says why not.
struct SpectrumFinisher {
    /// Small problems of the spectra finished so far.
    var notes = SpectrumNotes()

    /// The finished spectrum: `draft` with the two arrays, which must be of equal length, finite and without negative
    /// m/z; ordered by m/z where they are not (equal m/z keep their order). Extra arrays, which `draft` has already, are
    /// ordered with them; those of another length are left out.
    mutating func finish(
        _ draft: consuming Spectrum, mz: [Double], intensities: [Double], byteOffset: Int
    ) -> ReadSpectrum {
        var spectrum = draft
        if spectrum.dropInfiniteNumbers() { notes.add(.notFiniteNumber, index: spectrum.index) }
        guard mz.count == intensities.count else {
            let message = "\(mz.count) m/z values but \(intensities.count) intensities"
            return Self.setAside(spectrum, .arrayLengthMismatch, message, byteOffset)
        }
        if let message = Self.invalidValue(mz, intensities) {
            return Self.setAside(spectrum, .invalidValues, message, byteOffset)
        }
        if intensities.withUnsafeBufferPointer({ $0.contains { $0 < 0 } }) {
            notes.add(.negativeIntensities, index: spectrum.index)
        }
        if !spectrum.extraArrays.isEmpty { leaveOutMisfits(of: &spectrum, peakCount: mz.count) }
        if Self.isAscending(mz) {
            spectrum.mz = mz
            spectrum.intensities = intensities
        } else {
            notes.add(.unsortedPeaks, index: spectrum.index)
            let order = mz.indices.sorted { mz[$0] != mz[$1] ? mz[$0] < mz[$1] : $0 < $1 }
            spectrum.mz = order.map { mz[$0] }
            spectrum.intensities = order.map { intensities[$0] }
            for position in spectrum.extraArrays.indices {
                let values = spectrum.extraArrays[position].values
                spectrum.extraArrays[position].values = order.map { values[$0] }
            }
        }
        return .spectrum(spectrum)
    }

    private mutating func leaveOutMisfits(of spectrum: inout Spectrum, peakCount: Int) {
        for array in spectrum.extraArrays where array.values.count != peakCount {
            let detail = "array \"\(array.name)\": \(array.values.count) values for \(peakCount) peaks"
            notes.add(.extraArrayLeftOut, index: spectrum.index, detail: detail)
        }
        spectrum.extraArrays.removeAll { $0.values.count != peakCount }
    }

    /// The account of a spectrum that is given up.
    static func setAside(
        _ draft: Spectrum, _ reason: SetAsideReason, _ message: String, _ byteOffset: Int
    ) -> ReadSpectrum {
        var spectrum = draft
        _ = spectrum.dropInfiniteNumbers()
        return .setAside(
            SpectrumSummary(of: spectrum, setAside: reason),
            message: "spectrum \"\(draft.nativeID)\" at byte \(byteOffset): \(message)", byteOffset: byteOffset)
    }

    private static func isAscending(_ values: [Double]) -> Bool {
        values.withUnsafeBufferPointer { values in
            guard values.count > 1 else { return true }
            var ascending = true
            for index in 1..<values.count { ascending = ascending && values[index &- 1] <= values[index] }
            return ascending
        }
    }

    private static func invalidValue(_ mz: [Double], _ intensities: [Double]) -> String? {
        let valid = mz.withUnsafeBufferPointer { mz in
            intensities.withUnsafeBufferPointer { intensities in
                var valid = true
                for index in mz.indices { valid = valid && mz[index] >= 0 && mz[index] < .infinity }
                for index in intensities.indices { valid = valid && intensities[index].magnitude < .infinity }
                return valid
            }
        }
        guard !valid else { return nil }
        for index in mz.indices {
            if !(mz[index] >= 0 && mz[index] < .infinity) { return "m/z \(mz[index]) of peak \(index)" }
            if !intensities[index].isFinite { return "intensity \(intensities[index]) of peak \(index)" }
        }
        return nil
    }
}
