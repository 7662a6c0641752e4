internal import SpectrumModel

extension MzMLSpectrumEncoder {
    /// The `<precursorList>` of a spectrum that has precursors.
    func precursors(_ precursors: [Precursor], _ lines: inout XMLLines) {
        guard !precursors.isEmpty else { return }
        lines.open("<precursorList count=\"\(precursors.count)\">")
        for precursor in precursors { self.precursor(precursor, &lines) }
        lines.close("</precursorList>")
    }

    private func precursor(_ precursor: Precursor, _ lines: inout XMLLines) {
        if let source = precursor.sourceSpectrumID {
            lines.open("<precursor spectrumRef=\"\(XMLText.attribute(source))\">")
        } else {
            lines.open("<precursor>")
        }
        if let window = precursor.isolationWindow { isolationWindow(window, &lines) }
        if precursor.statesIon { selectedIon(precursor, &lines) }
        lines.open("<activation>")
        activation(precursor.activation, &lines)
        lines.close("</activation>")
        lines.close("</precursor>")
    }

    private func isolationWindow(_ window: IsolationWindow, _ lines: inout XMLLines) {
        lines.open("<isolationWindow>")
        lines.term("MS:1000827", "isolation window target m/z", window.targetMZ, unit: .mz)
        lines.term("MS:1000828", "isolation window lower offset", window.lowerOffset, unit: .mz)
        lines.term("MS:1000829", "isolation window upper offset", window.upperOffset, unit: .mz)
        lines.close("</isolationWindow>")
    }

    private func selectedIon(_ precursor: Precursor, _ lines: inout XMLLines) {
        lines.open("<selectedIonList count=\"1\">")
        lines.open("<selectedIon>")
        if let mz = precursor.mz { lines.term("MS:1000744", "selected ion m/z", mz, unit: .mz) }
        if let charge = precursor.charge { lines.term("MS:1000041", "charge state", "\(charge)") }
        for charge in precursor.possibleCharges { lines.term("MS:1000633", "possible charge state", "\(charge)") }
        if let intensity = precursor.intensity {
            lines.term("MS:1000042", "peak intensity", intensity, unit: .counts)
        }
        for mobility in precursor.ionMobilities { lines.term(mobility) }
        lines.close("</selectedIon>")
        lines.close("</selectedIonList>")
    }

    private func activation(_ activation: Activation, _ lines: inout XMLLines) {
        for method in activation.methods {
            switch method {
            case .cid: lines.term("MS:1000133", "collision-induced dissociation")
            case .hcd: lines.term("MS:1000422", "beam-type collision-induced dissociation")
            case .etd: lines.term("MS:1000598", "electron transfer dissociation")
            case .ecd: lines.term("MS:1000250", "electron capture dissociation")
            case .ethcd: lines.term("MS:1002631", "electron-transfer/higher-energy collision dissociation")
            case .irmpd: lines.term("MS:1000262", "infrared multiphoton dissociation")
            case .uvpd: lines.term("MS:1003246", "ultraviolet photodissociation")
            case .other: lines.term("MS:1000044", "dissociation method")
            }
        }
        if let energy = activation.collisionEnergy {
            lines.term("MS:1000045", "collision energy", energy, unit: .electronvolt)
        }
    }
}

extension Precursor {
    /// Whether anything is known of the selected ion.
    fileprivate var statesIon: Bool {
        mz != nil || charge != nil || !possibleCharges.isEmpty || intensity != nil || !ionMobilities.isEmpty
    }
}
