internal import SpectrumModel

extension MzMLDocument {
    private static let mzUnit = ("MS:1000040", "m/z")
    private static let countsUnit = ("MS:1000131", "number of detector counts")

    /// A `<spectrum>` element, without indentation before it, with a line end after it.
    ///
    /// - Parameters:
    ///   - mz: the m/z array as base64 of zlib of little-endian doubles.
    ///   - intensities: the intensity array as base64 of zlib of little-endian floats.
    static func spectrum(_ spectrum: Spectrum, id: String, index: Int, mz: String, intensities: String) -> String {
        var lines = [
            "<spectrum index=\"\(index)\" id=\"\(XMLText.attribute(id))\" defaultArrayLength=\"\(spectrum.peakCount)\">"
        ]
        lines += facts(of: spectrum).map { "  " + $0 }
        if id != spectrum.nativeID, !spectrum.nativeID.hasPrefix("index=") {
            lines.append("  " + term("MS:1000796", "spectrum title", spectrum.nativeID))
        }
        lines += scan(of: spectrum)
        if !spectrum.precursors.isEmpty {
            lines.append("  <precursorList count=\"\(spectrum.precursors.count)\">")
            for precursor in spectrum.precursors { lines += self.precursor(precursor) }
            lines.append("  </precursorList>")
        }
        lines.append("  <binaryDataArrayList count=\"2\">")
        let double = term("MS:1000523", "64-bit float")
        lines += array(mz, double, term("MS:1000514", "m/z array", unit: mzUnit))
        let float = term("MS:1000521", "32-bit float")
        lines += array(intensities, float, term("MS:1000515", "intensity array", unit: countsUnit))
        lines += ["  </binaryDataArrayList>", "</spectrum>"]
        return lines.joined(separator: "\n        ") + "\n"
    }

    private static func facts(of spectrum: Spectrum) -> [String] {
        var terms = [term("MS:1000511", "ms level", "\(spectrum.msLevel)")]
        terms.append(
            spectrum.msLevel == 1 ? term("MS:1000579", "MS1 spectrum") : term("MS:1000580", "MSn spectrum"))
        switch spectrum.polarity {
        case .positive: terms.append(term("MS:1000130", "positive scan"))
        case .negative: terms.append(term("MS:1000129", "negative scan"))
        case nil: break
        }
        switch spectrum.signal {
        case .centroid: terms.append(term("MS:1000127", "centroid spectrum"))
        case .profile: terms.append(term("MS:1000128", "profile spectrum"))
        case .unknown: break
        }
        return terms
    }

    private static func scan(of spectrum: Spectrum) -> [String] {
        var lines = ["  <scanList count=\"1\">", "    " + term("MS:1000795", "no combination"), "    <scan>"]
        if let time = spectrum.retentionTimeSeconds {
            lines.append("      " + term("MS:1000016", "scan start time", "\(time)", unit: ("UO:0000010", "second")))
        }
        return lines + ["    </scan>", "  </scanList>"]
    }

    private static func precursor(_ precursor: Precursor) -> [String] {
        let source = precursor.sourceSpectrumID.map { " spectrumRef=\"\(XMLText.attribute($0))\"" } ?? ""
        var lines = ["    <precursor\(source)>"]
        if let window = precursor.isolationWindow {
            lines += [
                "      <isolationWindow>",
                "        " + term("MS:1000827", "isolation window target m/z", "\(window.targetMZ)", unit: mzUnit),
                "        " + term("MS:1000828", "isolation window lower offset", "\(window.lowerOffset)", unit: mzUnit),
                "        " + term("MS:1000829", "isolation window upper offset", "\(window.upperOffset)", unit: mzUnit),
                "      </isolationWindow>",
            ]
        }
        lines += selectedIon(precursor)
        lines.append("      <activation>")
        lines += activation(precursor.activation).map { "        " + $0 }
        return lines + ["      </activation>", "    </precursor>"]
    }

    private static func selectedIon(_ precursor: Precursor) -> [String] {
        guard let mz = precursor.mz else { return [] }
        var terms = [term("MS:1000744", "selected ion m/z", "\(mz)", unit: mzUnit)]
        if let charge = precursor.charge { terms.append(term("MS:1000041", "charge state", "\(charge)")) }
        terms += precursor.possibleCharges.map { term("MS:1000633", "possible charge state", "\($0)") }
        if let intensity = precursor.intensity {
            terms.append(term("MS:1000042", "peak intensity", "\(intensity)", unit: countsUnit))
        }
        return ["      <selectedIonList count=\"1\">", "        <selectedIon>"] + terms.map { "          " + $0 }
            + ["        </selectedIon>", "      </selectedIonList>"]
    }

    private static func activation(_ activation: Activation) -> [String] {
        var terms = activation.methods.map { method in
            switch method {
            case .cid: return term("MS:1000133", "collision-induced dissociation")
            case .hcd: return term("MS:1000422", "beam-type collision-induced dissociation")
            case .etd: return term("MS:1000598", "electron transfer dissociation")
            case .ecd: return term("MS:1000250", "electron capture dissociation")
            case .ethcd: return term("MS:1002631", "Electron-Transfer/Higher-Energy Collision Dissociation (EThcD)")
            case .irmpd: return term("MS:1000262", "infrared multiphoton dissociation")
            case .uvpd: return term("MS:1003246", "ultraviolet photodissociation")
            case .other: return term("MS:1000044", "dissociation method")
            }
        }
        if let energy = activation.collisionEnergy {
            terms.append(term("MS:1000045", "collision energy", "\(energy)", unit: ("UO:0000266", "electronvolt")))
        }
        return terms
    }

    private static func array(_ text: String, _ type: String, _ content: String) -> [String] {
        [
            "    <binaryDataArray encodedLength=\"\(text.utf8.count)\">", "      " + type,
            "      " + term("MS:1000574", "zlib compression"), "      " + content, "      <binary>\(text)</binary>",
            "    </binaryDataArray>",
        ]
    }
}
