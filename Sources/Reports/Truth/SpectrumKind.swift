import Simulation

/// Kinds of spectra that a search finds easier or harder. The raw values are what `truth.tsv` shows, in this order.
///
/// They overlap: a spectrum may be co-isolated and lack its charge. ``clean`` to ``missingCharge`` hold only spectra
/// whose selected ion is a peptide of the FASTA; these, ``foreign`` and ``noise`` together are ``all``. A spectrum that
/// is right in every way but has a second component of a small share is of none of the kinds from ``clean`` to
/// ``missingCharge``.
public enum SpectrumKind: String, Sendable, Hashable, CaseIterable {
    /// Every MS2 spectrum.
    case all
    /// One component, the stated m/z that of its monoisotopic peak, and the charge stated.
    case clean
    /// Another component has a share of at least ``coIsolatedShare``.
    case coIsolated = "co-isolated"
    /// The stated m/z is not that of the monoisotopic peak.
    case wrongIsotope = "wrong isotope"
    /// The file states no charge.
    case missingCharge = "missing charge"
    /// The selected ion is a peptide of no protein of the FASTA.
    case foreign
    /// No peptide was selected.
    case noise

    /// The share of the isolated ion current from which on a component beside the selected one counts.
    public static let coIsolatedShare = 0.2

    /// Whether a spectrum is of this kind.
    ///
    /// - Parameters:
    ///   - selected: component 1 of the spectrum.
    ///   - others: its other components.
    func holds(_ selected: SpectrumComponent, _ others: [SpectrumComponent]) -> Bool {
        let isKnown = selected.origin == .database
        return switch self {
        case .all: true
        case .clean:
            isKnown && others.isEmpty && selected.isotopeOffset == 0 && selected.statedCharge != nil
        case .coIsolated: isKnown && others.contains { $0.share >= Self.coIsolatedShare }
        case .wrongIsotope: isKnown && selected.isotopeOffset != 0
        case .missingCharge: isKnown && selected.statedCharge == nil
        case .foreign: selected.origin == .foreign
        case .noise: selected.origin == .noise
        }
    }
}
