/// Collects the peptidoforms of peptides.
struct PeptidoformRows: Sendable {
    private let allowed: ClosedRange<Double>
    private let part: Range<Double>
    private let chemistry: PeptideMasses
    private var forms = FormColumns()
    private var sites: [Site] = []
    private var chosen: [Placement] = []
    /// Residues of the peptide whose forms are being added, where labels give way to variable modifications.
    private var letters: [UInt8] = []
    /// Channel of labels of the forms that are being added.
    private var channel = 0
    /// Whether one and the same occurrence of the peptide stands at both ends of a protein.
    private var spansProtein = false

    /// A place of a peptide where a variable modification can sit.
    private struct Site: Sendable {
        var placement: Placement
        /// Where labels can give way to it.
        var place: ChannelMasses.Place
        /// What the modification adds to the mass the peptide has without it and without labels.
        var deltaDaltons: Double
    }

    init(allowed: ClosedRange<Double>, part: Range<Double>, chemistry: PeptideMasses) {
        self.allowed = allowed
        self.part = part
        self.chemistry = chemistry
    }

    /// Adds the peptide without variable modifications and with every allowed combination of them, without label and with
    /// each set of labels.
    mutating func add(peptide index: Int, of table: PeptideTable) {
        let peptide = table.peptides[index]
        let start = Int(peptide.start)
        let residues = table.residues[start..<start + Int(peptide.length)]
        sites.removeAll(keepingCapacity: true)
        if !chemistry.variable.isEmpty && chemistry.maximumVariable > 0 { findSites(of: index, in: table) }
        for number in 0..<chemistry.channels.count where chemistry.channels.isDistinct(number, for: residues) {
            channel = number
            var mass = chemistry.nTerminus + chemistry.cTerminus + chemistry.channels.ends(ofChannel: number)
            for letter in residues { mass += chemistry.channels.residue(letter, channel: number) }
            chosen.removeAll(keepingCapacity: true)
            append(mass: mass, peptide: index)
            combine(from: 0, mass: mass, peptide: index)
        }
    }

    private mutating func findSites(of index: Int, in table: PeptideTable) {
        let peptide = table.peptides[index]
        let start = Int(peptide.start)
        let end = start + Int(peptide.length)
        if chemistry.channels.giveWay {
            letters.removeAll(keepingCapacity: true)
            letters.append(contentsOf: table.residues[start..<end])
        }
        let occurrences = table.ownOccurrences(ofPeptide: index)
        let ends = ProteinEnds(
            isProteinNTerminal: occurrences.contains(where: \.isProteinNTerminal),
            isProteinCTerminal: occurrences.contains(where: \.isProteinCTerminal))
        spansProtein = occurrences.contains { $0.isProteinNTerminal && $0.isProteinCTerminal }
        for (number, rule) in chemistry.rules.enumerated() {
            switch rule.end {
            case .nTerminus:
                guard !rule.isProteinEnd || ends.isProteinNTerminal else { continue }
                addSite(rule, number, position: 0, residue: table.residues[start])
            case .cTerminus:
                guard !rule.isProteinEnd || ends.isProteinCTerminal else { continue }
                addSite(rule, number, position: end - start + 1, residue: table.residues[end - 1])
            case nil:
                for position in start..<end {
                    addSite(rule, number, position: position - start + 1, residue: table.residues[position])
                }
            }
        }
        sites.sort {
            ($0.placement.position, $0.placement.modification) < ($1.placement.position, $1.placement.modification)
        }
    }

    private struct ProteinEnds {
        var isProteinNTerminal: Bool
        var isProteinCTerminal: Bool
    }

    private mutating func addSite(_ rule: PeptideMasses.SiteRule, _ number: Int, position: Int, residue: UInt8) {
        let delta = rule.deltas[Int(residue)]
        guard !delta.isNaN else { return }
        let placement = Placement(position: UInt8(position), modification: rule.modification)
        sites.append(Site(placement: placement, place: rule.place(residue: residue), deltaDaltons: delta))
    }

    /// Adds every choice of further sites from `first` on that the limits allow; no two at one position.
    private mutating func combine(from first: Int, mass: Double, peptide: Int) {
        guard chosen.count < chemistry.maximumVariable else { return }
        for number in first..<max(first, sites.count) {
            let site = sites[number]
            if let last = chosen.last, last.position == site.placement.position { continue }
            if needsSpanningProtein(with: site) && !spansProtein { continue }
            if let limits = chemistry.limits, !limits.allow(site.placement.modification, beside: chosen) { continue }
            let displaced =
                chemistry.channels.giveWay ? chemistry.channels.displaced(at: site.place, channel: channel) : 0
            let modified = mass + (site.deltaDaltons - displaced)
            chosen.append(site.placement)
            append(mass: modified, peptide: peptide)
            combine(from: number + 1, mass: modified, peptide: peptide)
            chosen.removeLast()
        }
    }

    /// Whether the choice with this site claims both ends of one protein.
    private func needsSpanningProtein(with site: Site) -> Bool {
        guard let first = chosen.first, first.position == 0, site.placement.position > 0 else { return false }
        return chemistry.rules[Int(first.modification)].isProteinEnd
            && chemistry.rules[Int(site.placement.modification)].isProteinEnd
    }

    private mutating func append(mass: Double, peptide: Int) {
        guard allowed.contains(mass) && part.contains(mass) else { return }
        if chemistry.channels.giveWay && channel > 0 && !chosen.isEmpty {
            // Where labels have given way, the form may be one of an earlier channel.
            guard chemistry.channels.isDistinct(channel, for: letters, with: chosen) else { return }
        }
        forms.append(
            massDaltons: mass, peptide: UInt32(peptide), tag: FormTag(placements: chosen.count, channel: channel))
        for place in chosen.indices { forms.placements.append(chosen[place]) }
    }

    /// The forms, sorted into mass classes, in the order they were added within each.
    func columns(in classes: MassClasses) -> FormColumns {
        let order = classes.order(of: forms.masses)
        var columns = forms.reordered(order.positions)
        columns.classStarts = order.starts
        return columns
    }
}
