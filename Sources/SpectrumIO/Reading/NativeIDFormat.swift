/// A scheme of native spectrum identifiers, as mzML declares it for its source files.
///
/// > Source: PSI-MS controlled vocabulary, MS:1000767 (native spectrum identifier format) and its children.
package struct NativeIDFormat: Sendable, Hashable {
    /// Number of the term (`1000768` for MS:1000768).
    package var term: Int

    /// A scheme by the number of its term.
    package init(term: Int) { self.term = term }

    /// Whether an identifier of the scheme is a scan number and nothing else: Bruker/Agilent YEP, Bruker BAF, scan number
    /// only, Agilent MassHunter, Shimadzu QTOF. Some writers leave the `scan=` out there.
    var isScanNumberAlone: Bool {
        switch term {
        case 1_000_771, 1_000_772, 1_000_776, 1_001_508, 1_002_898: true
        default: false
        }
    }
}
