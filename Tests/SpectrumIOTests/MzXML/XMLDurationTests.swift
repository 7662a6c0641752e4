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
}
