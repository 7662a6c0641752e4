internal import SpectrumModel

extension MzMLSpectrumDraft {
    /// Takes a parameter of the spectrum itself.
    mutating func apply(_ parameter: MzMLParameter) {
        switch parameter.term {
        case MzMLTerm.msLevel: msLevel = parameter.integer
        case MzMLTerm.ms1Spectrum: impliedLevel = 1
        case MzMLTerm.msnSpectrum: impliedLevel = 2
        case MzMLTerm.centroid: signal = .centroid
        case MzMLTerm.profile: signal = .profile
        case _ where MzMLTerm.isLightSpectrum(parameter.term): isLight = true
        default: applyScan(parameter)
        }
    }

    /// Takes a parameter of a scan; of several scans the first that states something counts.
    mutating func applyScan(_ parameter: MzMLParameter) {
        switch parameter.term {
        case MzMLTerm.positiveScan: polarity = polarity ?? .positive
        case MzMLTerm.negativeScan: polarity = polarity ?? .negative
        case MzMLTerm.scanStartTime: applyTime(parameter)
        case MzMLTerm.msLevel: msLevel = msLevel ?? parameter.integer
        case MzMLTerm.filterString:
            guard scan.filterString == nil, !parameter.value.isEmpty else { return }
            scan.filterString = XMLAttributes.text(parameter.value)
        case MzMLTerm.injectionTime:
            let time = parameter.milliseconds
            if time == nil { hasUnreadableScanFact = true }
            scan.injectionTimeMilliseconds = scan.injectionTimeMilliseconds ?? time
        case MzMLTerm.compensationVoltage, MzMLTerm.driftTime, MzMLTerm.inverseReducedMobility:
            if let mobility = parameter.ionMobility(&hasUnreadableScanFact) { scan.ionMobilities.addIfNew(mobility) }
        default:
            guard misplacedCharge == nil, parameter.term == MzMLTerm.chargeState || parameter.isChargeByName else {
                return
            }
            misplacedCharge = parameter.chargeNumber(&hasUnreadableCharge)
        }
    }

    // MARK: - Scan windows

    /// Begins a scan; of several scans the first that has windows gives them.
    mutating func beginScan() { takesScanWindows = scan.windows.isEmpty }

    /// Takes a parameter of a scan window.
    mutating func applyScanWindow(_ parameter: MzMLParameter) {
        switch parameter.term {
        case MzMLTerm.scanWindowLowerLimit: scanWindow.lower = parameter.double
        case MzMLTerm.scanWindowUpperLimit: scanWindow.upper = parameter.double
        default: break
        }
    }

    /// Keeps the scan window that has ended.
    mutating func endScanWindow() {
        defer { scanWindow = (nil, nil) }
        guard takesScanWindows else { return }
        guard let lower = scanWindow.lower, let upper = scanWindow.upper, lower.isFinite, upper.isFinite, lower <= upper
        else {
            hasUnreadableScanFact = true
            return
        }
        scan.windows.append(ScanWindow(lowerMZ: lower, upperMZ: upper))
    }

    private mutating func applyTime(_ parameter: MzMLParameter) {
        guard retentionTimeSeconds == nil else { return }
        let factor = MzMLTerm.seconds(unitAccession: parameter.unitAccession, unitName: parameter.unitName)
        guard let factor, let value = parameter.double, value.isFinite else {
            hasUnreadableTime = true
            return
        }
        retentionTimeSeconds = value * factor
    }
}

extension MzMLParameter {
    /// The value as a time; a unit that is absent is the term's own, milliseconds.
    var milliseconds: Double? {
        guard let value = double, value.isFinite else { return nil }
        if unitAccession.isEmpty, unitName.isEmpty { return value }
        let seconds = MzMLTerm.seconds(unitAccession: unitAccession, unitName: unitName)
        return seconds.map { value * ($0 * 1000) }
    }

    /// The value as one of ion mobility; `nil` for any other term, and for one without a readable value.
    func ionMobility(_ unreadable: inout Bool) -> IonMobility? {
        let number: Double?
        let quantity: IonMobility.Quantity
        switch term {
        case MzMLTerm.driftTime: (quantity, number) = (.driftTime, milliseconds)
        case MzMLTerm.inverseReducedMobility: (quantity, number) = (.inverseReducedMobility, double)
        case MzMLTerm.compensationVoltage: (quantity, number) = (.compensationVoltage, double)
        default: return nil
        }
        guard let number, number.isFinite else {
            unreadable = true
            return nil
        }
        return IonMobility(quantity, number)
    }

    /// Whether it is a userParam that plainly names a charge: `charge`, `charge state`, or either after a bracketed
    /// prefix such as `[Thermo Trailer Extra]`, with or without a colon at the end.
    var isChargeByName: Bool {
        guard term == 0, name.count >= 6, name.count <= 64, endsLikeCharge else { return false }
        var text = Substring(String(decoding: name, as: UTF8.self).lowercased())
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") { text = text[text.index(after: end)...] }
        if text.hasSuffix(":") { text.removeLast() }
        let words = text.split { $0.isWhitespace || $0 == "_" }
        return words == ["charge"] || words == ["charge", "state"]
    }

    /// Whether the name ends in `ge` or `te`, without a colon after it: a test of two bytes that spares nearly all
    /// other parameters the making of strings.
    private var endsLikeCharge: Bool {
        var end = name.count
        if name[end - 1] == UInt8(ascii: ":") { end -= 1 }
        let before = name[end - 2] | 0x20
        return name[end - 1] | 0x20 == UInt8(ascii: "e") && (before == UInt8(ascii: "g") || before == UInt8(ascii: "t"))
    }

    /// The value as a number of charges, positive in both polarities; `nil` for 0, which writers use for "not known".
    func chargeNumber(_ unreadable: inout Bool) -> Int? {
        guard let charge = integer, charge.magnitude < 1000 else {
            unreadable = true
            return nil
        }
        return charge == 0 ? nil : abs(charge)
    }
}
