public import Foundations
import Synchronization

/// Takes survey spectra one after another and makes a store of their peaks.
///
/// Peaks gather in memory until a row group is full, which then moves to a scratch file. Row groups are full to the last
/// peak whatever the spectra, so that the outcome does not depend on how these came.
public final class SurveyPeakStoreBuilder: Sendable {
    private struct State {
        var group = SurveyPeakStore.RowGroup()
        var stored = 0
    }

    private let state = Mutex(State())
    private let run: String
    private let scratch: ScratchFile
    private let reservation: MemoryReservation

    /// Creates an empty builder.
    ///
    /// - Parameters:
    ///   - run: name of the run.
    ///   - budget: memory from which that for one row group is taken: 4 MB.
    ///   - scratchFolder: where the file is made that takes full row groups.
    /// - Throws: `MemoryError` where a row group does not fit, `FileError` where the file cannot be made.
    public init(run: String, budget: MemoryBudget, scratchFolder: String) throws {
        self.run = run
        reservation = try budget.reserve(
            SurveyPeakStore.rowsPerGroup * SurveyPeakStore.bytesPerPeak, for: "a part of the survey peaks of a run")
        scratch = try ScratchFile(folder: scratchFolder)
        state.withLock { $0.group.reserve(SurveyPeakStore.rowsPerGroup) }
    }

    /// Adds the peaks of the next survey spectrum of the file.
    ///
    /// - Throws: `FileError` where a full row group cannot be written.
    public func append(_ scan: SurveyScan) throws {
        try state.withLock { state in
            var rest = scan.mz.indices
            while !rest.isEmpty {
                let part = rest.prefix(SurveyPeakStore.rowsPerGroup - state.group.mz.count)
                state.group.append(scan, part)
                rest = part.endIndex..<rest.endIndex
                if state.group.mz.count == SurveyPeakStore.rowsPerGroup { try store(&state) }
            }
        }
    }

    /// Ends gathering and gives the store.
    ///
    /// - Throws: `FileError` where the last row group cannot be written.
    public func finish() throws -> SurveyPeakStore {
        try state.withLock { state in
            try store(&state)
            return SurveyPeakStore(run: run, peakCount: state.stored, place: .scratch(scratch, reservation))
        }
    }

    private func store(_ state: inout State) throws {
        _ = try state.group.mz.withUnsafeBytes { try scratch.append($0) }
        _ = try state.group.intensities.withUnsafeBytes { try scratch.append($0) }
        _ = try state.group.spectrumIndices.withUnsafeBytes { try scratch.append($0) }
        state.stored += state.group.mz.count
        state.group.removeAll()
    }
}

extension SurveyPeakStore.RowGroup {
    fileprivate mutating func reserve(_ count: Int) {
        mz.reserveCapacity(count)
        intensities.reserveCapacity(count)
        spectrumIndices.reserveCapacity(count)
    }

    fileprivate mutating func append(_ scan: SurveyScan, _ peaks: Range<Int>) {
        mz.append(contentsOf: scan.mz[peaks])
        intensities.append(contentsOf: scan.intensities[peaks].lazy.map { Float($0) })
        spectrumIndices.append(contentsOf: repeatElement(Int32(scan.index), count: peaks.count))
    }

    fileprivate mutating func removeAll() {
        mz.removeAll(keepingCapacity: true)
        intensities.removeAll(keepingCapacity: true)
        spectrumIndices.removeAll(keepingCapacity: true)
    }
}
