/// How many atoms of each element something has; counts are negative where a modification removes atoms.
public struct Composition: Sendable, Hashable {
    /// Counts that are not zero.
    private var counts: [Element: Int]

    /// Creates a composition from counts; zero counts are dropped.
    public init(_ counts: [Element: Int] = [:]) {
        self.counts = counts.filter { $0.value != 0 }
    }

    /// A composition without any atom.
    public static let empty = Composition()
    /// H2O.
    public static let water = Composition([.hydrogen: 2, .oxygen: 1])
    /// NH3.
    public static let ammonia = Composition([.nitrogen: 1, .hydrogen: 3])

    /// How many atoms of `element` there are; setting 0 removes it.
    public subscript(element: Element) -> Int {
        get { counts[element] ?? 0 }
        set { counts[element] = newValue == 0 ? nil : newValue }
    }

    /// Whether there is no atom.
    public var isEmpty: Bool { counts.isEmpty }

    /// The elements with a count other than zero, in the order of `Element.allCases`.
    public var elements: [(element: Element, count: Int)] {
        Element.allCases.compactMap { element in counts[element].map { (element, $0) } }
    }

    /// Mass of the most abundant isotopes in Da, neutral.
    public var monoisotopicMass: Double {
        elements.reduce(0) { $0 + Double($1.count) * $1.element.monoisotopicMass }
    }

    /// Atoms of both.
    public static func + (left: Composition, right: Composition) -> Composition {
        Composition(left.counts.merging(right.counts, uniquingKeysWith: +))
    }

    /// Atoms of the left without those of the right.
    public static func - (left: Composition, right: Composition) -> Composition { left + right * -1 }

    /// The composition `factor` times.
    public static func * (composition: Composition, factor: Int) -> Composition {
        Composition(composition.counts.mapValues { $0 * factor })
    }

    /// Adds the atoms of the right to the left.
    public static func += (left: inout Composition, right: Composition) {
        for (element, count) in right.counts { left[element] += count }
    }
}
