/// A peptide ion that the isolation window let through, with what is left of its isotope envelope.
package struct IsolatedIon {
    /// Position in the ``IonTable``.
    package let index: Int
    /// Ion current through the window, in ions a second.
    package let ionsPerSecond: Double
    /// Shares of the isolated ions by extra neutrons; they add up to 1.
    package let isotopeShares: [Double]

    /// What a window lets through of an ion; `nil` where that is nothing.
    package init?(_ index: Int, atSeconds time: Double, window: ClosedRange<Double>, scene: RunScene) {
        let ion = scene.ions.ions[index]
        guard ion.mz <= window.upperBound, ion.mz(isotope: IsotopePatterns.count - 1) >= window.lowerBound else {
            return nil
        }
        let shares = (0..<IsotopePatterns.count).map { isotope in
            window.contains(ion.mz(isotope: isotope))
                ? scene.patterns.share(ofIsotope: isotope, massDaltons: ion.massDaltons) : 0
        }
        let sum = shares.reduce(0, +)
        let current = scene.ions.ionsPerSecond(index, atSeconds: time) * sum
        guard sum > 0, current > 0 else { return nil }
        self.index = index
        ionsPerSecond = current
        isotopeShares = shares.map { $0 / sum }
    }

    /// Works out the shares of a fragment by extra neutrons, where the fragment has `massShare` of the precursor's mass:
    /// each heavy atom of the precursor is in it with that probability, which gives binomial shares.
    package func fragmentIsotopes(massShare: Double, into shares: inout [Double]) {
        for index in shares.indices { shares[index] = 0 }
        let odds = massShare < 1 ? massShare / (1 - massShare) : 0
        for (heavy, share) in isotopeShares.enumerated() where share > 0 {
            guard massShare < 1 else {
                shares[heavy] += share
                continue
            }
            var probability = share
            for _ in 0..<heavy { probability *= 1 - massShare }
            for count in 0...heavy {
                shares[count] += probability
                probability *= odds * Double(heavy - count) / Double(count + 1)
            }
        }
    }
}
