import SpectrumModel

/// A spectrum as tab-separated text: a line `# name<tab>value` for each fact, then a header and a line for each peak.
enum SpectrumText {
    static func of(_ spectrum: Spectrum, path: String) -> String {
        let facts =
            own(spectrum, path)
            + spectrum.precursors.enumerated().flatMap { number, precursor in
                of(precursor, name: spectrum.precursors.count == 1 ? "precursor" : "precursor \(number + 1)")
            }
        let lines = facts.compactMap { name, value in value.map { "# \(name)\t\(clean($0))" } }
        let peaks = zip(spectrum.mz, spectrum.intensities).map { "\($0)\t\($1)" }
        return (lines + ["mz\tintensity"] + peaks).joined(separator: "\n") + "\n"
    }

    private static func own(_ spectrum: Spectrum, _ path: String) -> [(String, String?)] {
        [
            ("file", path),
            ("native id", spectrum.nativeID),
            ("index", "\(spectrum.index)"),
            ("scan number", spectrum.scanNumber.map { "\($0)" }),
            ("MS level", "\(spectrum.msLevel)"),
            ("retention time [s]", spectrum.retentionTimeSeconds.map { "\($0)" }),
            ("polarity", spectrum.polarity?.rawValue),
            ("signal", spectrum.signal.rawValue),
            ("peaks", "\(spectrum.peakCount)"),
            ("total ion current", "\(spectrum.intensities.reduce(0, +))"),
        ]
    }

    private static func of(_ precursor: Precursor, name: String) -> [(String, String?)] {
        let charges = precursor.charge.map { [$0] } ?? precursor.possibleCharges
        let methods = precursor.activation.methods.map(\.rawValue)
        let window = precursor.isolationWindow
        return [
            ("\(name) m/z", precursor.mz.map { "\($0)" }),
            ("\(name) charge", charges.isEmpty ? nil : charges.map { "\($0)" }.joined(separator: " or ")),
            ("\(name) intensity", precursor.intensity.map { "\($0)" }),
            ("\(name) isolation window [Th]", window.map { "\($0.lowerMZ) to \($0.upperMZ)" }),
            ("\(name) activation", methods.isEmpty ? nil : methods.joined(separator: " + ")),
            ("\(name) collision energy", precursor.activation.collisionEnergy.map { "\($0)" }),
            ("\(name) selected in", precursor.sourceSpectrumID),
        ]
    }

    /// A value that keeps to its field and line.
    private static func clean(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
