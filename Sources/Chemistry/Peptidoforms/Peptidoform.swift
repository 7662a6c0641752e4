/// A peptide with its modifications at known places.
public struct Peptidoform: Sendable, Hashable {
    /// Residues from the N-terminus on, one-letter codes as ASCII bytes.
    public let sequence: [UInt8]
    /// Modifications from the N-terminus to the C-terminus; at one place by name, then by mass.
    public let modifications: [LocalisedModification]
    /// Monoisotopic mass of the neutral peptide with all its modifications, in Da.
    public let massDaltons: Double

    /// Creates a peptidoform.
    ///
    /// - Parameters:
    ///   - sequence: one-letter codes as ASCII bytes; each must have a mass (see ``ResidueMasses``).
    ///   - modifications: in any order; several may be at one place, their masses add up.
    /// - Throws: `PeptidoformError`.
    public init(sequence: [UInt8], modifications: [LocalisedModification] = []) throws(PeptidoformError) {
        guard !sequence.isEmpty else { throw .empty }
        if let index = sequence.firstIndex(where: { !ResidueMasses.unmodified.hasMass($0) }) {
            throw .residueWithoutMass(letter: sequence[index], index: index, sequence: Self.text(of: sequence))
        }
        for modification in modifications {
            if case .residue(let index) = modification.location, !sequence.indices.contains(index) {
                throw .outside(name: modification.definition.name, index: index, sequence: Self.text(of: sequence))
            }
        }
        self.sequence = sequence
        self.modifications = modifications.sorted(by: Self.precedes)
        let residues = sequence.reduce(ParticleMass.water) { $0 + ResidueMasses.unmodified[$1] }
        massDaltons = self.modifications.reduce(residues) { $0 + $1.massDaltons }
    }

    /// m/z in Th of the peptidoform carrying `charge` protons.
    public func mz(charge: Int) -> Double { MassToCharge.mz(ofNeutralMass: massDaltons, charge: charge) }

    /// Sum of the modification masses at one place, in Da; 0 where there is none.
    public func modificationMass(at location: ModificationLocation) -> Double {
        modifications.reduce(0) { $0 + ($1.location == location ? $1.massDaltons : 0) }
    }

    private static func text(of sequence: [UInt8]) -> String { String(decoding: sequence, as: UTF8.self) }

    private static func precedes(_ left: LocalisedModification, _ right: LocalisedModification) -> Bool {
        if left.location != right.location { return left.location < right.location }
        return (left.definition.name, left.massDaltons) < (right.definition.name, right.massDaltons)
    }
}

extension Peptidoform: CustomStringConvertible {
    /// The peptidoform in ProForma 2.0.
    public var description: String { ProForma.write(self) }
}

/// Why a peptidoform cannot be made.
public enum PeptidoformError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sequence has no residues.
    case empty
    /// A letter that stands for no residue of known mass; the index counts from 0.
    case residueWithoutMass(letter: UInt8, index: Int, sequence: String)
    /// A modification on a residue that the sequence does not have; the index counts from 0.
    case outside(name: String, index: Int, sequence: String)

    /// One sentence: what is wrong and where, residues counted from 1.
    public var description: String {
        switch self {
        case .empty:
            "The peptide sequence is empty; give at least one residue."
        case .residueWithoutMass(let letter, let index, let sequence):
            "Residue \(index + 1) of '\(sequence)' is '\(Character(UnicodeScalar(letter)))', which has no mass; "
                + "allowed are the letters \(ResidueSet.allowedLetters) and J."
        case .outside(let name, let index, let sequence):
            "The modification \(name) is on residue \(index + 1), which '\(sequence)' does not have; correct its "
                + "place."
        }
    }
}
