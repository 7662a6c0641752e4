import Chemistry
import Testing

@Suite struct VariableLimitsTests {
    private static let variable = ["Oxidation@M", "Phospho@ST", "Phospho@Y", "GG@K"]

    private static func set(_ exclusive: [[String]], maxima: [Int: Int] = [:]) throws -> ModificationSet {
        try ModificationSet(
            fixed: ModificationSetTests.specifications(["Carbamidomethyl@C"]),
            variable: ModificationSetTests.specifications(variable), maxima: maxima,
            exclusive: exclusive.map { try $0.map { try ModificationReference(parsing: $0) } })
    }

    private static func error(_ exclusive: [[String]]) throws -> LimitError {
        let thrown = try #require(throws: ModificationSetError.self) { try set(exclusive) }
        guard case .limit(let error) = thrown else { throw thrown }
        #expect("\(thrown)" == "\(error)")
        return error
    }

    @Test("a name alone means all its entries, a name with its site that one; any way to write it will do")
    func names() throws {
        let limits = try Self.set([["phospho", "UNIMOD:121@K"], ["Phospho@Y", "Oxidation"]], maxima: [1: 2]).limits
        #expect(limits.exclusive == [[[1, 2], [3]], [[2], [0]]])
        #expect(limits.maxima == [1: 2])
        #expect(limits != .none && ModificationSet.none.limits == .none)
        #expect(try ModificationReference(parsing: "phospho@YTS").description == "Phospho@STY")
        #expect(try ModificationReference(parsing: "unimod:21").description == "Phospho")
        #expect(throws: ModificationError.self) { try ModificationReference(parsing: "Phospho@") }
        #expect(throws: ModificationError.self) { try ModificationReference(parsing: "Phosho") }
    }

    @Test("members of one group exclude each other, entries of one member do not")
    func exclusion() throws {
        let limits = try Self.set([["Phospho", "GG"], ["GG@K", "Oxidation"]]).limits
        let pairs = (0..<4).flatMap { one in (0..<4).filter { limits.excludes(one, $0) }.map { [one, $0] } }
        #expect(pairs == [[0, 3], [1, 3], [2, 3], [3, 0], [3, 1], [3, 2]])
    }

    @Test("names that are not variable, fixed ones, and one twice are refused with their place in the group")
    func refusals() throws {
        let unknown = try Self.error([["Phospho", "GG"], ["Oxidation@M", "Phospho@S"]])
        #expect(unknown.problem == .notVariable && unknown.group == 1 && unknown.member == 1)
        #expect("\(unknown)".hasPrefix("'Phospho@S' is not among the variable modifications; "))
        let fixed = try Self.error([["Carbamidomethyl", "GG"]])
        #expect(fixed.problem == .fixed && fixed.member == 0 && "\(fixed)".hasPrefix("'Carbamidomethyl' is fixed, "))
        let twice = try Self.error([["Phospho@Y", "GG", "Phospho"]])
        #expect(twice.member == 2)
        #expect("\(twice)".hasPrefix("'Phospho@Y' and 'Phospho' mean the same modification, "))
    }

    @Test("a group of fewer than two is refused", arguments: [([], "nothing"), (["GG"], "'GG'")])
    func small(_ group: [String], _ subject: String) throws {
        let error = try Self.error([group])
        #expect(error.problem == .tooFew && error.group == 0 && error.member == nil)
        #expect("\(error)".hasPrefix("A group names \(subject) alone, "))
    }
}
