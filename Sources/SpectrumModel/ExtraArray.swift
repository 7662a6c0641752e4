/// An array of one number for each peak, besides m/z and intensity: ion mobility, noise, charge, peak width.
public struct ExtraArray: Sendable, Hashable {
    /// The name that the PSI-MS vocabulary has for such arrays, or that the file gives to one of its own.
    public var name: String
    /// The PSI-MS term, such as `MS:1003006`; `nil` for an array outside of the vocabulary (MS:1000786).
    public var accession: String?
    /// Accession of the unit, such as `MS:1002814`, where the file states it.
    public var unitAccession: String?
    /// Name of the unit, where the file states it.
    public var unitName: String?
    /// The numbers, parallel to ``Spectrum/mz``.
    public var values: [Double]

    /// Creates an array from its values and what a file says about them.
    public init(
        name: String, accession: String? = nil, unitAccession: String? = nil, unitName: String? = nil, values: [Double]
    ) {
        self.name = name
        self.accession = accession
        self.unitAccession = unitAccession
        self.unitName = unitName
        self.values = values
    }
}
