public import SpectrumModel

/// Something about a file that is not as it should be and was read all the same.
public struct ReadProblem: Sendable, Hashable, CustomStringConvertible {
    /// What kind of thing it is; the raw value is a sentence fragment.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// More spectra than the file declares.
        case moreSpectraThanDeclared = "more spectra than declared"
        /// Fewer spectra than the file declares, although the document is complete.
        case fewerSpectraThanDeclared = "fewer spectra than declared"
        /// A declared number of spectra that is no number, or negative.
        case unreadableCount = "declared number of spectra is no number"
        /// Native identifiers that occur more than once.
        case repeatedNativeID = "native identifier already used by an earlier spectrum"
        /// MGF titles that occur more than once; the later ones are called `index=N`.
        case repeatedTitle = "title already used by an earlier spectrum"
        /// Peaks that were not in ascending order of m/z and were sorted.
        case unsortedPeaks = "peaks not ordered by m/z, sorted"
        /// A retention time without a unit, with an unknown one, or that is no time; it is left out.
        case unreadableRetentionTime = "retention time without known unit or not readable, left out"
        /// A charge that is no charge; it is left out.
        case unreadableCharge = "charge not readable, left out"
        /// A precursor m/z that is 0 or no number; it is left out.
        case unreadablePrecursor = "precursor m/z 0 or not readable, left out"
        /// A scan window, injection time or ion mobility that is no number; it is left out.
        case unreadableScanFact = "scan window, injection time or ion mobility not readable, left out"
        /// An array besides those of m/z and intensity that has no name, does not decode, or has not one number for each
        /// peak; it is left out.
        case extraArrayLeftOut = "further array without name, not readable or of another length, left out"
        /// A charge found in a place where the format does not put it; it is used.
        case chargeInUnusualPlace = "charge stated in an unusual place, used"
        /// A reference to a parameter group that the file does not define.
        case unknownParameterGroup = "reference to an undefined parameter group, ignored"
        /// Lines of an MGF file that belong to no spectrum and are no parameters.
        case textOutsideSpectra = "lines outside of spectra, ignored"
    }

    /// What kind of thing it is.
    public var kind: Kind
    /// How many spectra (or lines) it concerns.
    public var count: Int
    /// Index of the first spectrum it concerns, where it concerns spectra.
    public var firstIndex: Int?
    /// Numbers and names that make it concrete.
    public var detail: String?

    /// Creates a problem.
    public init(kind: Kind, count: Int = 1, firstIndex: Int? = nil, detail: String? = nil) {
        self.kind = kind
        self.count = count
        self.firstIndex = firstIndex
        self.detail = detail
    }

    /// A sentence fragment with the count, and the first spectrum's index.
    public var description: String {
        let first = firstIndex.map { " (first: index \($0))" } ?? ""
        return "\(count) x \(kind.rawValue)\(first)" + (detail.map { ": \($0)" } ?? "")
    }
}

/// The account of one complete reading of a file.
public struct SpectrumFileSummary: Sendable, Hashable {
    /// Spectra in the file, read or set aside.
    public var spectrumCount = 0
    /// Spectra read, by MS level.
    public var countsByLevel: [Int: Int] = [:]
    /// Spectra set aside by the reader, by reason.
    public var setAside: [SetAsideReason: Int] = [:]
    /// Peaks (or profile samples) of all spectra read.
    public var peakCount = 0
    /// What is not as it should be, in the order of the kinds.
    public var problems: [ReadProblem] = []
    /// Size of the content in bytes, uncompressed.
    public var uncompressedBytes = 0
    /// SHA-256 of the file as it lies on disk, in hexadecimal, where it was asked for.
    public var fileSHA256: String?

    /// An empty account.
    public init() {}
}
