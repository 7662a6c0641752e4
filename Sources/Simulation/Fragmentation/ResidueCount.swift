/// How often some residues are in any stretch of a sequence.
package struct ResidueCount: Sendable {
    /// Number of them before each position.
    private let running: [Int32]

    /// Counts the residues named by `letters`.
    package init(of letters: String, in sequence: [UInt8]) {
        let wanted = Array(letters.utf8)
        var running: [Int32] = [0]
        running.reserveCapacity(sequence.count + 1)
        for residue in sequence { running.append(running[running.count - 1] + (wanted.contains(residue) ? 1 : 0)) }
        self.running = running
    }

    /// Number of them in a stretch.
    package func count(in residues: Range<Int>) -> Int {
        Int(running[residues.upperBound] - running[residues.lowerBound])
    }
}
