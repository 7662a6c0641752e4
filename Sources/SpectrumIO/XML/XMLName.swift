/// The names of elements and attributes that the readers act on; each case is spelled as in the documents.
enum XMLName: String, CaseIterable {
    // mzML elements and the elements' own attributes.
    case mzML, cvParam, userParam, referenceableParamGroup, referenceableParamGroupRef
    case sourceFile, software, instrumentConfiguration, run, spectrumList, spectrum
    case scan, scanWindow, precursor, isolationWindow, selectedIon, activation, product
    case binaryDataArray, binary
    case id, ref, name, accession, value, unitAccession, unitName, version, count
    case index, offset, idRef, indexListOffset
    case defaultArrayLength, arrayLength, spectrumRef, nativeID, startTimeStamp

    // mzXML.
    case msRun, parentFile, msModel, dataProcessing, processingOperation, precursorMz, peaks
    case scanCount, startTime, fileName, centroided
    case startMz, endMz, filterLine, compensationVoltage
    case num, msLevel, peaksCount, polarity, retentionTime, collisionEnergy
    case precursorScanNum, precursorIntensity, precursorCharge, possibleCharges, activationMethod, windowWideness
    case indexOffset
    case precision, byteOrder, pairOrder, contentType, compressionType
}
