import Foundations

extension PeptideTableBuilder {
    /// Width of the mass classes peptidoforms are counted in, in Da.
    private static let classWidth = 10.0

    /// Mass in Da above any rounding of sums over a protein and below any label.
    private static let roundingDaltons = 1e-6

    /// Bytes one peptidoform takes while a table is made: its row, its share of peptides, occurrences and the index of
    /// sequences, and the copies that sorting holds.
    private static let bytesPerRow = 120

    /// Splits the mass range so that the table of each part can be made within a limit.
    ///
    /// Peptidoforms are counted without joining equal sequences, so that a part may turn out smaller than estimated, not
    /// larger. A part is never narrower than a mass class, even where the class alone exceeds the limit.
    ///
    /// - Parameters:
    ///   - byteLimit: memory a table may take while it is made.
    ///   - workers: how many count side by side.
    ///   - progress: called now and then with the number of proteins counted so far, in any order.
    /// - Returns: adjoining parts, at least one, which together cover every mass, and what is known of their size.
    /// - Throws: `CancellationError`.
    public func division(
        byteLimit: Int, workers: Int = 1, progress: @escaping @Sendable (_ proteinsDone: Int) -> Void = { _ in }
    ) async throws -> TableDivision {
        let blocks = ProteinBlocks.ranges(of: database.proteins)
        let shares = try await orderedParallelMap(workers: workers, count: blocks.count) { number in
            let counts = rowCounts(proteins: blocks[number])
            progress(blocks[number].upperBound)
            return counts
        }
        let counts = shares.reduce([Int](repeating: 0, count: classCount)) { zip($0, $1).map(+) }
        let residues = database.proteins.reduce(0) { $0 + $1.residues.count }
        let rowLimit = max(1, (byteLimit - residues) / Self.bytesPerRow)
        var bounds = [0.0]
        var inPart = 0
        for (number, count) in counts.enumerated() {
            if inPart > 0 && inPart + count > rowLimit {
                bounds.append(Double(number) * Self.classWidth)
                inPart = 0
            }
            inPart += count
        }
        bounds.append(.infinity)
        return TableDivision(
            parts: zip(bounds, bounds.dropFirst()).map { $0..<$1 }, rowLimit: counts.reduce(0, +))
    }

    private var classCount: Int { Int(digester.rules.massesDaltons.upperBound / Self.classWidth) + 2 }

    /// Number of rows in each mass class before equal sequences are joined. Peptidoforms are counted in the class of their
    /// peptide with its labels alone, which is near enough for sharing memory out.
    ///
    /// All classes together are never fewer than there are rows, but may be more: equal sequences count each time, and so
    /// do forms outside of the mass range, forms with two modifications on one residue, those that are alike in two
    /// channels, and those that the limits on modifications rule out.
    private func rowCounts(proteins: Range<Int>) -> [Int] {
        let allowed = digester.rules.massesDaltons
        let reach = chemistry.variableReach
        let factor = digester.starts.factor
        var counts = [Int](repeating: 0, count: classCount)
        // A peptidoform's own mass decides in the end; this bound is wide enough for all of them.
        let bounds = allowed.lowerBound - reach.upperBound...max(0, allowed.upperBound - reach.lowerBound)
        for protein in database.proteins[proteins] {
            let masses = RunningChannelMasses(of: protein.residues, chemistry: chemistry)
            let sites = RunningSites(of: protein.residues, rules: chemistry.rules)
            digester.forEachPeptide(of: protein.residues) { span in
                guard masses.allHaveMass(span.residues) else { return }
                let unlabelled = masses.peptideMass(span.residues, channel: 0)
                for channel in 0..<masses.count {
                    let mass = masses.peptideMass(span.residues, channel: channel)
                    let isLabelled = abs(mass - unlabelled) > Self.roundingDaltons
                    guard channel == 0 || isLabelled, bounds.contains(mass) else { continue }
                    let forms = Self.formCount(sites: sites.count(in: span.residues), limit: chemistry.maximumVariable)
                    counts[Int(min(max(mass, 0), allowed.upperBound) / Self.classWidth)] += forms * factor
                }
            }
        }
        return counts
    }

    /// Ways to choose at most `limit` of so many sites.
    private static func formCount(sites: Int, limit: Int) -> Int {
        var count = 1
        var ways = 1
        for chosen in 1...max(1, limit) where chosen <= min(sites, limit) {
            ways = ways * (sites - chosen + 1) / chosen
            count += ways
        }
        return count
    }
}

/// How the mass range is shared out among tables that fit a limit of memory.
public struct TableDivision: Sendable, Hashable {
    /// Adjoining parts in Da, at least one, which together cover every mass.
    public let parts: [Range<Double>]
    /// The tables of all parts together have at most so many rows.
    public let rowLimit: Int
}

/// Running count of the places of one protein where variable modifications can sit.
private struct RunningSites {
    private var sums: [Int] = [0]
    private let atEnds: Int

    init(of protein: [UInt8], rules: [PeptideMasses.SiteRule]) {
        let residueRules = rules.filter { $0.end == nil }
        atEnds = rules.count - residueRules.count
        var perResidue = [Int](repeating: 0, count: 256)
        for rule in residueRules {
            for byte in 0..<256 where !rule.deltas[byte].isNaN { perResidue[byte] += 1 }
        }
        sums.reserveCapacity(protein.count + 1)
        for (position, residue) in protein.enumerated() { sums.append(sums[position] + perResidue[Int(residue)]) }
    }

    func count(in range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] + atEnds }
}
