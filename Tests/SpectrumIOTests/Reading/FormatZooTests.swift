import Foundation
import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

/// Every file of the format zoo: what is in it, and what is said about it.
///
/// Spectra by level and peaks are those that pyteomics 4 counts (with pynumpress), but for the charges `2.0+` of one MGF
/// file, which it does not read; that file's are counted by its lines.
@Suite(.enabled(if: TestData.isAvailable("formats"))) struct FormatZooTests {
    /// A file with its MS1 and MS2 spectra, its peaks, and the kinds of its problems.
    struct Entry: CustomTestStringConvertible {
        var file: String
        var levels: [Int: Int]
        var peaks: Int
        var problems: [String]
        var testDescription: String { file }

        init(_ line: Substring) {
            let words = line.split(separator: " ")
            let counts = words[1].split(separator: "/").compactMap { Int($0) }
            file = String(words[0])
            levels = [1: counts[0], 2: counts[1]].filter { $0.value > 0 }
            peaks = Int(words[2]) ?? -1
            problems = words.dropFirst(3).map(String.init)
        }
    }

    static let entries = """
        comet/input.2c04e2.ms2 0/1 947 unsortedPeaks unreadableRetentionTime
        comet/input.30c92b.ms2 0/1 596 unreadableRetentionTime
        comet/input.757675.ms2 0/1 733 unreadableRetentionTime
        comet/input.859e5d.ms2 0/1 580 unreadableRetentionTime
        comet/input.ms2 0/1 371 unreadableRetentionTime
        comet/t19_ascore_fidb.ms2 0/1 14
        crux/diameter_test.mzXML.gz 2/80 16346
        crux/small.raw2xml.mzXML.gz 14/34 305214 wrongIndexOffset
        hupo/tiny.pwiz.1.1.mzML 3/1 40 timeGoesBack
        jmzreader/F001257.mgf 0/10 230 unsortedPeaks textOutsideSpectra
        jmzreader/custom_tags.mgf 0/8 1471 unsortedPeaks
        jmzreader/pride_title.mgf 0/2 528 unsortedPeaks
        jmzreader/strange_eol.mgf 0/5 1883
        ms_deisotope/20150710_3um_AGP_001_29_30.preprocessed.mzML.gz 52/255 67892 fewerSpectraThanDeclared unsortedPeaks extraArrayLeftOut
        ms_deisotope/has_missing_charge_state_info.mzML 3/2 105040 unsortedPeaks
        ms_deisotope/microscans.mzXML 4/0 11411 wrongChecksum wrongIndexPlace wrongIndexOffset
        ms_deisotope/only_ms2_mzml.mzML 0/1 1000
        msconvert/AgilentMassHunterTest.mzXML 212/0 34019
        msconvert/BrukerBafTest.mzML 1/0 71
        msconvert/D100930_yeast_SCX10S_rak_ft8E_pc_01-etdfilter.mzML 0/74 20589
        msconvert/MassLynxTest.mzML 0/15 9269
        msconvert/Rpal_01-mzRefinement.mzML 17/85 5991
        msconvert/SciexTest-HPINalone-NE-srmAsSpectra.mzXML 500/0 19000 unsortedPeaks
        msconvert/SciexTest-HPINalone-NE.mzML 0/0 0
        msconvert/SciexTest-HPINalone.mzML 0/0 0
        msconvert/ThyroglobMRM000003.mzML 0/1 36023
        msconvert/small-chargeStatePredictor.mzML 14/34 36713
        msconvert/small-composite-test-2.mzML 7/34 30100
        msconvert/small-deisotope.mzML 14/34 25381
        msconvert/small-numpressL.mzML 14/34 36713
        msconvert/small-numpressLP.mzML 14/34 36713
        msconvert/small-numpressLS.mzML 14/34 36713
        msconvert/small-numpressP.mzML 14/34 36713
        msconvert/small-numpressS.mzML 14/34 36713
        msconvert/small-polarity-filter.mzML 14/34 36713
        msconvert/small-strip-it.mzML 7/34 30100
        msconvert/small-zlib-32.mzXML 14/34 36713
        msftbx/5peptideFT.mzML 2/5 43454
        msftbx/DDA-1-scan-no-index.mzXML 1/0 984 wrongChecksum
        msftbx/DDA-10-scans-no-index.mzXML 1/9 4326
        msftbx/DDA-100-scans.mzXML 12/88 46853
        msftbx/MzMLFile_7_compressed.mzML 3/0 300 wrongChecksum wrongIndexPlace wrongIndexOffset
        msftbx/MzMLFile_7_uncompressed.mzML 3/0 300 wrongChecksum wrongIndexPlace wrongIndexOffset
        msftbx/RawCentriodCidWithMsLevelInRefParamGroup.mzML 51/51 2696
        msftbx/RawCentriodCidWithMsLevelInRefParamGroup_BOM_formatted.mzML 51/51 2696
        msftbx/SRM.mzML 0/0 0
        msftbx/timsTOF.mzML 1/1 226 extraArrayLeftOut
        msftbx/tiny.pwiz.idx.mzML 3/1 40 wrongIndexPlace wrongIndexOffset timeGoesBack
        msproteomicstools/testfile.small.mzXML.gz 100/0 63608 fewerSpectraThanDeclared
        mzdata/diaPASEF.mzML.gz 1/8 291453 unsortedPeaks
        mzdata/small.mgf.gz 0/35 25350
        pride/spectrum_mzxml.mzXML.gz 16/35 55767 wrongChecksum wrongIndexPlace incompleteIndex wrongIndexOffset timeGoesBack
        pymzml/Manuels_custom_ids.mzML 11/0 11979 fewerSpectraThanDeclared wrongChecksum incompleteIndex wrongIndexOffset
        pymzml/example.mzML 11/0 11979 fewerSpectraThanDeclared wrongChecksum incompleteIndex
        pymzml/example.mzML.gz 11/0 11979 fewerSpectraThanDeclared wrongChecksum incompleteIndex
        pymzml/example_no_obo_version.mzML 11/0 11979 fewerSpectraThanDeclared wrongChecksum wrongIndexPlace incompleteIndex wrongIndexOffset
        pymzml/mini.chrom.mzML 0/0 0
        pymzml/mini.chrom.mzML.gz 0/0 0
        pymzml/mini_numpress.chrom.mzML 0/0 0
        pymzml/mini_numpress.chrom.mzML.gz 0/0 0
        pyteomics/test.mgf 0/2 12
        pyteomics/test.ms2 0/3 20 timeGoesBack extraArrayLeftOut
        pyteomics/test.mzML.gz 2/0 39828 wrongChecksum wrongIndexPlace incompleteIndex wrongIndexOffset
        pyteomics/test.mzXML 1/1 1356 fewerSpectraThanDeclared wrongChecksum wrongIndexPlace wrongIndexOffset
        pyteomics/test_annotated.mgf 0/2 19 extraArrayLeftOut
        pyteomics/test_pepmass.mgf 0/3 18 repeatedTitle
        pyteomics/tiny.pwiz.1.1.mzML 3/1 40 timeGoesBack
        spectra-cluster/pride_export_2017.mgf.gz 0/312 46800
        waters-imms/300610-CARBONIC_ANHYDRASE_JUNE_2010_02combined_ppmShift.mgf 0/34 2510
        waters-imms/CarbonicAnhydrase_210610combined_ppmShift.mgf 0/16 1073 unsortedPeaks
        waters-imms/Glycogen_phosphorylase_210510combined_ppmShift.mgf 0/9 3937 unsortedPeaks
        waters-imms/Glyphos_250510combined_ppmShift.mgf 0/16 1023 unsortedPeaks
        waters-imms/carbonic_anhydrase_peptidecombined_ppmShift.mgf 0/12 5943 unsortedPeaks
        waters-imms/filter_ions300610-CARBONIC_ANHYDRASE_JUNE_2010_02_1plusOnlycombined_ppmShift.mgf 0/34 1376
        waters-imms/filter_ionsCarbonicAnhydrase_210610_1plusOnlycombined_ppmShift.mgf 0/16 832 unsortedPeaks
        waters-imms/filter_ionsGlycogen_phosphorylase_210510_1plusOnlycombined_ppmShift.mgf 0/9 1748 unsortedPeaks
        waters-imms/filter_ionsGlyphos_250510_1plusOnlycombined_ppmShift.mgf 0/16 752 unsortedPeaks
        waters-imms/filter_ionscarbonic_anhydrase_peptide_1plusOnlycombined_ppmShift.mgf 0/12 3204 unsortedPeaks
        """.split(separator: "\n").map(Entry.init)

    @Test("every file has the spectra and peaks that pyteomics finds, and what is odd is said", arguments: entries)
    func file(entry: Entry) async throws {
        let summary = try await SpectrumFile(path: TestData.path("formats/\(entry.file)")).read(
            jobs: 2, takingDigest: true, acceptingFewerSpectra: true, transform: { _ in }, deliver: { _ in })
        #expect(summary.countsByLevel == entry.levels)
        #expect(summary.peakCount == entry.peaks)
        #expect(summary.setAside.isEmpty)
        #expect(summary.problems.map { "\($0.kind)" } == entry.problems)
    }

    @Test(
        "drafts of mzML before 1.0 are refused by their version",
        arguments: [
            ("hupo/1min.mzML.gz", "mzML version 0.99.1"),
            ("hupo/tiny.msdata.mzML0.99.10.mzML", "mzML version test version"),
            ("hupo/tiny.msdata.mzML0.99.9.mzML", "mzML version test version"),
            ("hupo/tiny.pwiz.mzML0.99.10.mzML", "mzML version test version"),
            ("hupo/tiny.pwiz.mzML0.99.9.mzML", "mzML version test version"),
            ("hupo/tiny1.mzML0.99.0.mzML", "mzML version 0.99.0"),
            ("hupo/tiny1.mzML0.99.1.mzML", "mzML version 0.99.1"),
            ("hupo/tiny2_SRM.mzML0.99.0.mzML", "mzML version 0.99.0"),
            ("hupo/tiny2_SRM.mzML0.99.1.mzML", "mzML version 0.99.1"),
            ("hupo/tiny4_LTQ-FT.mzML0.99.0.mzML", "mzML version 0.99.0"),
            ("hupo/tiny4_LTQ-FT.mzML0.99.1.mzML", "mzML version 0.99.1"),
        ])
    func draft(name: String, version: String) {
        let path = TestData.path("formats/\(name)")
        let error = #expect(throws: SpectrumReadError.self) { try SpectrumFile(path: path) }
        #expect("\(error.map { "\($0)" } ?? "")" == "\(path): \(version) is not read; convert it to mzML 1.1")
    }

    @Test("files of other formats are refused with what was looked for")
    func others() throws {
        let others = ["dta", "pkl", "mz5", "xml", "cms2"]
        let files = try Self.files().filter { others.contains(Self.format(of: $0)) }
        #expect(files.count == 30)
        for file in files {
            let error = #expect(throws: SpectrumReadError.self, "\(file)") {
                try SpectrumFile(path: TestData.path("formats/\(file)"))
            }
            #expect(error.map { "\($0)".contains(" is not mzML, mzXML, MGF or MS2; looked for ") } == true, "\(file)")
        }
    }

    @Test("no file of the zoo goes without a test")
    func complete() throws {
        let spectra = try Self.files().filter { ["mzml", "mzxml", "mgf", "ms2"].contains(Self.format(of: $0)) }
        #expect(spectra.count == Self.entries.count + 11)
        #expect(Set(Self.entries.map(\.file)).isSubset(of: spectra))
    }

    /// Files of the zoo, by their paths below it.
    private static func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: TestData.path("formats")).sorted()
    }

    /// What a name ends in, without that of gzip.
    private static func format(of file: String) -> String {
        let name = file.hasSuffix(".gz") ? file.dropLast(3) : file[...]
        return name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    }
}
