public import Chemistry
public import SpectrumModel

/// Which fragment series are looked for in a spectrum.
public enum FragmentSeriesChoice: Sendable, Hashable {
    /// Those that the spectrum's activation makes; see ``series(for:)``.
    case byActivation
    /// These in every spectrum.
    case always(Set<FragmentSeries>)

    /// The series of a spectrum by the methods its file names.
    ///
    /// Electron transfer and capture alone make c and z (the radical z-dot), together with collisions, and as EThcD, b, c, y
    /// and z; everything else, and where no method is named, b and y.
    ///
    /// > Source: Syka et al., PNAS 101 (2004) 9528, doi:10.1073/pnas.0402700101 (ETD); Frese et al., Analytical Chemistry 84
    /// > (2012) 9668, doi:10.1021/ac3025366 (EThcD).
    public func series(for methods: [DissociationMethod]) -> Set<FragmentSeries> {
        switch self {
        case .always(let series): return series
        case .byActivation:
            if methods.contains(.ethcd) { return [.b, .c, .y, .z] }
            guard methods.contains(where: { $0 == .etd || $0 == .ecd }) else { return [.b, .y] }
            return methods.contains { $0 == .cid || $0 == .hcd } ? [.b, .c, .y, .z] : [.c, .z]
        }
    }
}
