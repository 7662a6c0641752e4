import PeakPicking
import SpectrumModel

/// What was noticed while a spectrum was picked, each as a sentence.
struct SpectrumRemarks: Sendable {
    /// What contradicts the label of the file.
    private(set) var contradiction: String?
    /// What had to be done to the samples of profile signal first.
    private(set) var repairs: String?

    /// Nothing was noticed.
    init() {}

    /// What a picker noticed.
    init(_ outcome: PickingOutcome) {
        contradiction = outcome.contradiction?.description
        if !outcome.repairs.isEmpty { repairs = "spectrum '\(outcome.spectrum.nativeID)': \(outcome.repairs)" }
    }
}

/// How often something was remarked, and the first remark: what a message needs, however many there are.
struct Remarks: Sendable {
    private(set) var count = 0
    private(set) var first: String?

    /// Adds one.
    mutating func add(_ remark: String) {
        count += 1
        first = first ?? remark
    }

    /// Adds those that come after.
    mutating func merge(_ later: Remarks) {
        count += later.count
        first = first ?? later.first
    }
}
