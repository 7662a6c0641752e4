package import Chemistry

/// Works out which forms a peptide takes, given how complete each modification is.
package struct ModificationStates: Sendable {
    private let complete: [ModificationOccupancy]
    private let partial: [ModificationOccupancy]

    /// Forms below this share of a peptide's molecules are left out.
    private static let smallestShare = 0.003
    /// Most incomplete modifications on one molecule.
    private static let mostPerMolecule = 2

    /// Sorts the modifications into complete and incomplete ones.
    package init(_ occupancies: [ModificationOccupancy]) {
        complete = occupancies.filter(\.isComplete)
        partial = occupancies.filter { !$0.isComplete && $0.occupancy > 0 }
    }

    /// Modifications of one form and its share of the molecules.
    package struct State: Sendable {
        package var modifications: [LocalisedModification]
        package var share: Double
    }

    /// All forms that are common enough, the one without incomplete modifications first. An incomplete modification takes
    /// the place of a complete one.
    package func states(of sequence: [UInt8], beginsProtein: Bool, endsProtein: Bool) -> [State] {
        func places(_ occupancy: ModificationOccupancy) -> [ModificationLocation] {
            occupancy.modification.site
                .locations(in: sequence, beginsProtein: beginsProtein, endsProtein: endsProtein)
        }
        let always = complete.flatMap { occupancy in
            places(occupancy).map { LocalisedModification(location: $0, definition: occupancy.modification.definition) }
        }
        var states = [State(modifications: [], share: 1)]
        for occupancy in partial {
            for place in places(occupancy) {
                states = states.flatMap { Self.split($0, occupancy, at: place) }
            }
        }
        return states.map { state in
            let taken = Set(state.modifications.map(\.location))
            let kept = always.filter { !taken.contains($0.location) }
            return State(modifications: kept + state.modifications, share: state.share)
        }
    }

    /// A form without and, where it can be and is common enough, with one more modification.
    private static func split(
        _ state: State, _ occupancy: ModificationOccupancy, at place: ModificationLocation
    ) -> [State] {
        let isTaken = state.modifications.contains { $0.location == place }
        let share = state.share * occupancy.occupancy
        guard !isTaken, state.modifications.count < mostPerMolecule, share >= smallestShare else { return [state] }
        let added = LocalisedModification(location: place, definition: occupancy.modification.definition)
        return [
            State(modifications: state.modifications, share: state.share - share),
            State(modifications: state.modifications + [added], share: share),
        ]
    }
}
