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
        /// The SHA-1 that the file states is not that of its bytes: it was changed after it was written.
        case wrongChecksum = "SHA-1 stated in the file is not that of its content"
        /// The place of the index, as stated, is not where it is.
        case wrongIndexPlace = "stated place of the index is wrong"
        /// The index has another number of entries than the file has spectra.
        case incompleteIndex = "index with another number of entries than spectra"
        /// Entries of the index that do not point at the start tag of the spectrum they name.
        case wrongIndexOffset = "index entry does not point at its spectrum"
        /// Spectra that began earlier than the one before them in the file.
        case timeGoesBack = "retention time earlier than that of the spectrum before"
        /// Native identifiers that occur more than once.
        case repeatedNativeID = "native identifier already used by an earlier spectrum"
        /// MGF titles that occur more than once; the later ones are called `index=N`.
        case repeatedTitle = "title already used by an earlier spectrum"
        /// Peaks that were not in ascending order of m/z and were sorted.
        case unsortedPeaks = "peaks not ordered by m/z, sorted"
        /// Spectra with intensities below 0, as baseline subtraction leaves them; they are kept.
        case negativeIntensities = "intensities below 0, kept"
        /// Numbers about a spectrum, other than its peaks, that are infinite or no numbers; they are left out.
        case notFiniteNumber = "retention time or precursor number not finite, left out"
        /// Identifiers with bytes that are no text in the encoding of the file.
        case wrongText = "identifier with bytes that are no UTF-8, replaced by U+FFFD"
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
        /// An isolation window whose limits are called its offsets; they are taken as limits.
        case limitsAsOffsets = "limits of the isolation window stated as its offsets, used as limits"
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

/// What became of something that a file states about itself.
public enum FileClaim: String, Sendable, Hashable, Codable, CaseIterable {
    /// The file does not state it.
    case absent
    /// It was found as stated.
    case right
    /// It was found to be otherwise; the problems say how.
    case wrong
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
    /// How the arrays of mzML and mzXML files are stored.
    package internal(set) var arrayEncodings = ArrayEncodings()
    /// Size of the content in bytes, uncompressed.
    public var uncompressedBytes = 0
    /// Whether the index of the file, where it has one, points at its spectra. It is held against the places where they
    /// were found, and not used for reading.
    public var index = FileClaim.absent
    /// Whether the SHA-1 stated in an mzML or mzXML file is that of its content; `nil` where no digest was asked for, and
    /// for MGF. A placeholder of zeros counts as absent.
    public var checksum: FileClaim?
    /// SHA-256 of the file as it lies on disk, in hexadecimal, where it was asked for.
    public var fileSHA256: String?

    /// An empty account.
    public init() {}
}
