/// A unit as a cvParam states it.
struct MzMLUnit {
    /// The attributes, with a blank before them.
    let attributes: String

    private init(_ accession: String, _ name: String) {
        attributes =
            " unitCvRef=\"\(accession.prefix(2))\" unitAccession=\"\(accession)\" unitName=\"\(name)\""
    }

    static let mz = MzMLUnit("MS:1000040", "m/z")
    static let counts = MzMLUnit("MS:1000131", "number of detector counts")
    static let minute = MzMLUnit("UO:0000031", "minute")
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
}
