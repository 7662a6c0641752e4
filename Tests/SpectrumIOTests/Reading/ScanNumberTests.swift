import SpectrumIO
import Testing

@Suite struct ScanNumberTests {
    @Test(
        "native identifiers that state a scan give it",
        arguments: [
            ("controllerType=0 controllerNumber=1 scan=17", 17), ("scan=5", 5), ("function=2 process=1 scan=33", 33),
            ("scanId=1234", 1234), ("frame=3 scan=12", 12),
            ("frame=3 scan=12 frameType=1", 12), ("function=1 process=0 scan=0", 0),
        ])
    func stated(id: String, scan: Int) { #expect(ScanNumber.stated(in: id) == scan) }

    @Test(
        "native identifiers that state none give none",
        arguments: [
            "sample=1 period=1 cycle=4 experiment=2", "merged=0 frame=1 scanStart=1 scanEnd=927", "query=3", "file=sf1",
            "jobRun=1 spotLabel=A1 spectrum=5", "source=x start=3 end=4", "index=4", "spectrum=9", "123", "scan=",
            "scan=-1", "xscan=4",
            "scan=1a", "",
        ])
    func absent(id: String) { #expect(ScanNumber.stated(in: id) == nil) }

    @Test("a bare number is a scan number where the file declares that its identifiers are")
    func declared() {
        for term in [1_000_771, 1_000_772, 1_000_776, 1_001_508, 1_002_898] {
            #expect(ScanNumber.stated(in: "17", format: NativeIDFormat(term: term)) == 17)
        }
        for term in [1_000_768, 1_000_769, 1_000_770, 1_000_774, 1_000_777, 1_000_824, 1_002_818] {
            #expect(ScanNumber.stated(in: "17", format: NativeIDFormat(term: term)) == nil)
        }
        #expect(ScanNumber.stated(in: "run17", format: NativeIDFormat(term: 1_000_776)) == nil)
    }

    @Test("what an identifier says goes before what the file declares")
    func contradiction() {
        #expect(ScanNumber.stated(in: "scan=17", format: NativeIDFormat(term: 1_000_777)) == 17)
    }

    @Test("in a title with a native identifier that alone decides: ProteoWizard puts positions in place of scans")
    func nativeIDInTitle() {
        let wiff = "run.5.5.2 File:\"a.wiff\", NativeID:\"sample=1 period=1 cycle=4 experiment=2\""
        #expect(ScanNumber.stated(inTitle: wiff) == nil)
        let waters = "run.1.1. File:\"a.raw\", NativeID:\"function=2 process=0 scan=33\""
        #expect(ScanNumber.stated(inTitle: waters) == 33)
    }

    @Test("titles of Proteome Discoverer and Mascot Distiller")
    func otherTitles() {
        let discoverer = "File: \"D:\\a 3.raw\"; SpectrumID: \"7\"; scans: \"1234\""
        #expect(ScanNumber.stated(inTitle: discoverer) == 1234)
        #expect(ScanNumber.stated(inTitle: " 1 : Scan 136 (rt=19.179) [C:\\runA\\runA_19.d]") == 136)
        #expect(ScanNumber.stated(inTitle: "2: Sum of 3 scans in range 10 (rt=1.5) to 12 (rt=1.7)") == nil)
        #expect(ScanNumber.stated(inTitle: "Cmpd 1, +MSn(759.7913), 7.3 min") == nil)
        #expect(ScanNumber.stated(inTitle: "Scan 5") == nil)
    }

    @Test("dta files without charge")
    func dtaWithoutCharge() {
        #expect(ScanNumber.stated(inTitle: "HCT116_1.10181.10181") == 10181)
        #expect(ScanNumber.stated(inTitle: "small.3.3.") == 3)
        #expect(ScanNumber.stated(inTitle: "run.3.4") == nil)
        #expect(ScanNumber.stated(inTitle: "run.1.2.2") == nil)
        #expect(ScanNumber.stated(inTitle: "3.3") == nil)
    }

    @Test("titles state scans as words or in the form of dta files")
    func titles() {
        #expect(ScanNumber.stated(inTitle: "run.123.123.2 File:\"\", NativeID:\"x scan=123\"") == 123)
        #expect(ScanNumber.stated(inTitle: "a.b.c.00077.00077.3.dta") == 77)
        #expect(ScanNumber.stated(inTitle: "run.123.125.2") == nil)
        #expect(ScanNumber.stated(inTitle: "Spectrum 1") == nil)
    }
}
