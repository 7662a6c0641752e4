internal import Glibc

/// Ions that reached the analyser in one scan: what a spectrum is made of before the analyser has blurred it.
package struct IonCounts {
    /// m/z in Th and number of ions, in any order until ``sort()``.
    package private(set) var entries: [(mz: Double, ions: Double)] = []

    /// No ions yet.
    package init() {}

    /// Forgets all ions.
    package mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    /// Adds ions of one m/z in Th.
    package mutating func append(mz: Double, ions: Double) { entries.append((mz, ions)) }

    /// Puts the entries in order of m/z.
    package mutating func sort() { entries.sort { ($0.mz, $0.ions) < ($1.mz, $1.ions) } }

    /// Joins what an analyser cannot tell apart: neighbours nearer than 0.7 of a peak's width become one, at their centre
    /// of gravity. Peaks of too few ions go. The entries have to be in order.
    package mutating func resolve(with analyser: MassAnalyser) {
        var kept: [(mz: Double, ions: Double)] = []
        kept.reserveCapacity(entries.count)
        var index = 0
        while index < entries.count {
            var (moment, ions) = (entries[index].mz * entries[index].ions, entries[index].ions)
            let reach = 0.7 * analyser.widthTh(atMZ: entries[index].mz)
            var next = index + 1
            while next < entries.count, entries[next].mz - moment / ions < reach {
                moment += entries[next].mz * entries[next].ions
                ions += entries[next].ions
                next += 1
            }
            if ions >= analyser.detectionLimitIons { kept.append((moment / ions, ions)) }
            index = next
        }
        entries = kept
    }

    /// Moves every entry by the systematic error and by the scatter of its centroid, and keeps the order.
    package mutating func measure(with analyser: MassAnalyser, errorPPM: Double, stream: inout RandomStream) {
        for index in entries.indices {
            let (mz, ions) = entries[index]
            let scatter = stream.normal(deviation: analyser.centroidDeviationTh(atMZ: mz, ions: ions))
            entries[index].mz = mz * (1 + errorPPM * 1e-6) + scatter
        }
        sort()
    }
}
