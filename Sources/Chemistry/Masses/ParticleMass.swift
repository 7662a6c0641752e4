/// Masses of particles and small molecules that turn up in every m/z calculation, in Da.
public enum ParticleMass {
    /// Proton.
    ///
    /// > Source: CODATA 2022, Mohr, Newell, Taylor, Tiesinga, Rev. Mod. Phys. 97 (2025) 025002: 1.0072764665789 u.
    public static let proton = 1.0072764665789
    /// Electron.
    ///
    /// > Source: CODATA 2022, as for the proton: 5.485799090441e-4 u.
    public static let electron = 5.485799090441e-4
    /// Carbon-13 minus carbon-12: the distance of isotope peaks of a singly charged peptide, to a good approximation.
    ///
    /// > Source: NIST, as for ``Element/monoisotopicMass``.
    public static let carbon13Shift = Element.carbon13.monoisotopicMass - Element.carbon.monoisotopicMass
    /// Hydrogen atom.
    public static let hydrogen = Element.hydrogen.monoisotopicMass
    /// Water, H2O.
    public static let water = Composition.water.monoisotopicMass
    /// Ammonia, NH3.
    public static let ammonia = Composition.ammonia.monoisotopicMass
}
