/// Why the outcome of a search cannot be compared with a table of what is true: the table is not the one of these runs, or
/// the outcome does not hold together.
public enum TruthComparisonError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Runs that the table does not mention.
    case unknownRuns([String], known: [String])
    /// Spectra of the table that a run does not hold.
    case absentSpectra(run: String, count: Int, first: String)
    /// MS2 spectra of a run that the table does not mention.
    case unknownSpectra(run: String, count: Int, first: String)
    /// A spectrum whose precursor is another one in the file than in the table; m/z in Th.
    case otherPrecursor(run: String, spectrumID: String, fileMZ: Double, tableMZ: Double)
    /// Two spectra of a run with one identifier.
    case repeatedIdentifier(run: String, spectrumID: String)
    /// Components of a spectrum that are not numbered 1, 2 and on.
    case wrongComponents(run: String, spectrumID: String, numbers: [Int])
    /// Identifications and matches do not belong together.
    case unknownMatch(UnknownMatchError)

    private static let advice = "give the table that was written with these runs"

    /// One sentence for people.
    public var description: String {
        switch self {
        case .unknownRuns(let runs, let known):
            """
            the table says nothing of the run\(runs.count == 1 ? "" : "s") \(Self.list(runs)); it is about \
            \(known.isEmpty ? "no run" : Self.list(known)): \(Self.advice).
            """
        case .absentSpectra(let run, let count, let first):
            """
            \(Self.spectra(count)) of the table \(count == 1 ? "is" : "are") not in run '\(run)', the first: '\(first)'; \
            \(Self.advice).
            """
        case .unknownSpectra(let run, let count, let first):
            """
            the table says nothing of \(Self.spectra(count)) of run '\(run)', the first: '\(first)'; \(Self.advice).
            """
        case .otherPrecursor(let run, let spectrumID, let fileMZ, let tableMZ):
            """
            spectrum '\(spectrumID)' of run '\(run)' has the precursor m/z \(fileMZ) in its file and \(tableMZ) in the \
            table; \(Self.advice).
            """
        case .repeatedIdentifier(let run, let spectrumID):
            """
            run '\(run)' has two spectra with the identifier '\(spectrumID)', so the table cannot say which it means; write \
            the run with an identifier for each.
            """
        case .wrongComponents(let run, let spectrumID, let numbers):
            """
            the components of spectrum '\(spectrumID)' of run '\(run)' are numbered \
            \(numbers.map(String.init).joined(separator: ", ")) and not from 1 on; correct the table.
            """
        case .unknownMatch(let error): error.description
        }
    }

    private static func spectra(_ count: Int) -> String { "\(count) spectr\(count == 1 ? "um" : "a")" }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        return names.count > 5 ? "\(shown) and \(names.count - 5) more" : shown
    }
}
