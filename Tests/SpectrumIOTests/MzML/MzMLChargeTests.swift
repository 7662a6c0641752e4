import SpectrumIO
import SpectrumModel
import Testing

/// Charges in the places where writers put them (Sage issue 230).
@Suite struct MzMLChargeTests {
    private static let mz = MzMLText.term("MS:1000744", "500.25")
    private static let charge = MzMLText.term("MS:1000041", "3")

    private func precursors(_ terms: String) async throws -> ([Precursor], [ReadProblem.Kind]) {
        let reading = try await Reading(MzMLText.file([MzMLText.spectrum("scan=1", MzMLText.ms2 + terms)]))
        return (reading[0]?.precursors ?? [], reading.problems)
    }

    @Test(
        "a charge outside of the selected ion is used and it is said",
        arguments: [
            MzMLText.precursor(isolation: charge, ions: [mz]),
            MzMLText.precursor(ions: [mz], activation: charge),
            MzMLText.precursor(ions: [mz], more: "<userParam name=\"charge\" value=\"3\"/>"),
            MzMLText.precursor(ions: [mz + "<userParam name=\"Charge State:\" value=\"3\"/>"]),
            MzMLText.precursor(ions: [mz]) + charge,
            "<scanList><scan><userParam name=\"[Thermo Trailer Extra]Charge State:\" value=\"3\"/></scan></scanList>"
                + MzMLText.precursor(ions: [mz]),
        ])
    func unusualPlaces(terms: String) async throws {
        let (precursors, problems) = try await precursors(terms)
        #expect(precursors.map(\.charge) == [3])
        #expect(problems == [.chargeInUnusualPlace])
    }

    @Test("a later selected ion without m/z gives its charge to the first")
    func laterIon() async throws {
        let (precursors, problems) = try await precursors(MzMLText.precursor(ions: [Self.mz, Self.charge]))
        #expect(precursors.map(\.mz) == [500.25])
        #expect(precursors.map(\.charge) == [3])
        #expect(problems.isEmpty)
    }

    @Test("ions with m/z of their own are precursors of their own")
    func severalIons() async throws {
        let second = MzMLText.term("MS:1000744", "501.5") + MzMLText.term("MS:1000041", "2")
        let (precursors, _) = try await precursors(MzMLText.precursor(ions: [Self.mz + Self.charge, second]))
        #expect(precursors.map(\.mz) == [500.25, 501.5])
        #expect(precursors.map(\.charge) == [3, 2])
    }

    @Test("charge 0 means that it is not known, and negative charges are counted positive")
    func zeroAndNegative() async throws {
        let zero = try await precursors(MzMLText.precursor(ions: [Self.mz + MzMLText.term("MS:1000041", "0")]))
        #expect(zero.0.map(\.charge) == [nil])
        let negative = try await precursors(MzMLText.precursor(ions: [Self.mz + MzMLText.term("MS:1000041", "-2")]))
        #expect(negative.0.map(\.charge) == [2])
    }

    @Test("possible charges are kept in ascending order")
    func possibleCharges() async throws {
        let terms = MzMLText.term("MS:1000633", "3") + MzMLText.term("MS:1000633", "2")
        let (precursors, _) = try await precursors(MzMLText.precursor(ions: [Self.mz + terms]))
        #expect(precursors.map(\.possibleCharges) == [[2, 3]])
        #expect(precursors.map(\.charge) == [nil])
    }

    @Test("a charge of a product is no charge of the precursor")
    func product() async throws {
        let product = "<productList><product><isolationWindow>\(Self.charge)</isolationWindow></product></productList>"
        let (precursors, problems) = try await precursors(MzMLText.precursor(ions: [Self.mz]) + product)
        #expect(precursors.map(\.charge) == [nil])
        #expect(problems.isEmpty)
    }
}
