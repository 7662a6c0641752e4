import Simulation
import Testing

@Suite struct ResidueCountTests {
    @Test("every stretch has as many as counting finds")
    func counting() {
        let sequence = Array("HKSTEDRKNQAHRR".utf8)
        let count = ResidueCount(of: "KRH", in: sequence)
        for start in 0...sequence.count {
            for end in start...sequence.count {
                #expect(count.count(in: start..<end) == sequence[start..<end].count { "KRH".utf8.contains($0) })
            }
        }
        #expect(count.count(in: 0..<sequence.count) == 7)
    }

    @Test("an empty sequence has none")
    func empty() {
        #expect(ResidueCount(of: "K", in: []).count(in: 0..<0) == 0)
    }
}
