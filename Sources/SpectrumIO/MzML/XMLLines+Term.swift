internal import SpectrumModel

/// A unit as a cvParam states it.
struct MzMLUnit {
    /// The attributes, with a blank before them.
    let attributes: String

    /// - Parameter accession: a term of one of the vocabularies that a document lists; of other units the name is written.
    init(_ accession: String?, _ name: String) {
        var attributes = ""
        if let accession, accession.hasPrefix("MS:") || accession.hasPrefix("UO:") {
            attributes += " unitCvRef=\"\(accession.prefix(2))\" unitAccession=\"\(XMLText.attribute(accession))\""
        }
        if !name.isEmpty { attributes += " unitName=\"\(XMLText.attribute(name))\"" }
        self.attributes = attributes
    }

    static let mz = MzMLUnit("MS:1000040", "m/z")
    static let counts = MzMLUnit("MS:1000131", "number of detector counts")
    static let minute = MzMLUnit("UO:0000031", "minute")
    static let millisecond = MzMLUnit("UO:0000028", "millisecond")
    static let volt = MzMLUnit("UO:0000218", "volt")
    static let voltSecondPerSquareCentimeter = MzMLUnit("MS:1002814", "volt-second per square centimeter")
    static let electronvolt = MzMLUnit("UO:0000266", "electronvolt")
}

extension XMLLines {
    /// A cvParam of the PSI-MS vocabulary.
    mutating func term(_ accession: String, _ name: String, _ value: String = "", unit: MzMLUnit? = nil) {
        begin()
        add("<cvParam cvRef=\"MS\" accession=\"")
        add(accession)
        add("\" name=\"")
        add(name)
        add("\" value=\"")
        add(XMLText.attribute(value))
        add("\"")
        if let unit { add(unit.attributes) }
        add("/>")
        end()
    }

    /// A cvParam whose value is a number, written so that it reads back to the same one.
    mutating func term(_ accession: String, _ name: String, _ value: Double, unit: MzMLUnit? = nil) {
        term(accession, name, "\(value)", unit: unit)
    }

    /// The cvParam of a value of ion mobility.
    mutating func term(_ mobility: IonMobility) {
        switch mobility.quantity {
        case .inverseReducedMobility:
            term(
                "MS:1002815", "inverse reduced ion mobility", mobility.value, unit: .voltSecondPerSquareCentimeter)
        case .driftTime: term("MS:1002476", "ion mobility drift time", mobility.value, unit: .millisecond)
        case .compensationVoltage: term("MS:1001581", "FAIMS compensation voltage", mobility.value, unit: .volt)
        }
    }
}
