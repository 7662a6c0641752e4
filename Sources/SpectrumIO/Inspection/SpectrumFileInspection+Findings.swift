extension SpectrumFileInspection {
    /// Counts of one MS level.
    public struct Level: Sendable, Hashable, Codable {
        /// Spectra of the level, those set aside among them.
        public var spectra = 0
        /// Those labelled centroid.
        public var centroid = 0
        /// Those labelled profile.
        public var profile = 0
        /// Those that could not be used.
        public var setAside = 0
        /// Smallest, middle and largest number of peaks.
        public var peaks = Spread()
    }

    /// Smallest, middle and largest of some whole numbers; all 0 where there are none.
    public struct Spread: Sendable, Hashable, Codable {
        /// The smallest.
        public var minimum = 0
        /// The middle one, the lower of two; exact below 2048, else rounded down by less than 0.1 %.
        public var median = 0
        /// The largest.
        public var maximum = 0
    }

    /// A quantity of ion mobility that spectra state.
    public struct IonMobilityFinding: Sendable, Hashable, Codable {
        /// A value of it.
        public struct Value: Sendable, Hashable, Codable {
            /// The number, in the unit of the quantity.
            public var value: Double
            /// Spectra that state it.
            public var spectra: Int
        }

        /// The quantity, which decides the unit: `inverseReducedMobility` (V s/cm²), `driftTime` (ms) or
        /// `compensationVoltage` (V).
        public var quantity: String
        /// Spectra that state it, for the scan or for a selected ion.
        public var spectra: Int
        /// Least and greatest value.
        public var range: [Double]
        /// The values of compensation voltages in ascending order, up to 1000; empty for the other quantities.
        public var values: [Value]
    }

    /// An array that spectra have besides those of m/z and intensity.
    public struct ExtraArrayFinding: Sendable, Hashable, Codable {
        /// The name of the vocabulary, or the file's own.
        public var name: String
        /// Name of the unit, where stated.
        public var unit: String?
        /// Spectra that have it.
        public var spectra: Int
        /// Least and greatest value; `nil` where all arrays are empty.
        public var range: [Double]?
    }

    /// Fragment spectra that show the reporter ions of a family of isobaric tags (TMT, iTRAQ) at one MS level.
    ///
    /// A spectrum counts where peaks above 0 lie within 3 mTh (24 ppm) of the reporter ions of at least half of the
    /// channels of one product of the family: TMT 6, 10 or 11, TMTpro 16 or 18, iTRAQ 4 or 8. Spectra labelled profile are
    /// not looked at; where fragments are measured to 0.1 Th only, reporter ions are not found.
    public struct ReporterIonFinding: Sendable, Hashable, Codable {
        /// The smallest product with all channels that at least half of the counted spectra show, such as `TMT10plex`.
        public var tags: String
        /// MS level.
        public var msLevel: Int
        /// Spectra that count.
        public var spectra: Int
        /// Spectra of the level that were looked at.
        public var spectraLookedAt: Int
        /// How many of the counted spectra show each channel of the family.
        public var channels: [String: Int]

        /// Share of the spectra of the level that count, 0 to 1.
        public var share: Double { spectraLookedAt > 0 ? Double(spectra) / Double(spectraLookedAt) : 0 }
        /// Whether the share is worth a word, at least 5 %: fewer are chance, or labelled peptides carried over.
        public var isNotable: Bool { share >= 0.05 }
    }

    /// The course of the total ion current over the run.
    public struct Chromatogram: Sendable, Hashable, Codable {
        /// MS level whose spectra were summed: 1, or 2 in files without survey spectra.
        public var msLevel: Int
        /// Spectra of the level that state a time.
        public var spectra: Int
        /// Beginning of the first span in seconds.
        public var startSeconds: Double
        /// Length of each span in seconds, a power of two.
        public var spanSeconds: Double
        /// The largest total ion current (sum of the intensities of a spectrum) in each span, at most 512 of them; `nil`
        /// where no spectrum of the level begins.
        public var largestCurrents: [Double?]
    }

    /// How the arrays of a file are stored.
    public struct ArrayFinding: Sendable, Hashable, Codable {
        /// What they hold: `m/z`, `intensity`, `m/z and intensity` (mzXML) or `other`.
        public var content: String
        /// Type of the numbers, such as `64-bit float`; `nil` where MS-Numpress decides it.
        public var numberType: String?
        /// Compression: `none`, `zlib`, or that of MS-Numpress.
        public var compression: String
        /// Number of arrays.
        public var arrays: Int
    }
}

extension SpectrumFileInspection.ArrayFinding {
    /// A count of the reader in words.
    init(_ count: ArrayEncodings.Count) {
        content = count.encoding.content.rawValue
        numberType = count.encoding.numberType.map {
            switch $0 {
            case .float32: "32-bit float"
            case .float64: "64-bit float"
            case .int32: "32-bit integer"
            case .int64: "64-bit integer"
            }
        }
        compression = Self.name(count.encoding.compression)
        arrays = count.arrays
    }

    private static func name(_ compression: ArrayEncoding.Compression) -> String {
        switch compression {
        case .plain(zlib: false): "none"
        case .plain(zlib: true): "zlib"
        case .unread: "not read"
        case .numpress(let method, let zlib): "MS-Numpress \(name(method))" + (zlib ? " + zlib" : "")
        }
    }

    private static func name(_ method: Numpress.Method) -> String {
        switch method {
        case .linear: "linear"
        case .positiveInteger: "pic"
        case .shortLoggedFloat: "slof"
        }
    }
}
