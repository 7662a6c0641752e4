import Foundations
import Simulation
import TestSupport
import Testing

@Suite struct SpectrumTruthTableTests {
    @Test("the columns are those of the contract, in its order")
    func columns() {
        let contract = """
            run spectrum_id scan retention_time_min stated_mz stated_charge isotope_offset component origin share \
            peptidoform sequence charge proteins monoisotopic_mz fragment_peaks
            """
        #expect(SpectrumTruthTable.columns.joined(separator: " ") == contract)
        #expect(SpectrumTruthTable.header == contract.replacing(" ", with: "\t") + "\n")
    }

    @Test("a row has minutes, joined accessions, and nothing behind the origin of noise")
    func rows() {
        let components = [Examples.selected, Examples.isolatedToo, Examples.noise]
        #expect(components.map(SpectrumTruthTable.line) == Examples.rows)
    }

    @Test("what was written reads back equal, plain, gzip, with a byte order mark and with CR LF")
    func roundTrip() throws {
        let folder = try TemporaryDirectory()
        let text = SpectrumTruthTable.header + Examples.rows.joined()
        let forms: [[UInt8]] = [
            Array(text.utf8), Deflater().gzip(Array(text.utf8)), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
            Array(text.replacing("\n", with: "\r\n").utf8), Array(text.utf8.dropLast()),
        ]
        for (index, bytes) in forms.enumerated() {
            let path = try folder.write(bytes, to: "truth\(index).tsv")
            let expected = [Examples.selected, Examples.isolatedToo, Examples.noise]
            #expect(try SpectrumTruthTable.components(inFileAt: path) == expected)
        }
    }

    @Test("numbers read back to the same value")
    func precision() throws {
        let folder = try TemporaryDirectory()
        var component = Examples.selected
        component.statedMZ = 0.1 + 0.2
        component.monoisotopicMZ = 1_234.567_890_123_456_7
        component.share = 1.0 / 3
        component.isotopeOffset = -1
        let path = try folder.write(
            SpectrumTruthTable.header + SpectrumTruthTable.line(component), to: "truth.tsv")
        #expect(try SpectrumTruthTable.components(inFileAt: path) == [component])
    }

    @Test("a table with a header alone has no rows")
    func noRows() throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write(SpectrumTruthTable.header, to: "truth.tsv")
        #expect(try SpectrumTruthTable.components(inFileAt: path).isEmpty)
    }

    @Test("reading stops at what the caller throws")
    func callerError() throws {
        struct Enough: Error {}
        let folder = try TemporaryDirectory()
        let path = try folder.write(SpectrumTruthTable.header + Examples.rows.joined(), to: "truth.tsv")
        var count = 0
        #expect(throws: Enough.self) {
            try SpectrumTruthTable.forEachComponent(inFileAt: path) { _ in
                count += 1
                if count == 2 { throw Enough() }
            }
        }
        #expect(count == 2)
    }
}
