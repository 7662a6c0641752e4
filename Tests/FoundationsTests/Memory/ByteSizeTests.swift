import Foundations
import Testing

@Suite("Byte size and process usage")
struct ByteSizeTests {
    @Test(
        "amounts with a unit are read",
        arguments: [
            ("4 GB", 4_000_000_000), ("4GB", 4_000_000_000), (" 512 MB ", 512_000_000), ("1.5 GiB", 1_610_612_736),
            ("0.1 kB", 100), ("17 B", 17), ("2 tb", 2_000_000_000_000), ("1 TiB", 1_099_511_627_776),
            ("64 kib", 65_536), ("0.5 MiB", 524_288), ("0 GB", 0),
        ])
    func parsing(text: String, expected: Int) throws {
        #expect(try ByteSize(parsing: text).bytes == expected)
    }

    @Test("bare numbers and unknown units are refused with advice")
    func refused() {
        #expect(throws: ByteSizeError.missingUnit(text: "4")) { try ByteSize(parsing: "4") }
        #expect(throws: ByteSizeError.unknownUnit(text: "4 G", unit: "G")) { try ByteSize(parsing: "4 G") }
        #expect(throws: ByteSizeError.unknownUnit(text: "1e3 GB", unit: "e3GB")) { try ByteSize(parsing: "1e3 GB") }
        #expect(throws: ByteSizeError.tooLarge(text: "99999999 TB")) { try ByteSize(parsing: "99999999 TB") }
        for text in ["", "GB", "-1 GB", "1.2.3 GB", ". GB", "nan GB", "inf GB", "0x10 GB "] where text != "0x10 GB " {
            #expect(throws: ByteSizeError.notANumber(text: text)) { try ByteSize(parsing: text) }
        }
        #expect(throws: ByteSizeError.self) { try ByteSize(parsing: "0x10 GB") }
    }

    @Test(
        "amounts are printed in the largest unit they fill, to three digits",
        arguments: [
            (4_000_000_000, "4 GB"), (1_610_612_736, "1.61 GB"), (512_000_000, "512 MB"), (17, "17 B"), (0, "0 B"),
            (1_500, "1.5 kB"), (12_340, "12.3 kB"), (999, "999 B"), (123_456_789_000_000, "123 TB"),
            (999_999, "1 MB"), (999_500_000, "1 GB"), (999_499_999, "999 MB"),
        ])
    func printing(bytes: Int, expected: String) {
        #expect(ByteSize(bytes: bytes).description == expected)
    }

    @Test("a process uses memory and time, and ever more time")
    func usage() {
        let before = ProcessUsage.current()
        var state = SeededGenerator(seed: 1)
        while ProcessUsage.current().cpuSeconds < before.cpuSeconds + 0.01 { _ = state.next() }
        let after = ProcessUsage.current()
        #expect(after.peakResidentBytes >= before.peakResidentBytes)
        #expect((1_000_000...1_000_000_000_000).contains(before.peakResidentBytes))
    }
}
