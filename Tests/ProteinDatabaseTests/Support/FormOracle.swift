import Chemistry
import ProteinDatabase

/// What a peptide table has to hold, found the plain way: every stretch, every choice of modifications, one by one.
struct FormOracle {
    /// One row as the table must have it.
    struct Form: Hashable, Comparable, CustomStringConvertible {
        /// Sequence with L for I, and modifications, as ProForma.
        var peptidoform: String
        var isDecoy: Bool
        var proteins: [Int]
        var missedCleavages: Int

        var description: String { "\(peptidoform) \(isDecoy ? "decoy" : "target") \(proteins) \(missedCleavages)" }
        static func < (one: Form, other: Form) -> Bool { one.description < other.description }
    }

    private struct Place: Hashable {
        var protein: Int
        var isStart: Bool
        var isEnd: Bool
    }

    var rules: DigestionRules
    var fixed: [ModificationSpecification]
    var variable: [ModificationSpecification]
    var maximumVariable: Int
    var labels: [[ModificationSpecification]]
    var maxima: [Int: Int]
    var exclusive: [[[Int]]]

    init(
        rules: DigestionRules, fixed: [String], variable: [String], maximumVariable: Int, labels: [[String]],
        maxima: [Int: Int], exclusive: [[[Int]]]
    ) throws {
        self.rules = rules
        self.fixed = try fixed.map { try ModificationSpecification(parsing: $0) }
        self.variable = try variable.map { try ModificationSpecification(parsing: $0) }
        self.maximumVariable = maximumVariable
        self.labels = try labels.map { try $0.map { try ModificationSpecification(parsing: $0) } }
        self.maxima = maxima
        self.exclusive = exclusive
    }

    /// All forms of a database, sorted, with their masses in Da.
    func forms(of proteins: [Protein]) throws -> [(form: Form, massDaltons: Double)] {
        var places: [String: Set<Place>] = [:]
        var missed: [String: Int] = [:]
        for (number, protein) in proteins.enumerated() {
            for span in StretchOracle.stretches(of: protein.residues, rules) {
                let text = String(decoding: protein.residues[span.residues], as: UTF8.self)
                guard !text.contains(where: { "BXZ*".contains($0) }) else { continue }
                let key = text.replacing("I", with: "L")
                places[key, default: []].insert(
                    Place(protein: number, isStart: span.isProteinNTerminal, isEnd: span.isProteinCTerminal))
                missed[key] = min(missed[key] ?? .max, span.missedCleavages)
            }
        }
        var result: [(form: Form, massDaltons: Double)] = []
        for (sequence, found) in places {
            let isDecoy = found.allSatisfy { proteins[$0.protein].isDecoy }
            let own = found.filter { isDecoy || !proteins[$0.protein].isDecoy }
            for (form, holders) in try modified(sequence, own) where rules.massesDaltons.contains(form.massDaltons) {
                let row = Form(
                    peptidoform: "\(form)", isDecoy: isDecoy, proteins: Set(holders.map(\.protein)).sorted(),
                    missedCleavages: missed[sequence] ?? -1)
                result.append((row, form.massDaltons))
            }
        }
        return result.sorted { $0.form < $1.form }
    }

    /// Every choice of variable modifications with the places of the sequence that allow it.
    private func modified(_ sequence: String, _ places: Set<Place>) throws -> [(Peptidoform, Set<Place>)] {
        let residues = Array(sequence.utf8)
        let locations: [ModificationLocation] = [.nTerminus] + residues.indices.map { .residue($0) } + [.cTerminus]
        var choices: [[(ModificationLocation, ModificationSpecification)]] = [[]]
        for location in locations {
            let here = variable.filter { allows($0, location, residues) }
            choices += choices.filter { $0.count < maximumVariable }.flatMap { chosen in
                here.map { chosen + [(location, $0)] }
            }
        }
        return try choices.filter(isAllowed).flatMap { chosen -> [(Peptidoform, Set<Place>)] in
            let holders = places.filter { place in
                chosen.allSatisfy { choice in
                    switch choice.1.site.position {
                    case .proteinNTerm: place.isStart
                    case .proteinCTerm: place.isEnd
                    default: true
                    }
                }
            }
            guard !holders.isEmpty else { return [] }
            let form = try form(residues, locations, chosen)
            return try labelled(form, locations, taken: chosen.map(\.0)).map { ($0, holders) }
        }
    }

    /// Whether a choice keeps to the maxima, and to one member of each group.
    private func isAllowed(_ chosen: [(ModificationLocation, ModificationSpecification)]) -> Bool {
        let counts = variable.map { modification in chosen.count { $0.1 == modification } }
        return maxima.allSatisfy { counts[$0.key] <= $0.value }
            && exclusive.allSatisfy { group in
                group.count { member in member.contains { counts[$0] > 0 } } <= 1
            }
    }

    /// The form as it is and with each set of labels on all their places; forms that are equal are one.
    private func labelled(
        _ form: Peptidoform, _ locations: [ModificationLocation], taken: [ModificationLocation]
    ) throws -> Set<Peptidoform> {
        let all = try labels.map { set in
            let added = locations.flatMap { location in
                set.filter {
                    allows($0, location, form.sequence) && (!taken.contains(location) || isPartOfResidue($0))
                }.map {
                    LocalisedModification(location: location, definition: $0.definition)
                }
            }
            return try Peptidoform(sequence: form.sequence, modifications: form.modifications + added)
        }
        return Set(all + [form])
    }

    /// Whether a label comes with the residue: in these tests, all that are called so or given by mass.
    private func isPartOfResidue(_ label: ModificationSpecification) -> Bool {
        let name = label.definition.name
        return label.site.position == .anywhere && (name.hasPrefix("Label:") || name.hasPrefix("+"))
    }

    private func form(
        _ residues: [UInt8], _ locations: [ModificationLocation],
        _ chosen: [(ModificationLocation, ModificationSpecification)]
    ) throws -> Peptidoform {
        let taken = chosen.map { LocalisedModification(location: $0.0, definition: $0.1.definition) }
        let always = locations.filter { location in !chosen.contains { $0.0 == location } }.flatMap { location in
            fixed.filter { allows($0, location, residues) }.map {
                LocalisedModification(location: location, definition: $0.definition)
            }
        }
        return try Peptidoform(sequence: residues, modifications: taken + always)
    }

    private func allows(
        _ specification: ModificationSpecification, _ location: ModificationLocation, _ residues: [UInt8]
    ) -> Bool {
        let site = specification.site
        switch location {
        case .nTerminus: return site.position.isNTerminal && site.allows(residue: residues[0])
        case .cTerminus: return site.position.isCTerminal && site.allows(residue: residues[residues.count - 1])
        case .residue(let index): return site.position == .anywhere && site.residues.contains(residues[index])
        }
    }
}
