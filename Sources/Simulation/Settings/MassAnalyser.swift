internal import Glibc

/// A mass analyser: how wide its peaks are and how exactly it places them.
public enum MassAnalyser: Sendable, Hashable, Encodable {
    /// Fourier transform of ions orbiting in an electrostatic field; resolution falls with the root of m/z.
    ///
    /// > Source: A. Makarov, Anal. Chem. 72 (2000) 1156, doi:10.1021/ac991131p: the frequency goes with (m/z)^-1/2.
    case orbitrap(resolutionAt200: Double)
    /// Linear ion trap: unit resolution at every m/z.
    case ionTrap

    /// Full width at half maximum of a peak, in Th.
    package func widthTh(atMZ mz: Double) -> Double {
        switch self {
        case .orbitrap(let resolution): mz / (resolution * (200 / mz).squareRoot())
        case .ionTrap: 0.4
        }
    }

    /// Standard deviation of a centroid in Th: a constant part, and one that shrinks with the ions counted.
    package func centroidDeviationTh(atMZ mz: Double, ions: Double) -> Double {
        switch self {
        case .orbitrap: mz * 1e-6 * (0.25 + 25 / ions).squareRoot()
        case .ionTrap: (0.0025 + 0.02 / ions).squareRoot()
        }
    }

    /// Fewest ions that show as a peak. The noise of a Fourier transform falls with the root of the time it listens, and
    /// that is what resolution is bought with.
    package var detectionLimitIons: Double {
        switch self {
        case .orbitrap(let resolution): 8 * (60_000 / resolution).squareRoot()
        case .ionTrap: 2
        }
    }
}
