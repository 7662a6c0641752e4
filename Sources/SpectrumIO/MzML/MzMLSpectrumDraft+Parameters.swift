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
        case _ where MzMLTerm.lightSpectra.contains(parameter.term): isLight = true
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
        default:
            guard misplacedCharge == nil, parameter.term == MzMLTerm.chargeState || parameter.isChargeByName else {
                return
            }
            misplacedCharge = parameter.chargeNumber(&hasUnreadableCharge)
        }
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
