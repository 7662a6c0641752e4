/// Running sums over one protein, so that the mass of any stretch costs one subtraction.
struct RunningMasses {
    private var sums: [Double]
    private var unknown: [Int32]

    init(of protein: [UInt8], masses: [Double]) {
        sums = [0]
        unknown = [0]
        sums.reserveCapacity(protein.count + 1)
        unknown.reserveCapacity(protein.count + 1)
        for (position, residue) in protein.enumerated() {
            let mass = masses[Int(residue)]
            sums.append(sums[position] + (mass.isNaN ? 0 : mass))
            unknown.append(unknown[position] + (mass.isNaN ? 1 : 0))
        }
    }

    func allHaveMass(_ range: Range<Int>) -> Bool { unknown[range.upperBound] == unknown[range.lowerBound] }

    func mass(_ range: Range<Int>) -> Double { sums[range.upperBound] - sums[range.lowerBound] }
}

/// Running sums over one protein in every channel of labels.
struct RunningChannelMasses {
    private let channels: [(running: RunningMasses, endsDaltons: Double)]

    init(of protein: [UInt8], chemistry: PeptideMasses) {
        let ends = chemistry.nTerminus + chemistry.cTerminus
        channels = (0..<chemistry.channels.count).map { channel in
            let running = RunningMasses(of: protein, masses: chemistry.channels.residues(ofChannel: channel))
            return (running, ends + chemistry.channels.ends(ofChannel: channel))
        }
    }

    func allHaveMass(_ range: Range<Int>) -> Bool { channels[0].running.allHaveMass(range) }

    /// Number of channels.
    var count: Int { channels.count }

    /// Mass in Da of the peptide in a channel, ends included, without variable modifications.
    func peptideMass(_ range: Range<Int>, channel: Int) -> Double {
        channels[channel].running.mass(range) + channels[channel].endsDaltons
    }

    /// Whether the peptide weighs something within the bounds in any channel.
    func reaches(_ bounds: ClosedRange<Double>, _ range: Range<Int>) -> Bool {
        for channel in 0..<channels.count where bounds.contains(peptideMass(range, channel: channel)) { return true }
        return false
    }
}
