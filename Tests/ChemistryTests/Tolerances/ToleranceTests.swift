import Chemistry
import Testing

@Suite struct ToleranceTests {
    @Test("10 ppm at 500 Th is 5 mTh on each side")
    func halfWidth() {
        #expect(isClose(Tolerance.ppm(10).halfWidth(at: 500), 0.005, within: 1e-12))
        #expect(Tolerance.daltons(0.02).halfWidth(at: 500) == 0.02)
        #expect(isClose(Tolerance.ppm(10).window(around: 500).lowerBound, 499.995, within: 1e-9))
        #expect(isClose(Tolerance.ppm(10).window(around: 500).upperBound, 500.005, within: 1e-9))
    }

    @Test("both ends belong to the tolerance")
    func contains() {
        let tolerance = Tolerance.daltons(0.5)
        #expect(tolerance.contains(99.5, around: 100) && tolerance.contains(100.5, around: 100))
        #expect(!tolerance.contains(99.4999, around: 100) && !tolerance.contains(100.5001, around: 100))
    }

    @Test(
        "quantities with units are read",
        arguments: [
            ("10 ppm", Tolerance.ppm(10)), ("0.02 Da", .daltons(0.02)), ("10ppm", .ppm(10)), (" 5.5 PPM ", .ppm(5.5)),
            (".5 da", .daltons(0.5)), ("+3 ppm", .ppm(3)), ("0 Da", .daltons(0)),
        ])
    func reads(text: String, expected: Tolerance) throws {
        #expect(try Tolerance(parsing: text) == expected)
        #expect(try Tolerance(parsing: expected.description) == expected)
    }

    @Test("a tolerance prints as it is written, without exponents")
    func prints() {
        #expect(Tolerance.ppm(10).description == "10 ppm")
        #expect(Tolerance.daltons(0.02).description == "0.02 Da")
        #expect(Tolerance.daltons(0.00001).description == "0.00001 Da")
        #expect(Tolerance.daltons(1.25e-7).description == "0.000000125 Da")
        #expect(Tolerance.ppm(1e16).description == "10000000000000000 ppm")
        #expect(Tolerance.ppm(1.2345e17).description == "123450000000000000 ppm")
    }

    @Test("a bare number is refused and both units are offered")
    func refusesBareNumbers() throws {
        let error = try #require(throws: ToleranceError.self) { try Tolerance(parsing: "10") }
        #expect(error == .missingUnit("10"))
        #expect(error.description.contains("'10 ppm' or '10 Da'"))
    }

    @Test(
        "other texts are refused for what is wrong with them",
        arguments: [
            ("10 mmu", ToleranceError.unknownUnit(unit: "mmu", text: "10 mmu")), ("ppm", .notANumber("ppm")),
            ("", .notANumber("")), ("-5 ppm", .negative("-5 ppm")), ("nan ppm", .notANumber("nan ppm")),
            ("1e3 ppm", .unknownUnit(unit: "e3 ppm", text: "1e3 ppm")), ("1.2.3 Da", .notANumber("1.2.3 Da")),
            ("5-3 Da", .notANumber("5-3 Da")),
        ])
    func refuses(text: String, expected: ToleranceError) {
        #expect(throws: expected) { try Tolerance(parsing: text) }
    }
}
