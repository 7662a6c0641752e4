/// The backbone bond that broke and the end that kept the charge.
///
/// > Source: Roepstorff and Fohlman, Biomed. Mass Spectrom. 11 (1984) 601, doi:10.1002/bms.1200111109, with the usage of
/// > Biemann (1988) for the lower-case letters.
public enum FragmentSeries: String, CaseIterable, Sendable, Hashable {
    /// N-terminal, C(alpha)-C bond: b without CO.
    case a
    /// N-terminal, amide bond.
    case b
    /// N-terminal, N-C(alpha) bond: b with NH3.
    case c
    /// C-terminal, C(alpha)-C bond: y with CO and without H2.
    case x
    /// C-terminal, amide bond.
    case y
    /// C-terminal, N-C(alpha) bond: the radical z-dot ("z+1"), y without NH2, as electron transfer makes it.
    case z

    /// ASCII code of the series' letter.
    public var letter: UInt8 {
        switch self {
        case .a: UInt8(ascii: "a")
        case .b: UInt8(ascii: "b")
        case .c: UInt8(ascii: "c")
        case .x: UInt8(ascii: "x")
        case .y: UInt8(ascii: "y")
        case .z: UInt8(ascii: "z")
        }
    }

    /// The series of a letter; `nil` where no series has it.
    public init?(letter: UInt8) {
        guard let series = Self.allCases.first(where: { $0.letter == letter }) else { return nil }
        self = series
    }

    /// Whether the fragment has the peptide's N-terminus.
    public var isNTerminal: Bool {
        switch self {
        case .a, .b, .c: true
        case .x, .y, .z: false
        }
    }

    /// What the neutral fragment has beyond its residues, so that its m/z is (mass + charge x proton) / charge.
    public var compositionBeyondResidues: Composition {
        switch self {
        case .a: Composition([.carbon: -1, .oxygen: -1])
        case .b: .empty
        case .c: .ammonia
        case .x: Composition([.carbon: 1, .oxygen: 2])
        case .y: .water
        case .z: .water - Composition([.nitrogen: 1, .hydrogen: 2])
        }
    }

    /// Mass of ``compositionBeyondResidues`` in Da.
    public var massBeyondResidues: Double { Self.massesBeyondResidues[self] ?? 0 }

    /// Summed up once, because every fragment asks.
    private static let massesBeyondResidues = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, $0.compositionBeyondResidues.monoisotopicMass) })
}
