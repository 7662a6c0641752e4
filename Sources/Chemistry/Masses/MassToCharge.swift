/// Conversion between neutral mass and m/z of an ion charged by protons.
public enum MassToCharge {
    /// m/z in Th of a neutral mass carrying `charge` protons.
    ///
    /// - Precondition: `charge` is at least 1.
    @inlinable
    public static func mz(ofNeutralMass massDaltons: Double, charge: Int) -> Double {
        precondition(charge >= 1, "a charge is at least 1")
        return massDaltons / Double(charge) + ParticleMass.proton
    }

    /// Neutral mass in Da of an ion at `mz` Th carrying `charge` protons.
    ///
    /// - Precondition: `charge` is at least 1.
    @inlinable
    public static func neutralMass(ofMZ mz: Double, charge: Int) -> Double {
        precondition(charge >= 1, "a charge is at least 1")
        return (mz - ParticleMass.proton) * Double(charge)
    }

    /// (observed - calculated) / calculated in parts per million.
    @inlinable
    public static func errorPPM(observed: Double, calculated: Double) -> Double {
        (observed - calculated) / calculated * 1e6
    }
}
