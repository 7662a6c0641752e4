/// Residue masses in Da by ASCII byte, for kernels that walk a sequence.
///
/// The 22 letters of ``AminoAcid`` and J (I or L, one mass) have a mass. Every other byte, so also the ambiguous B, X
/// and Z, the stop `*` and lower-case letters, has none: its entry is NaN, which makes any sum over it NaN.
public struct ResidueMasses: Sendable, Hashable {
    /// 256 masses in Da, monoisotopic; NaN where the byte has no mass.
    private var table: [Double]

    /// Masses of unmodified residues.
    public static let unmodified: ResidueMasses = {
        var table = [Double](repeating: .nan, count: 256)
        for aminoAcid in AminoAcid.allCases { table[Int(aminoAcid.letter)] = aminoAcid.monoisotopicMass }
        table[Int(UInt8(ascii: "J"))] = AminoAcid.leucine.monoisotopicMass
        return ResidueMasses(table: table)
    }()

    private init(table: [Double]) {
        self.table = table
    }

    /// Mass of the residue in Da, NaN where the letter has none.
    @inline(__always)
    public subscript(letter: UInt8) -> Double { table[Int(letter)] }

    /// Whether the letter stands for a residue of known mass.
    public func hasMass(_ letter: UInt8) -> Bool { !self[letter].isNaN }

    /// Mass in Da of a peptide: its residues and water; `nil` where a letter has no mass.
    ///
    /// Terminal modifications are not part of it.
    public func peptideMass(of sequence: some Sequence<UInt8>) -> Double? {
        var sum = ParticleMass.water
        for letter in sequence { sum += self[letter] }
        return sum.isNaN ? nil : sum
    }

    /// The same masses with `massDaltons` added to one residue; I and L do not change together, J never changes.
    ///
    /// - Precondition: `letter` has a mass.
    public func adding(_ massDaltons: Double, to letter: UInt8) -> ResidueMasses {
        precondition(hasMass(letter), "only a residue of known mass can be modified")
        var changed = self
        changed.table[Int(letter)] += massDaltons
        return changed
    }

    /// Gives `body` the 256 masses in Da, indexed by ASCII byte, NaN where there is none.
    public func withUnsafeBufferPointer<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Double>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try table.withUnsafeBufferPointer(body)
    }
}
