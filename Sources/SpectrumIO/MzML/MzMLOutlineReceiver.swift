/// Understands an mzML document outside of its spectra: what stands before them, and that none come after.
final class MzMLOutlineReceiver: XMLReceiver {
    private(set) var header = SpectrumFileHeader()
    private(set) var groups: MzMLParameterGroups = [:]
    private(set) var notes = SpectrumNotes()
    /// Whether a `<spectrum>` was met, which belongs to the blocks and not here.
    private(set) var metSpectrum = false

    /// Scheme of the native identifiers, where all source files have the same.
    var nativeIDFormat: NativeIDFormat? { nativeIDFormats.count == 1 ? nativeIDFormats.first : nil }

    private enum Scope {
        case none, sourceFile, group(String), software(version: String), instrument, processing
    }

    /// The index at the end of the document.
    var statedIndex: StatedIndex { indexReader.index }

    private var nativeIDFormats: Set<NativeIDFormat> = []
    private var scope = Scope.none
    private var indexReader = StatedIndexReader()
    private var softwareID = ""

    override func start(_ element: XMLName, _ attributes: XMLAttributes) {
        switch element {
        case .mzML: header.formatVersion = attributes.text(.version)
        case .sourceFile:
            scope = .sourceFile
            if let name = attributes.text(.name), !name.isEmpty { header.sourceFileNames.append(name) }
        case .referenceableParamGroup:
            let id = attributes.text(.id) ?? ""
            groups[id] = []
            scope = .group(id)
        case .software:
            scope = .software(version: attributes.text(.version) ?? "")
            softwareID = attributes.text(.id) ?? ""
        case .instrumentConfiguration: scope = .instrument
        case .dataProcessing: scope = .processing
        case .run:
            header.runID = attributes.text(.id)
            header.runStartTime = attributes.text(.startTimeStamp)
        case .spectrumList: readCount(attributes)
        case .spectrum: metSpectrum = true
        case .cvParam, .userParam: apply(MzMLParameter(attributes))
        case .referenceableParamGroupRef:
            guard case .instrument = scope else { return }
            for parameter in groups[attributes.text(.ref) ?? ""] ?? [] { parameter.apply(apply) }
        default: wantsCharacters = indexReader.start(element, attributes)
        }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { indexReader.characters(bytes) }

    override func end(_ element: XMLName) {
        switch element {
        case .software:
            if case .software(let version) = scope { addSoftware(softwareID, version) }
            scope = .none
        case .sourceFile, .referenceableParamGroup, .instrumentConfiguration, .dataProcessing: scope = .none
        default:
            wantsCharacters = false
            indexReader.end(element)
        }
    }

    private func readCount(_ attributes: XMLAttributes) {
        guard let text = attributes.text(.count) else { return }
        if let count = Int(text), count >= 0 {
            header.declaredSpectrumCount = count
        } else {
            notes.add(.unreadableCount, index: nil, detail: "count=\"\(text)\"")
        }
    }

    private func apply(_ parameter: MzMLParameter) {
        let name = XMLAttributes.text(parameter.name)
        switch scope {
        case .sourceFile:
            if name.hasSuffix("nativeID format") {
                header.nativeIDFormat = name
                if parameter.term != 0 { nativeIDFormats.insert(NativeIDFormat(term: parameter.term)) }
            }
        case .group(let id): groups[id]?.append(StoredMzMLParameter(parameter))
        case .software:
            if parameter.term == MzMLTerm.customSoftware {
                if !parameter.value.isEmpty { softwareID = XMLAttributes.text(parameter.value) }
            } else if parameter.term != 0 {
                softwareID = name
            }
        case .instrument:
            if header.instrument == nil, parameter.term != 0, parameter.term != MzMLTerm.instrumentSerialNumber {
                header.instrument = name
            }
        // What has a value is a setting of the step, or when it was done.
        case .processing: if parameter.term != 0, parameter.value.isEmpty { header.addProcessing(name) }
        case .none: break
        }
    }

    private func addSoftware(_ name: String, _ version: String) {
        let text = [name, version].filter { !$0.isEmpty }.joined(separator: " ")
        if !text.isEmpty { header.software.append(text) }
    }
}
