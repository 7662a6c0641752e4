import Foundations
import Testing

@Suite("Grouped digits")
struct GroupedDigitsTests {
    @Test("a comma stands after each three digits")
    func commas() {
        #expect(
            [0, 12, 999, 1_000, 1_234_567, -999, -1_000].map(\.grouped)
                == ["0", "12", "999", "1,000", "1,234,567", "-999", "-1,000"])
        #expect(Int.min.grouped == "-9,223,372,036,854,775,808")
    }
}
