/// Names of the counts stages keep in their journals, in one place for those who write and those who read them.
enum CountName {
    static let spectra = "spectra"
    static let deeperSpectra = "spectra of deeper levels"
    static let repaired = "repaired profile spectra"
    static let searched = "searched spectra"
    static let matched = "matched spectra"
    static let candidates = "candidates compared"

    static func spectra(ofLevel level: Int) -> String { "ms\(level) spectra" }
    static func accepted(_ level: String) -> String { "\(level)s accepted" }
    static func rows(of file: String) -> String { "rows of \(file)" }
}
