import SpectrumIO
import Testing

@Suite struct DecimalNumberTests {
    private func double(_ text: String) -> Double? {
        Array(text.utf8).withUnsafeBufferPointer { DecimalNumber.double($0) }
    }

    private func integer(_ text: String) -> Int? {
        Array(text.utf8).withUnsafeBufferPointer { DecimalNumber.integer($0) }
    }

    @Test("every number rounds as the standard library rounds it")
    func sameAsStandardLibrary() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let digits = (0..<Int.random(in: 1...19, using: &generator)).map { _ in "\(Int.random(in: 0...9))" }
                .joined()
            let fraction = "\(Int.random(in: 0...999_999_999))"
            for text in [digits, "\(digits).\(fraction)", "-\(digits)e-\(Int.random(in: 0...40))", "0.\(digits)E+7"] {
                #expect(double(text) == Double(text), "\(text)")
            }
        }
    }

    @Test("halfway cases and the ends of the range are right")
    func hardCases() {
        for text in [
            "9007199254740993", "1e23", "8.5e22", "4.9e-324", "1.7976931348623157e308", "123456789012345678901",
        ] {
            #expect(double(text) == Double(text), "\(text)")
        }
    }

    @Test("only whole numbers are read", arguments: ["", " ", "1.2.3", "1e", "12x", "0x10", "--1", ".", "1 2", "e5"])
    func refused(text: String) { #expect(double(text) == nil) }

    @Test("white space around a number does not matter")
    func whitespace() {
        #expect(double(" 1.5\n") == 1.5)
        #expect(integer("\t-42 ") == -42)
    }

    @Test("integers that do not fit are refused")
    func overflow() {
        #expect(integer("9223372036854775807") == Int.max)
        #expect(integer("9223372036854775808") == nil)
        #expect(integer("1.0") == nil)
    }
}
