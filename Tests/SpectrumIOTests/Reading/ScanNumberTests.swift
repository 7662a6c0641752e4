import SpectrumIO
import Testing

@Suite struct ScanNumberTests {
    @Test(
        "native identifiers that state a scan give it",
        arguments: [
            ("controllerType=0 controllerNumber=1 scan=17", 17), ("scan=5", 5), ("function=2 process=1 scan=33", 33),
            ("scanId=1234", 1234), ("frame=3 scan=12", 12),
        ])
    func stated(id: String, scan: Int) { #expect(ScanNumber.stated(in: id) == scan) }

    @Test(
        "native identifiers that state none give none",
        arguments: [
            "sample=1 period=1 cycle=4 experiment=2", "index=4", "spectrum=9", "123", "scan=", "scan=-1", "xscan=4",
            "scan=1a", "",
        ])
    func absent(id: String) { #expect(ScanNumber.stated(in: id) == nil) }

    @Test("titles state scans as words or in the form of dta files")
    func titles() {
        #expect(ScanNumber.stated(inTitle: "run.123.123.2 File:\"\", NativeID:\"x scan=123\"") == 123)
        #expect(ScanNumber.stated(inTitle: "a.b.c.00077.00077.3.dta") == 77)
        #expect(ScanNumber.stated(inTitle: "run.123.125.2") == nil)
        #expect(ScanNumber.stated(inTitle: "Spectrum 1") == nil)
    }
}
