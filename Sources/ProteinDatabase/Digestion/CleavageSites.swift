/// The bonds of one protein that the enzyme cuts, with a running count of them.
struct CleavageSites {
    /// `running[i]` is the number of sites at positions below `i`.
    private let running: [Int32]

    /// Finds the sites of a protein. A site at position `i` is the bond between residues `i - 1` and `i`.
    init(of protein: [UInt8], enzyme: Enzyme) {
        var running = [Int32](repeating: 0, count: protein.count + 1)
        for position in 0..<protein.count {
            let isSite = position > 0 && enzyme.cuts(between: protein[position - 1], and: protein[position])
            running[position + 1] = running[position] + (isSite ? 1 : 0)
        }
        self.running = running
    }

    /// Whether the enzyme cuts in front of the residue at `position`; never at the ends of the protein.
    func isSite(_ position: Int) -> Bool {
        position + 1 < running.count && running[position + 1] > running[position]
    }

    /// Number of sites inside the peptide that covers `start..<end`.
    func count(strictlyBetween start: Int, and end: Int) -> Int {
        start + 1 <= end ? Int(running[end] - running[start + 1]) : 0
    }
}
