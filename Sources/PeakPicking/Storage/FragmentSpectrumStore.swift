import Foundations
public import SpectrumModel

/// The picked fragment spectra of one run, ordered by precursor mass, in memory or on disk.
///
/// Neighbours in mass share candidates, so that a search which takes spectra in this order finds its peptides in the
/// cache. Peaks that did not fit the memory budget lie in a scratch file, which disappears with the store.
public final class FragmentSpectrumStore: Sendable {
    /// What is known about one spectrum without its peaks.
    public struct Entry: Sendable, Hashable {
        /// Position of the spectrum in its file, counted from 0.
        public var spectrumIndex: Int
        /// What was isolated; at least one with an m/z.
        public var precursors: [Precursor]
        /// Whether every peak is meant to have charge 1, as fragments of higher charge were moved there.
        public var isChargeDeconvoluted: Bool
        /// Number of peaks.
        public var peakCount: Int
        /// Number of peaks stored before this spectrum's.
        var firstPeak: Int
    }

    /// Spectra by m/z times charge of their first precursor, those of equal product in file order.
    public let entries: [Entry]
    private let segments: [PeakSegment]
    private let reservation: MemoryReservation?

    init(entries: [Entry], segments: [PeakSegment], reservation: MemoryReservation?) {
        self.entries = entries.sorted { left, right in
            let (leftMass, rightMass) = (Self.orderingMass(left), Self.orderingMass(right))
            return leftMass != rightMass ? leftMass < rightMass : left.spectrumIndex < right.spectrumIndex
        }
        self.segments = segments
        self.reservation = reservation
    }

    /// Copies the peaks of a spectrum into a buffer, replacing its content.
    ///
    /// - Throws: `FileError` where spilled peaks cannot be read back.
    public func read(_ entry: Entry, into buffer: inout PeakBuffer) throws {
        buffer.removeAll()
        let range = entry.firstPeak..<entry.firstPeak + entry.peakCount
        for segment in segments where segment.peaks.contains(range.lowerBound) {
            try segment.copy(range, into: &buffer)
        }
    }

    /// What decides the place of a spectrum, near enough to its precursor's mass for finding neighbours: m/z times
    /// charge, 2 where no charge is known.
    private static func orderingMass(_ entry: Entry) -> Double {
        guard let precursor = entry.precursors.first, let mz = precursor.mz else { return 0 }
        return mz * Double(precursor.charge ?? precursor.possibleCharges.first ?? 2)
    }
}

/// Peaks of one spectrum, in memory that is used again for the next.
public struct PeakBuffer: Sendable {
    /// m/z in Th, ascending.
    public var mz: [Double] = []
    /// Intensities in detector counts, parallel to ``mz``.
    public var intensities: [Float] = []

    /// Creates an empty buffer.
    public init() {}

    mutating func removeAll() {
        mz.removeAll(keepingCapacity: true)
        intensities.removeAll(keepingCapacity: true)
    }
}
