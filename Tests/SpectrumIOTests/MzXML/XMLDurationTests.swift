import SpectrumIO
import Testing

@Suite struct XMLDurationTests {
    @Test(
        "durations are seconds",
        arguments: [
            ("PT0.668S", 0.668), ("PT1H2M3.5S", 3723.5), ("PT2M", 120), ("P1DT1S", 86_401), ("-PT5S", -5), ("PT0S", 0),
        ])
    func seconds(text: String, expected: Double) { #expect(XMLDuration.seconds(text) == expected) }

    @Test(
        "what is no duration of fixed length is refused",
        arguments: ["12.5", "P1Y", "P1M", "PT", "P", "", "PT5X", "PT1S2M"])
    func refused(text: String) { #expect(XMLDuration.seconds(text) == nil) }

    @Test(
        "durations are written without exponent and read back to the same number",
        arguments: [
            (12.3, "PT12.3S"), (0, "PT0.0S"), (-5, "-PT5.0S"), (1e-5, "PT0.00001S"), (1.25e-7, "PT0.000000125S"),
            (1e16, "PT10000000000000000.0S"), (1.2345678901234567e19, "PT12345678901234567000.0S"),
            (3723.123456789, "PT3723.123456789S"),
        ])
    func text(seconds: Double, expected: String) {
        #expect(XMLDuration.text(seconds: seconds) == expected)
        #expect(XMLDuration.seconds(expected) == seconds)
    }
}
