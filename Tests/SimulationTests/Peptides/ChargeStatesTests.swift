import Simulation
import Testing

@Suite struct ChargeStatesTests {
    private static func shares(_ sequence: String) -> [Double] { ChargeStates.shares(of: Array(sequence.utf8)) }

    @Test(
        "shares add up to 1 for any peptide",
        arguments: ["AAAAAA", "K", "HHHHHHHHHHHHKKKKRR", "GASPVTCLINDQKEMHFRYW"])
    func sum(sequence: String) {
        let shares = Self.shares(sequence)
        #expect(shares.count == ChargeStates.range.count)
        #expect(isNear(shares.reduce(0, +), 1, 1e-12))
        #expect(shares.allSatisfy { $0 >= 0 })
    }

    @Test("a plain tryptic peptide takes up two protons more often than any other number")
    func tryptic() {
        for sequence in ["AAAAAAK", "SAMPLEPEPTIDER", "GASPVTCLINDQEMFYWGASPVTR"] {
            let shares = Self.shares(sequence)
            #expect(shares[1] == shares.max())
            #expect(shares[1] > 0.5)
        }
    }

    @Test("a histidine, a missed cleavage or a great length makes for a third proton")
    func third() {
        let plain = Self.shares("GASPVTALINDK")[2]
        let richer = [Self.shares("GASPVHALINDK")[2], Self.shares("GASPVKALINDK")[2], Self.shares("GASPVRALINDK")[2]]
        for share in richer { #expect(share > 0.5 && share > 5 * plain) }
        let long = Self.shares(String(repeating: "GASPVTALIN", count: 3) + "K")[2]
        #expect(long > 0.5)
    }

    @Test("a peptide without basic residues takes up two protons at most")
    func acidic() {
        let shares = Self.shares("DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD")
        #expect(shares[2...].allSatisfy { $0 == 0 })
        #expect(Self.shares("AAAAAA")[0] > 0.8)
    }

    @Test("shares are those of a normal distribution around the mean charge, worked out by hand")
    func byHand() {
        // One basic residue, seven residues: mean 1.75; distances to 1, 2, 3 in halves: 1.5, 0.5, 2.5.
        // exp(-1.125) = 0.324652, exp(-0.125) = 0.882497, exp(-3.125) = 0.043937; sum 1.251086.
        let shares = Self.shares("AAAAAAK")
        for (share, expected) in zip(shares, [0.259_496, 0.705_385, 0.035_119, 0, 0]) {
            #expect(isNear(share, expected, 1e-5))
        }
    }
}
