internal import SpectrumModel

/// Builds spectra from the elements of a block.
final class MzMLSpectrumReceiver: XMLReceiver {
    private enum Scope {
        case spectrum, scan, scanWindow, precursor, isolationWindow, selectedIon, activation, product, array
    }

    /// The spectra of the block that are complete, with the small problems met.
    var decoded: DecodedBlock {
        DecodedBlock(spectra: spectra, notes: finisher.notes, arrayEncodings: arrayEncodings)
    }
    /// How many spectra of the block are complete.
    var spectrumCount: Int { spectra.count }
    /// Native identifier of the last complete spectrum.
    var lastID: String? { spectra.last?.nativeID }

    /// What was taken out of the block before parsing, where anything was.
    @exclusivity(unchecked) var insets: MzMLInsetReader?
    /// Whether something that was taken out could not be read, so that the block has to be parsed as it stands.
    private(set) var hasUnreadInsets = false

    private let groups: MzMLParameterGroups
    private let nativeIDFormat: NativeIDFormat?
    private let array = MzMLArrayReader()
    @exclusivity(unchecked) private var spectra: [ReadSpectrum] = []
    private var block: (firstIndex: Int, offsets: [Int]) = (0, [])
    @exclusivity(unchecked) private var finisher = SpectrumFinisher()
    @exclusivity(unchecked) private var arrayEncodings = ArrayEncodings()
    @exclusivity(unchecked) private var scopes: [Scope] = []
    @exclusivity(unchecked) private var draft = MzMLSpectrumDraft()
    @exclusivity(unchecked) private var precursor = MzMLPrecursorDraft()

    init(groups: MzMLParameterGroups, nativeIDFormat: NativeIDFormat?) {
        self.groups = groups
        self.nativeIDFormat = nativeIDFormat
    }

    /// Forgets the block before and readies for one with these spectra.
    func begin(firstIndex: Int, offsets: [Int], insets: MzMLInsetReader?) {
        self.insets = insets
        hasUnreadInsets = false
        // It may lie in the block before, and a text outside of any array would be added to it.
        array.forgetText()
        spectra = []
        spectra.reserveCapacity(offsets.count)
        finisher = SpectrumFinisher()
        arrayEncodings = ArrayEncodings()
        block = (firstIndex, offsets)
        scopes = []
    }

    override func start(_ element: XMLName, _ attributes: XMLAttributes) {
        handleInsets()
        switch element {
        case .cvParam, .userParam: applyParsed(MzMLParameter(attributes))
        case .referenceableParamGroupRef: applyGroup(attributes)
        case .binaryDataArray:
            array.begin(attributes, defaultLength: draft.declaredLength)
            scopes.append(.array)
        case .binary: wantsCharacters = true
        case .spectrum: startSpectrum(attributes)
        case .scan:
            draft.beginScan()
            scopes.append(.scan)
        case .scanWindow: scopes.append(.scanWindow)
        case .precursor:
            precursor = MzMLPrecursorDraft()
            precursor.sourceSpectrumID = attributes.text(.spectrumRef)
            scopes.append(.precursor)
        case .isolationWindow: scopes.append(scopes.last == .product ? .product : .isolationWindow)
        case .selectedIon:
            precursor.ions.append(MzMLPrecursorDraft.Ion())
            scopes.append(.selectedIon)
        case .activation: scopes.append(.activation)
        case .product: scopes.append(.product)
        default: break
        }
    }

    override func end(_ element: XMLName) {
        handleInsets()
        switch element {
        case .binary: wantsCharacters = false
        case .binaryDataArray:
            keepArray()
            arrayEncodings.add(array.encoding)
            leaveScope()
        case .precursor:
            draft.precursors += precursor.precursors(misplaced: &draft.usedMisplacedCharge)
            if precursor.statesLimitsAsOffsets { draft.statesLimitsAsOffsets = true }
            leaveScope()
        case .scanWindow:
            draft.endScanWindow()
            leaveScope()
        case .scan, .isolationWindow, .selectedIon, .activation, .product: leaveScope()
        case .spectrum: finishSpectrum()
        default: break
        }
    }

    override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { array.append(bytes) }

    /// Handles what was taken out before the tag that the parser reports.
    private func handleInsets() {
        while let inset = insets?.next(before: tagNumber) {
            switch inset {
            case .parameter(let parameter): apply(parameter)
            case .text(let text): array.take(text)
            case .unknown: hasUnreadInsets = true
            }
        }
    }

    private func applyParsed(_ parameter: MzMLParameter) {
        insets?.learn(parameter, tagNumber: tagNumber)
        apply(parameter)
    }

    /// Elements may be nested as no schema has it, so that there may be no scope left.
    private func leaveScope() { _ = scopes.popLast() }

    // MARK: - Spectrum

    private func startSpectrum(_ attributes: XMLAttributes) {
        draft = MzMLSpectrumDraft()
        draft.nativeID = attributes.text(.nativeID) ?? attributes.text(.id)
        if let length = attributes[.defaultArrayLength] {
            draft.declaredLength = DecimalNumber.integer(length).flatMap { $0 < 0 ? nil : $0 }
            if draft.declaredLength == nil { draft.unreadableLength = XMLAttributes.text(length) }
        }
        scopes = [.spectrum]
    }

    private func finishSpectrum() {
        let ordinal = spectra.count
        let index = block.firstIndex + ordinal
        let offset = ordinal < block.offsets.count ? block.offsets[ordinal] : 0
        // Taken out rather than looked at where it is: each look at a property copies all of its arrays' references.
        var draft = MzMLSpectrumDraft()
        swap(&draft, &self.draft)
        draft.placeCharge()
        let spectrum = draft.spectrum(index: index, nativeIDFormat: nativeIDFormat)
        if let (reason, message) = draft.fault {
            spectra.append(SpectrumFinisher.setAside(spectrum, reason, message, offset))
        } else {
            let finished = finisher.finish(
                spectrum, mz: draft.mz.values, intensities: draft.intensities.values, byteOffset: offset)
            spectra.append(finished)
        }
        draft.addNotes(to: &finisher.notes, index: index)
        scopes = []
    }

    private func keepArray() {
        defer { if array.hasUnreadText { hasUnreadInsets = true } }
        switch array.content {
        case .mz: if case .absent = draft.mz { draft.mz = array.finish() }
        case .intensity: if case .absent = draft.intensities { draft.intensities = array.finish() }
        case .other: keepExtraArray()
        }
    }

    private func keepExtraArray() {
        draft.hasOtherArrays = true
        guard var extra = array.extra else {
            draft.droppedArrays.append("an array whose content is not named")
            return
        }
        switch array.finish() {
        case .values(let values):
            extra.values = values
            draft.extraArrays.append(extra)
        case .failed(_, let message): draft.droppedArrays.append(message)
        case .absent: break
        }
    }

    // MARK: - Parameters

    private func applyGroup(_ attributes: XMLAttributes) {
        guard let parameters = groups[attributes.text(.ref) ?? ""] else {
            draft.hasUnknownGroup = true
            return
        }
        for parameter in parameters { parameter.apply(apply) }
    }

    private func apply(_ parameter: MzMLParameter) {
        switch scopes.last {
        case .array: array.apply(parameter)
        case .spectrum: draft.apply(parameter)
        case .scan: draft.applyScan(parameter)
        case .scanWindow: draft.applyScanWindow(parameter)
        case .selectedIon: applyIon(parameter)
        case .isolationWindow: applyIsolation(parameter)
        case .activation: applyActivation(parameter)
        case .precursor: applyMisplacedCharge(parameter)
        case .product, nil: break
        }
    }

    private func applyIon(_ parameter: MzMLParameter) {
        guard let last = precursor.ions.indices.last else { return }
        switch parameter.term {
        case MzMLTerm.selectedIonMZ, MzMLTerm.mz:
            let mz = parameter.double.flatMap { $0 > 0 && $0 < .infinity ? $0 : nil }
            precursor.ions[last].mz = mz
            if mz == nil { draft.hasUnreadablePrecursor = true }
        case MzMLTerm.peakIntensity: precursor.ions[last].intensity = parameter.double
        case MzMLTerm.compensationVoltage, MzMLTerm.driftTime, MzMLTerm.inverseReducedMobility:
            if let mobility = parameter.ionMobility(&draft.hasUnreadableScanFact) {
                precursor.ions[last].ionMobilities.addIfNew(mobility)
            }
        case MzMLTerm.possibleChargeState:
            if let charge = parameter.chargeNumber(&draft.hasUnreadableCharge) {
                precursor.ions[last].possibleCharges.append(charge)
            }
        case MzMLTerm.chargeState: precursor.ions[last].charge = parameter.chargeNumber(&draft.hasUnreadableCharge)
        default:
            guard parameter.isChargeByName, precursor.ions[last].charge == nil else { return }
            precursor.ions[last].charge = parameter.chargeNumber(&draft.hasUnreadableCharge)
            if precursor.ions[last].charge != nil { draft.usedMisplacedCharge = true }
        }
    }

    private func applyIsolation(_ parameter: MzMLParameter) {
        switch parameter.term {
        case MzMLTerm.isolationTarget: precursor.isolationTarget = parameter.double
        case MzMLTerm.mz: precursor.isolationTarget = precursor.isolationTarget ?? parameter.double
        case MzMLTerm.isolationLowerOffset: precursor.isolationLowerOffset = parameter.double
        case MzMLTerm.isolationUpperOffset: precursor.isolationUpperOffset = parameter.double
        case MzMLTerm.isolationLowerLimit: precursor.isolationLowerLimit = parameter.double
        case MzMLTerm.isolationUpperLimit: precursor.isolationUpperLimit = parameter.double
        case MzMLTerm.isolationWidth:
            precursor.isolationLowerOffset = parameter.double.map { $0 / 2 }
            precursor.isolationUpperOffset = precursor.isolationLowerOffset
        default: applyMisplacedCharge(parameter)
        }
    }

    private func applyActivation(_ parameter: MzMLParameter) {
        if parameter.term == MzMLTerm.collisionEnergy {
            precursor.collisionEnergy = precursor.collisionEnergy ?? parameter.double
        } else if let method = MzMLTerm.dissociation(parameter.term) {
            precursor.methods.append(method)
        } else {
            applyMisplacedCharge(parameter)
        }
    }

    private func applyMisplacedCharge(_ parameter: MzMLParameter) {
        guard parameter.term == MzMLTerm.chargeState || parameter.isChargeByName else { return }
        precursor.misplacedCharge = parameter.chargeNumber(&draft.hasUnreadableCharge)
    }
}
