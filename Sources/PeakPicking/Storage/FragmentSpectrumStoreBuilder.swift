public import Foundations
public import SpectrumModel
import Synchronization

/// Takes picked fragment spectra one after another and makes a store of them.
///
/// Peaks stay in memory while the budget gives what they need; where it does not, what has gathered so far moves to a
/// scratch file and gathering begins anew.
public final class FragmentSpectrumStoreBuilder: Sendable {
    private struct State {
        var entries: [FragmentSpectrumStore.Entry] = []
        var segments: [PeakSegment] = []
        var mz: [Double] = []
        var intensities: [Float] = []
        var stored = 0
        var scratch: ScratchFile?
    }

    private let state = Mutex(State())
    private let reservation: MemoryReservation
    private let scratchFolder: String

    /// Peaks gathered before memory is asked for, and the smallest amount that is spilled: 12 MB.
    private static let step = 1_000_000

    /// Creates an empty builder.
    ///
    /// - Parameters:
    ///   - budget: memory that peaks may take.
    ///   - scratchFolder: where the file is made that takes what does not fit.
    /// - Throws: `MemoryError` where not even one step of peaks fits.
    public init(budget: MemoryBudget, scratchFolder: String) throws {
        reservation = try budget.reserve(
            Self.step * PeakSegment.bytesPerPeak, for: "the store of a run's fragment spectra")
        self.scratchFolder = scratchFolder
    }

    /// Adds a spectrum.
    ///
    /// - Parameter isChargeDeconvoluted: whether fragments of higher charge were moved to their m/z with charge 1.
    /// - Throws: `FileError` where peaks have to be spilled and cannot be written.
    public func append(_ spectrum: Spectrum, isChargeDeconvoluted: Bool = false) throws {
        try state.withLock { state in
            let hasRoom = try makeRoom(for: spectrum.peakCount, in: &state)
            state.entries.append(
                FragmentSpectrumStore.Entry(
                    spectrumIndex: spectrum.index, precursors: spectrum.precursors,
                    isChargeDeconvoluted: isChargeDeconvoluted, peakCount: spectrum.peakCount,
                    firstPeak: state.stored + state.mz.count))
            state.mz.append(contentsOf: spectrum.mz)
            state.intensities.append(contentsOf: spectrum.intensities.lazy.map(Self.single))
            // A spectrum larger than all that was reserved waits for no other.
            if !hasRoom {
                try spill(&state)
                state.mz = []
                state.intensities = []
            }
        }
    }

    /// Peaks that are in memory.
    package var gatheredPeaks: Int { state.withLock { $0.mz.count } }

    /// The nearest number of single precision; finite numbers stay finite, and what is none is none afterwards.
    private static func single(_ intensity: Double) -> Float {
        guard intensity.isFinite else { return Float(intensity) }
        let most = Double(Float.greatestFiniteMagnitude)
        return Float(max(-most, min(intensity, most)))
    }

    /// Ends gathering and gives the store.
    public func finish() -> FragmentSpectrumStore {
        state.withLock { state in
            let rest = state.stored..<state.stored + state.mz.count
            state.segments.append(
                PeakSegment(peaks: rest, place: .memory(mz: state.mz, intensities: state.intensities)))
            let store = FragmentSpectrumStore(
                entries: state.entries, segments: state.segments, reservation: reservation)
            state = State()
            return store
        }
    }

    /// Reserves memory for more peaks, or spills what is there.
    ///
    /// - Returns: whether what is reserved holds them.
    private func makeRoom(for count: Int, in state: inout State) throws -> Bool {
        let needed = (state.mz.count + count) * PeakSegment.bytesPerPeak
        guard needed > reservation.bytes else { return true }
        do {
            try reservation.resize(to: max(needed, reservation.bytes * 2))
            return true
        } catch {
            try spill(&state)
            return count * PeakSegment.bytesPerPeak <= reservation.bytes
        }
    }

    private func spill(_ state: inout State) throws {
        guard !state.mz.isEmpty else { return }
        let scratch = try state.scratch ?? ScratchFile(folder: scratchFolder)
        state.scratch = scratch
        let peaks = state.stored..<state.stored + state.mz.count
        let offset = try state.mz.withUnsafeBytes { try scratch.append($0) }
        _ = try state.intensities.withUnsafeBytes { try scratch.append($0) }
        state.segments.append(PeakSegment(peaks: peaks, place: .file(scratch, offset: offset)))
        state.stored = peaks.upperBound
        state.mz.removeAll(keepingCapacity: true)
        state.intensities.removeAll(keepingCapacity: true)
    }
}
