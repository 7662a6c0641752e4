import ProteinDatabase

extension FragmentKinds {
    /// Works out the fragments of a candidate: of each series those nearest the N-terminus first, and where there is a
    /// modification to lose something from, all of the series once more after the loss.
    ///
    /// The one place where fragments are worked out for kernels, so that what is counted, indexed and correlated is the
    /// same. Bounds: bonds lie between 1 and `count`, of which `prefixes` holds one more.
    ///
    /// - Parameters:
    ///   - minimumOrdinal: residues in the shortest fragments wanted.
    ///   - body: called with the series, the number of residues before the bond that broke, the neutral mass in Da after the
    ///     loss, and the loss in Da.
    @inline(__always) func forEachFragment(
        of masses: CandidateMasses, minimumOrdinal: Int,
        _ body: (_ kind: Kind, _ bond: Int, _ massDaltons: Double, _ lossDaltons: Double) -> Void
    ) {
        let (count, total) = (masses.count, masses.neutralMass)
        masses.prefixes.withUnsafeBufferPointer { prefixes in
            for pass in 0..<2 * self.count {
                let kind = self[pass >> 1]
                let end = kind.isNTerminal ? masses.nTerminalLoss : masses.cTerminalLoss
                let isLoss = pass & 1 == 1
                if isLoss, !kind.mayLose || end.leastOrdinal > count { continue }
                let loss = isLoss ? end.massDaltons : 0
                let least = max(1, minimumOrdinal, isLoss ? end.leastOrdinal : 1)
                guard least < count else { continue }
                // A C-terminal fragment is the whole less what is before the bond.
                let sign = kind.isNTerminal ? 1.0 : -1.0
                let base = (kind.isNTerminal ? 0 : total) + kind.massBeyond - loss
                let bonds = kind.isNTerminal ? least..<count : 1..<count - least + 1
                for bond in bonds { body(kind, bond, base + sign * prefixes[bond], loss) }
            }
        }
    }
}
