internal import Foundations
internal import SpectrumIO

/// XML files with what the writers do not write.
enum MzMLSeed {
    /// Arrays in each of the MS-Numpress methods, with and without zlib.
    static var numpress: String {
        let mz = NumpressEncoder.linear([10_000, 20_050, 30_025], factor: 100)
        let counts = NumpressEncoder.positiveIntegers([10, 20, 6])
        let logs = NumpressEncoder.shortLoggedFloats([100, 2000, 7], factor: 3000)
        return document([
            spectrum(1, mz: array("1000514", "1002312", mz), array("1000515", "1002313", counts)),
            spectrum(2, mz: array("1000514", "1002746", Deflater().zlib(mz)), array("1000515", "1002314", logs)),
        ])
    }

    /// A parameter group, two precursors, ion mobility, a further array, and text that is not ASCII.
    static var facts: String {
        let bytes = [UInt8](repeating: 0, count: 8)
        let precursor = """
            <precursor spectrumRef="a"><isolationWindow>\(term("1000827", "500.5"))\(term("1000828", "1"))\
            </isolationWindow><selectedIonList count="1"><selectedIon>\(term("1000744", "500.25"))\
            \(term("1000633", "2"))\(term("1002815", "0.9"))</selectedIon></selectedIonList><activation>\
            \(term("1000422"))\(term("1000045", "27"))</activation></precursor>
            """
        let arrays =
            array("1000514", "1000523", bytes) + array("1000515", "1000523", bytes) + array("1000516", "1000522", bytes)
        let scan =
            "<scanList><scan>\(term("1000016", "1.5", unit: "0000031"))\(term("1000927", "20"))</scan></scanList>"
        return document([
            "<spectrum id=\"µ &amp; 1\" index=\"0\" defaultArrayLength=\"1\"><referenceableParamGroupRef ref=\"g\"/>\(scan)"
                + "<precursorList count=\"2\">\(precursor)\(precursor)</precursorList>"
                + "<binaryDataArrayList>\(arrays)</binaryDataArrayList></spectrum>"
        ])
    }

    /// mzXML with scans inside a scan, zlib and 64 bits.
    static var nestedScans: String {
        let peaks = Base64.encode(Deflater().zlib([UInt8](repeating: 0, count: 16)))
        let inner = """
            <scan num="2" msLevel="2" peaksCount="1" retentionTime="PT61S" polarity="+">
            <precursorMz precursorIntensity="10" precursorCharge="2" windowWideness="2" activationMethod="HCD">500.5\
            </precursorMz><peaks precision="64" compressionType="zlib" compressedLen="9" byteOrder="network" \
            contentType="m/z-int">\(peaks)</peaks></scan>
            """
        return """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <mzXML xmlns="http://sashimi.sourceforge.net/schema_revision/mzXML_3.2"><msRun scanCount="2">
            <dataProcessing centroided="1"/><scan num="1" msLevel="1" peaksCount="0" retentionTime="PT1M0.5S">\(inner)\
            </scan></msRun></mzXML>
            """
    }

    private static func document(_ spectra: [String]) -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <mzML version="1.1.0"><referenceableParamGroupList count="1"><referenceableParamGroup id="g">\
        \(term("1000511", "2"))\(term("1000127"))</referenceableParamGroup></referenceableParamGroupList>
        <run id="r"><spectrumList count="\(spectra.count)">
        \(spectra.joined(separator: "\n"))
        </spectrumList></run></mzML>
        """
    }

    private static func spectrum(_ number: Int, mz: String, _ intensities: String) -> String {
        "<spectrum id=\"scan=\(number)\" defaultArrayLength=\"3\">\(term("1000511", "1"))"
            + "<binaryDataArrayList>\(mz)\(intensities)</binaryDataArrayList></spectrum>"
    }

    private static func array(_ content: String, _ encoding: String, _ bytes: [UInt8]) -> String {
        "<binaryDataArray>\(term(content))\(term(encoding))<binary>\(Base64.encode(bytes))</binary></binaryDataArray>"
    }

    private static func term(_ accession: String, _ value: String = "", unit: String? = nil) -> String {
        let unit = unit.map { " unitAccession=\"UO:\($0)\"" } ?? ""
        return "<cvParam accession=\"MS:\(accession)\" name=\"charge array\" value=\"\(value)\"\(unit)/>"
    }
}
