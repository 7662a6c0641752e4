internal import SpectrumModel

/// A `<binaryDataArray>` while it is being read; used again for the next.
final class MzMLArrayReader {
    /// What the numbers of an array are.
    enum Content {
        case mz, intensity, other
    }

    @exclusivity(unchecked) private(set) var content = Content.other
    /// What the array says about itself where it is neither of the two, without its values; `nil` where it has no name.
    @exclusivity(unchecked) private(set) var extra: ExtraArray?
    @exclusivity(unchecked) private var type: NumberType?
    @exclusivity(unchecked) private var isZlib = false
    @exclusivity(unchecked) private var numpress: Numpress.Method?
    @exclusivity(unchecked) private var undecodedCompression: String?
    @exclusivity(unchecked) private var declaredLength: Int?
    @exclusivity(unchecked) private var text: [UInt8] = []
    /// Text that is not copied, because it outlives the array.
    @exclusivity(unchecked) private var lastingText: UnsafeBufferPointer<UInt8>?
    /// Whether there is such text that was not found to be base64.
    @exclusivity(unchecked) private(set) var hasUnreadText = false
    private let decoder = BinaryArrayDecoder()

    /// Begins an array of a spectrum with this default length.
    func begin(_ attributes: XMLAttributes, defaultLength: Int?) {
        content = .other
        extra = nil
        type = nil
        isZlib = false
        numpress = nil
        undecodedCompression = nil
        declaredLength = attributes.integer(.arrayLength) ?? defaultLength
        forgetText()
    }

    /// Forgets the text of the array before; to be called where the text that ``take(_:)`` was given may be gone.
    func forgetText() {
        text.removeAll(keepingCapacity: true)
        lastingText = nil
        hasUnreadText = false
    }

    /// Takes a piece of base64 text.
    func append(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

    /// Takes all of the base64 text, which stays where it is until the array has ended.
    func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        hasUnreadText = true
        if text.isEmpty, lastingText == nil {
            lastingText = bytes
        } else {
            if let lastingText { append(lastingText) }
            lastingText = nil
            append(bytes)
        }
    }

    /// Takes a parameter of the array.
    func apply(_ parameter: MzMLParameter) {
        switch parameter.term {
        case MzMLTerm.mzArray: content = .mz
        case MzMLTerm.intensityArray: content = .intensity
        case MzMLTerm.zlib: isZlib = true
        case MzMLTerm.noCompression: isZlib = false
        default:
            if let type = MzMLTerm.numberType(parameter.term) {
                self.type = type
            } else if let (method, withZlib) = MzMLTerm.numpress(parameter.term) {
                numpress = method
                isZlib = isZlib || withZlib
            } else if MzMLTerm.isUndecodedCompression(parameter.term) {
                undecodedCompression = "MS:\(parameter.term) (\(XMLAttributes.text(parameter.name)))"
            } else if extra == nil, let array = parameter.extraArray {
                extra = array
            }
        }
    }

    /// Decodes the array that has ended.
    func finish() -> MzMLSpectrumDraft.PeakArray {
        let name = nameInMessages
        if let undecodedCompression {
            return .failed(.undecodableArray, "\(name): compression \(undecodedCompression) is not read")
        }
        if let declaredLength, declaredLength < 0 || declaredLength > ReadLimits.maximumPoints {
            return .failed(.undecodableArray, "\(name): declares \(declaredLength) points")
        }
        do {
            let values = try withText { text throws(BinaryArrayDecoder.Failure) in
                try decoder.withBytes(of: text, compressed: isZlib, expectedByteCount: expectedByteCount) { bytes in
                    if let numpress { return numpressNumbers(bytes, numpress, name) }
                    guard let type else { return .failed(.undecodableArray, "\(name): its number type is not stated") }
                    return numbers(bytes, type, name)
                }
            }
            hasUnreadText = false
            return values
        } catch {
            return .failed(.undecodableArray, "\(name): \(error)")
        }
    }

    private func withText<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(BinaryArrayDecoder.Failure) -> Result
    ) throws(BinaryArrayDecoder.Failure) -> Result {
        if let lastingText { return try body(lastingText) }
        return try text.withUnsafeBufferPointer { text throws(BinaryArrayDecoder.Failure) in try body(text) }
    }

    private var nameInMessages: String {
        switch content {
        case .mz: return "m/z array"
        case .intensity: return "intensity array"
        case .other: return extra.map { "array \"\($0.name)\"" } ?? "array without name"
        }
    }

    /// How the array is stored.
    var encoding: ArrayEncoding {
        let stored: ArrayEncoding.Content = content == .mz ? .mz : content == .intensity ? .intensity : .other
        if undecodedCompression != nil { return ArrayEncoding(content: stored, compression: .unread) }
        if let numpress { return ArrayEncoding(content: stored, compression: .numpress(numpress, zlib: isZlib)) }
        return ArrayEncoding(content: stored, numberType: type, compression: .plain(zlib: isZlib))
    }

    /// What the declared length makes known before decoding; MS-Numpress takes as many bytes as the values need.
    private var expectedByteCount: Int? {
        guard numpress == nil, let type else { return nil }
        return declaredLength.map { $0 * type.byteCount }
    }

    private func numbers(
        _ bytes: UnsafeRawBufferPointer, _ type: NumberType, _ name: String
    ) -> MzMLSpectrumDraft.PeakArray {
        let (count, rest) = bytes.count.quotientAndRemainder(dividingBy: type.byteCount)
        if rest != 0 {
            return .failed(.arrayLengthMismatch, "\(name): \(bytes.count) bytes are no whole number of values")
        }
        if let mismatch = mismatch(count, name) { return mismatch }
        return .values(PeakArrays.doubles(bytes, type: type, order: .little))
    }

    private func numpressNumbers(
        _ bytes: UnsafeRawBufferPointer, _ method: Numpress.Method, _ name: String
    ) -> MzMLSpectrumDraft.PeakArray {
        do {
            let limit = declaredLength ?? ReadLimits.maximumPoints
            let values = try Numpress.decode(bytes, method, maximumCount: limit)
            return mismatch(values.count, name) ?? .values(values)
        } catch .tooManyValues(let limit) where declaredLength != nil {
            return .failed(.arrayLengthMismatch, "\(name): more values than the \(limit) that are declared")
        } catch {
            return .failed(.undecodableArray, "\(name): \(error)")
        }
    }

    private func mismatch(_ count: Int, _ name: String) -> MzMLSpectrumDraft.PeakArray? {
        if let declaredLength, count != declaredLength {
            return .failed(.arrayLengthMismatch, "\(name): \(count) values where \(declaredLength) are declared")
        }
        if count > ReadLimits.maximumPoints { return .failed(.undecodableArray, "\(name): \(count) points") }
        return nil
    }
}

extension MzMLParameter {
    /// The array that the parameter names, if it names one: its term is called an array (those below MS:1000513 all are),
    /// and the term for all others has the name as its value.
    fileprivate var extraArray: ExtraArray? {
        guard term != 0 else { return nil }
        var array = ExtraArray(name: XMLAttributes.text(name), values: [])
        guard array.name.hasSuffix("array") else { return nil }
        if term == MzMLTerm.nonStandardArray {
            if !value.isEmpty { array.name = XMLAttributes.text(value) }
        } else {
            array.accession = "MS:\(term)"
        }
        if !unitAccession.isEmpty { array.unitAccession = XMLAttributes.text(unitAccession) }
        if !unitName.isEmpty { array.unitName = XMLAttributes.text(unitName) }
        return array
    }
}
