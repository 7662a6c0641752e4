/// A cvParam or userParam as it stands in the document, valid only while its tag is being handled.
struct MzMLParameter {
    /// Number of the PSI-MS term; 0 for a userParam or a term of another vocabulary.
    var term = 0
    /// Name as written.
    var name = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Value; empty where there is none.
    var value = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Accession of the unit; empty where there is none.
    var unitAccession = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Name of the unit; empty where there is none.
    var unitName = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

    init(_ attributes: XMLAttributes) {
        for index in 0..<attributes.count {
            switch attributes.name(index) {
            case .accession: term = Self.termNumber(attributes.value(index))
            case .name: name = attributes.value(index)
            case .value: value = attributes.value(index)
            case .unitAccession: unitAccession = attributes.value(index)
            case .unitName: unitName = attributes.value(index)
            default: break
            }
        }
    }

    fileprivate init() {}

    /// The value as a number, or `nil` where it is none.
    var double: Double? { DecimalNumber.double(value) }
    /// The value as an integer, or `nil` where it is none; `2.0` counts as one.
    var integer: Int? { DecimalNumber.integer(value) ?? double.flatMap { Int(exactly: $0) } }

    /// The number in `MS:1000511`; 0 for anything else.
    static func termNumber(_ accession: UnsafeBufferPointer<UInt8>) -> Int {
        guard accession.count == 10, accession[0] == UInt8(ascii: "M"), accession[1] == UInt8(ascii: "S"),
            accession[2] == UInt8(ascii: ":")
        else { return 0 }
        var number = 0
        for index in 3..<10 {
            guard ASCII.isDigit(accession[index]) else { return 0 }
            number = number &* 10 &+ Int(accession[index] &- 0x30)
        }
        return number
    }
}

/// A parameter kept: what a referenceableParamGroup holds.
struct StoredMzMLParameter: Sendable {
    private let term: Int
    private let name: [UInt8]
    private let value: [UInt8]
    private let unitAccession: [UInt8]
    private let unitName: [UInt8]

    init(_ parameter: MzMLParameter) {
        term = parameter.term
        name = Array(parameter.name)
        value = Array(parameter.value)
        unitAccession = Array(parameter.unitAccession)
        unitName = Array(parameter.unitName)
    }

    /// Hands the parameter to `body` as if it stood in the document.
    func apply(_ body: (MzMLParameter) -> Void) {
        name.withUnsafeBufferPointer { name in
            value.withUnsafeBufferPointer { value in
                unitAccession.withUnsafeBufferPointer { unitAccession in
                    unitName.withUnsafeBufferPointer { unitName in
                        var parameter = MzMLParameter()
                        parameter.term = term
                        parameter.name = name
                        parameter.value = value
                        parameter.unitAccession = unitAccession
                        parameter.unitName = unitName
                        body(parameter)
                    }
                }
            }
        }
    }
}

/// The referenceableParamGroups of a file, by identifier.
typealias MzMLParameterGroups = [String: [StoredMzMLParameter]]
