/// The proteins a search is made against, from one or several FASTA files, each accession once.
public struct ProteinDatabase: Sendable {
    /// All proteins by accession, a target before a decoy of the same accession, and behind them entrapments: the order of
    /// files and of entries in them leaves no trace in results.
    public private(set) var proteins: [Protein] = []
    /// Which of ``proteins`` are entrapments; `nil` where there are none.
    public private(set) var entrapment: EntrapmentPlaces?
    /// Sentences about what was noticed and is not an error (repeated entries, a few decoy-like names).
    public private(set) var warnings: [String] = []
    /// Position of a target or decoy protein in ``proteins`` by accession; a decoy's key carries its prefix.
    private var positions: [String: Int] = [:]
    /// Where each protein stands, while files are read.
    private var places: [(path: String, line: Int)] = []
    private let decoys: DecoyDeclaration

    /// Reads protein and contaminant files.
    ///
    /// An accession that comes twice with the same sequence is kept once; one that comes again in the contaminant file
    /// is flagged as contaminant.
    ///
    /// - Parameters:
    ///   - paths: FASTA files, plain or gzip.
    ///   - contaminantPaths: FASTA files whose proteins are flagged as contaminants.
    ///   - decoys: what the workflow says about decoys in the files.
    /// - Throws: ``FASTAError``; among others for entries that look like decoys and are not declared.
    public init(
        paths: [String], contaminantPaths: [String] = [], decoys: DecoyDeclaration = .none
    ) throws(FASTAError) {
        self.decoys = decoys
        var repeated = 0
        for path in paths { try read(path, isContaminant: false, repeated: &repeated) }
        for path in contaminantPaths { try read(path, isContaminant: true, repeated: &repeated) }
        positions = [:]
        places = []
        proteins = Self.inOrder(proteins)
        if repeated > 0 {
            warnings.append("\(repeated) entries came more than once with the same sequence and were kept once")
        }
        try checkDecoys()
    }

    /// A database of proteins that are in memory already.
    public init(proteins: [Protein]) {
        self.proteins = Self.inOrder(proteins)
        decoys = .none
    }

    /// The database with further proteins behind its own, in their order.
    func withEntrapments(_ entrapments: [Protein], isShuffled: Bool) -> ProteinDatabase {
        var database = self
        database.entrapment = EntrapmentPlaces(first: proteins.count, isShuffled: isShuffled)
        database.proteins += entrapments
        return database
    }

    /// By accession, a target before a decoy. Keys are sorted in place of the proteins, which are large.
    private static func inOrder(_ proteins: [Protein]) -> [Protein] {
        let keys = proteins.map { (accession: $0.accession, isDecoy: $0.isDecoy) }
        let order = keys.indices.sorted { one, other in
            let (one, other) = (keys[one], keys[other])
            return one.accession != other.accession ? one.accession < other.accession : !one.isDecoy && other.isDecoy
        }
        return order.map { proteins[$0] }
    }

    private mutating func read(_ path: String, isContaminant: Bool, repeated: inout Int) throws(FASTAError) {
        try FASTAReader(path: path).forEachEntry { entry throws(FASTAError) in
            let protein = protein(from: entry, isContaminant: isContaminant)
            guard !protein.accession.isEmpty else { throw .missingAccession(path: path, line: entry.line) }
            let key = (protein.isDecoy ? decoys.prefix ?? "" : "") + protein.accession
            if let position = positions[key] {
                guard proteins[position].residues == protein.residues else {
                    let place = places[position]
                    throw .conflictingEntries(
                        accession: key, first: "\(place.path):\(place.line)", second: "\(path):\(entry.line)")
                }
                if isContaminant { proteins[position].isContaminant = true } else { repeated += 1 }
            } else {
                positions[key] = proteins.count
                places.append((path, entry.line))
                proteins.append(protein)
            }
        }
    }

    private func protein(from entry: FASTAReader.Entry, isContaminant: Bool) -> Protein {
        let decoy = decoys.prefix.flatMap { FASTAHeader(parsing: entry.header, removingDecoyPrefix: $0) }
        let header = decoy ?? FASTAHeader(parsing: entry.header)
        return Protein(
            accession: header.accession, entryName: header.entryName, gene: header.gene,
            description: header.description, residues: entry.residues, isContaminant: isContaminant,
            isDecoy: decoy != nil)
    }

    private mutating func checkDecoys() throws(FASTAError) {
        switch decoys {
        case .unknown:
            return
        case .prefix(let prefix):
            let count = proteins.count { $0.isDecoy }
            if count == 0 { throw .declaredDecoysAbsent(prefix: prefix, total: proteins.count) }
            if count == proteins.count { throw .noTargets(prefix: prefix, total: count) }
            try refuseDecoyNames(ofTargets: proteins.lazy.filter { !$0.isDecoy }) { finding in
                .mixedDecoyPrefixes(
                    declared: prefix, other: finding.prefix, count: finding.count, total: finding.total,
                    example: finding.example)
            }
        case .none:
            try refuseDecoyNames(ofTargets: proteins) { finding in
                .undeclaredDecoys(
                    prefix: finding.prefix, count: finding.count, total: finding.total, example: finding.example)
            }
        }
    }

    /// Refuses proteins that would be searched as targets and are named like decoys; a few are a warning.
    private mutating func refuseDecoyNames(
        ofTargets targets: some Sequence<Protein>, error: (DecoyNames.Finding) -> FASTAError
    ) throws(FASTAError) {
        guard let finding = DecoyNames.find(in: targets.lazy.map(\.accession)) else { return }
        if finding.isSubstantial { throw error(finding) }
        warnings.append(
            """
            \(finding.count) of \(finding.total) accessions begin like decoys ('\(finding.prefix)', such as \
            \(finding.example)); they are searched as targets
            """)
    }
}

/// What is known about decoys in protein files.
public enum DecoyDeclaration: Sendable, Hashable {
    /// There are none; entries that look like decoys are an error.
    case none
    /// Accessions of decoys begin with this prefix.
    case prefix(String)
    /// Nothing is known and nothing is checked: for looking proteins up, not for searching.
    case unknown

    var prefix: String? {
        if case .prefix(let prefix) = self { return prefix }
        return nil
    }
}
