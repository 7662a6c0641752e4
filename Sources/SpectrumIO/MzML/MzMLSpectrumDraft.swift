internal import SpectrumModel

/// A `<spectrum>` while it is being read.
struct MzMLSpectrumDraft {
    /// Either of the two arrays of a spectrum.
    enum PeakArray {
        case absent
        case values([Double])
        case failed(SetAsideReason, String)
    }

    var nativeID: String?
    var declaredLength: Int?
    /// The declared length where it is no length, as written.
    var unreadableLength: String?
    var msLevel: Int?
    /// Level that the type of the spectrum implies, where no level is stated.
    var impliedLevel: Int?
    var isLight = false
    var retentionTimeSeconds: Double?
    var polarity: Polarity?
    var signal = SignalMode.unknown
    var precursors: [Precursor] = []
    var scan = ScanDescription()
    /// Whether windows count: those of the first scan that has any.
    var takesScanWindows = true
    /// Limits of the `<scanWindow>` that is being read.
    var scanWindow: (lower: Double?, upper: Double?) = (nil, nil)
    /// A charge stated at the spectrum or its scan instead of at its ion.
    var misplacedCharge: Int?
    var usedMisplacedCharge = false
    var statesLimitsAsOffsets = false
    var hasUnreadableTime = false
    var hasUnknownGroup = false
    var hasUnreadableCharge = false
    var hasUnreadablePrecursor = false
    var hasUnreadableScanFact = false
    var mz = PeakArray.absent
    var intensities = PeakArray.absent
    /// Whether it has arrays other than those of m/z and intensity.
    var hasOtherArrays = false
    var extraArrays: [ExtraArray] = []
    /// Why an array besides those of m/z and intensity is left out.
    var droppedArrays: [String] = []

    /// The spectrum without its peaks, but with the other numbers of each.
    func spectrum(index: Int, nativeIDFormat: NativeIDFormat?) -> Spectrum {
        let id = nativeID ?? "index=\(index)"
        var spectrum = Spectrum(
            index: index, nativeID: id,
            scanNumber: nativeID.flatMap { ScanNumber.stated(in: $0, format: nativeIDFormat) },
            msLevel: msLevel ?? impliedLevel ?? 0, retentionTimeSeconds: retentionTimeSeconds, polarity: polarity,
            signal: signal, precursors: precursors, scan: scan)
        if !extraArrays.isEmpty { spectrum.extraArrays = extraArrays }
        return spectrum
    }

    /// Uses a charge stated at the spectrum for its only precursor, where that has none.
    mutating func placeCharge() {
        guard let misplacedCharge, precursors.count == 1, precursors[0].charge == nil,
            precursors[0].possibleCharges.isEmpty
        else { return }
        precursors[0].charge = misplacedCharge
        usedMisplacedCharge = true
    }

    /// Why the spectrum cannot be used, apart from the values of its peaks.
    var fault: (SetAsideReason, String)? {
        if isLight { return (.notMassSpectrum, "a spectrum of light, not of ions") }
        if let unreadableLength { return (.malformed, "defaultArrayLength=\"\(unreadableLength)\" is no length") }
        if case .failed(let reason, let message) = mz { return (reason, message) }
        if case .failed(let reason, let message) = intensities { return (reason, message) }
        if case .absent = mz, hasOtherArrays { return (.notMassSpectrum, "has no m/z array") }
        if (msLevel ?? impliedLevel ?? 0) < 1 { return (.malformed, "states no MS level") }
        switch (mz, intensities) {
        case (.absent, .absent):
            return declaredLength ?? 0 == 0
                ? nil : (.malformed, "declares \(declaredLength ?? 0) points but has no arrays")
        case (.absent, _): return (.notMassSpectrum, "has no m/z array")
        case (_, .absent): return (.malformed, "has no intensity array")
        default: return nil
        }
    }

    /// The small problems of the spectrum.
    func addNotes(to notes: inout SpectrumNotes, index: Int) {
        if usedMisplacedCharge { notes.add(.chargeInUnusualPlace, index: index) }
        if statesLimitsAsOffsets { notes.add(.limitsAsOffsets, index: index) }
        if hasUnreadableTime { notes.add(.unreadableRetentionTime, index: index) }
        if hasUnknownGroup { notes.add(.unknownParameterGroup, index: index) }
        if hasUnreadableCharge { notes.add(.unreadableCharge, index: index) }
        if hasUnreadablePrecursor { notes.add(.unreadablePrecursor, index: index) }
        if hasUnreadableScanFact { notes.add(.unreadableScanFact, index: index) }
        for reason in droppedArrays { notes.add(.extraArrayLeftOut, index: index, detail: reason) }
    }
}

extension MzMLSpectrumDraft.PeakArray {
    /// The values; none where there is no array.
    var values: [Double] {
        if case .values(let values) = self { return values }
        return []
    }
}
