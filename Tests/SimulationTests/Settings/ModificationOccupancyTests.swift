import Foundation
import Simulation
import Testing

@Suite struct ModificationOccupancyTests {
    @Test("a usual digest has its four modifications, complete only on cysteine")
    func usual() {
        let texts = ModificationOccupancy.usual.map { "\($0.modification)" }
        #expect(texts == ["Carbamidomethyl@C", "Oxidation@M", "Acetyl@protein-N-term", "Deamidated@N"])
        #expect(ModificationOccupancy.usual.map { $0.occupancy == 1 } == [true, false, false, false])
    }

    @Test("a record names a modification as people do")
    func encoding() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let data = try encoder.encode(ModificationOccupancy.usual[1])
        #expect(String(decoding: data, as: UTF8.self) == #"{"modification":"Oxidation@M","occupancy":0.08}"#)
    }
}
