import Chemistry
import Testing

@Suite struct ToleranceRangeTests {
    @Test("an open-search range reaches further up than down")
    func asymmetric() throws {
        let range = try ToleranceRange(parsing: "-150 Da..+500 Da")
        #expect(range == ToleranceRange(lower: -150, upper: 500, unit: .daltons))
        #expect(range.observedWindow(forCalculated: 1000) == 850...1500)
        #expect(range.calculatedWindow(forObserved: 1000) == 500...1150)
        #expect(range.contains(1500, around: 1000) && !range.contains(849.9, around: 1000))
    }

    @Test("a single tolerance is a symmetric range")
    func symmetric() throws {
        #expect(try ToleranceRange(parsing: "10 ppm") == ToleranceRange(.ppm(10)))
        #expect(try ToleranceRange(parsing: "-10 ppm..10 ppm").description == "10 ppm")
    }

    @Test("calculated and observed windows are inverse", arguments: [MassUnit.ppm, .daltons])
    func inverse(unit: MassUnit) {
        let range = ToleranceRange(lower: -20, upper: 35, unit: unit)
        let observed = range.observedWindow(forCalculated: 1500)
        let fromLowest = range.calculatedWindow(forObserved: observed.lowerBound)
        let fromHighest = range.calculatedWindow(forObserved: observed.upperBound)
        #expect(isClose(fromLowest.upperBound, 1500, within: 1e-9))
        #expect(isClose(fromHighest.lowerBound, 1500, within: 1e-9))
    }

    @Test("a printed range reads back", arguments: ["-150 Da..+500 Da", "-5 ppm..+10 ppm", "+1 Da..+2 Da", "20 ppm"])
    func prints(text: String) throws {
        #expect(try ToleranceRange(parsing: text).description == text)
    }

    @Test(
        "other texts are refused for what is wrong with them",
        arguments: [
            ("-150..+500 Da", ToleranceError.missingUnit("-150")), ("-10 ppm..5 Da", .mixedUnits("-10 ppm..5 Da")),
            ("5 Da..1 Da", .reversed("5 Da..1 Da")), ("-2000000 ppm..1 ppm", .belowMinusMillion("-2000000 ppm..1 ppm")),
            ("1000000 ppm", .belowMinusMillion("1000000 ppm")), ("..5 Da", .notANumber("..5 Da")),
            ("5", .missingUnit("5")),
        ])
    func refuses(text: String, expected: ToleranceError) {
        #expect(throws: expected) { try ToleranceRange(parsing: text) }
    }
}
