/// Small mzML documents made of text.
enum MzMLText {
    static func term(_ accession: String, _ value: String = "", name: String = "x", more: String = "") -> String {
        "<cvParam cvRef=\"MS\" accession=\"\(accession)\" name=\"\(name)\" value=\"\(value)\" \(more)/>"
    }

    static let ms1 = term("MS:1000511", "1") + term("MS:1000127")
    static let ms2 = term("MS:1000511", "2") + term("MS:1000128") + term("MS:1000130")

    static func array(_ content: String, _ terms: [String], _ text: String, attributes: String = "") -> String {
        "<binaryDataArray encodedLength=\"0\" \(attributes)>" + terms.map { term($0) }.joined() + term(content)
            + "<binary>\(text)</binary></binaryDataArray>"
    }

    /// The usual two arrays.
    static let arrays =
        array("MS:1000514", ["MS:1000523", "MS:1000576"], Arrays.mz64)
        + array("MS:1000515", ["MS:1000521", "MS:1000576"], Arrays.intensities32)

    static func spectrum(
        _ id: String, _ terms: String, length: String = "3", arrays: String = arrays
    ) -> String {
        "<spectrum index=\"0\" id=\"\(id)\" defaultArrayLength=\"\(length)\">\(terms)"
            + "<binaryDataArrayList count=\"2\">\(arrays)</binaryDataArrayList></spectrum>\n"
    }

    static func scanTime(_ value: String, _ unit: String) -> String {
        "<scanList count=\"1\"><scan>" + term("MS:1000016", value, more: unit) + "</scan></scanList>"
    }

    static func precursor(isolation: String = "", ions: [String], activation: String = "", more: String = "") -> String
    {
        "<precursorList count=\"1\"><precursor spectrumRef=\"scan=1\">\(more)<isolationWindow>\(isolation)"
            + "</isolationWindow><selectedIonList count=\"\(ions.count)\">"
            + ions.map { "<selectedIon>\($0)</selectedIon>" }.joined()
            + "</selectedIonList><activation>\(activation)</activation></precursor></precursorList>"
    }

    static func file(
        _ spectra: [String], count: String? = nil, prolog: String = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
        groups: String = "", version: String = "1.1.0", nativeIDFormats: [String] = ["MS:1000768"]
    ) -> String {
        prolog + "<mzML xmlns=\"http://psi.hupo.org/ms/mzml\" version=\"\(version)\"><cvList count=\"1\"/>"
            + "<fileDescription><sourceFileList count=\"1\">"
            + nativeIDFormats.map {
                "<sourceFile id=\"s\" name=\"a.raw\" location=\"\">\(term($0, name: "x nativeID format"))</sourceFile>"
            }.joined() + "</sourceFileList></fileDescription>"
            + "<referenceableParamGroupList count=\"1\">\(groups)</referenceableParamGroupList>"
            + "<softwareList count=\"1\"><software id=\"pwiz\" version=\"3.0\"/></softwareList>"
            + "<instrumentConfigurationList count=\"1\"><instrumentConfiguration id=\"IC\">"
            + term("MS:1001911", name: "Q Exactive") + "</instrumentConfiguration></instrumentConfigurationList>"
            + "<run id=\"r\" startTimeStamp=\"2020-01-02T03:04:05Z\">"
            + "<spectrumList count=\"\(count ?? "\(spectra.count)")\">\n\(spectra.joined())</spectrumList>"
            + "<chromatogramList count=\"1\"><chromatogram id=\"TIC\"/></chromatogramList></run></mzML>\n"
    }
}
