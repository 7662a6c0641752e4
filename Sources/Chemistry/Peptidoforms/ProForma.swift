/// Reading and writing of peptidoforms in ProForma 2.0, for linear peptides with modifications at known places.
///
/// > Source: HUPO-PSI, ProForma (Proteoform and Peptidoform Notation) 2.0, 2022; LeDuc et al., J. Proteome Res. 21
/// > (2022) 1189, doi:10.1021/acs.jproteome.1c00771.
public enum ProForma {
    /// Writes a peptidoform, and its charge where one is given: `[Acetyl]-PEPTM[Oxidation]IDEK/2`.
    ///
    /// Modifications go by their Unimod names, by formula or by mass; fixed ones stand on their residues like any other.
    public static func write(_ peptidoform: Peptidoform, charge: Int? = nil) -> String {
        let modifications = peptidoform.modifications
        var next = modifications.startIndex
        func tags(at location: ModificationLocation) -> String {
            var text = ""
            while next < modifications.endIndex, modifications[next].location == location {
                text += "[\(modifications[next].definition.name)]"
                next += 1
            }
            return text
        }
        let nTerminal = tags(at: .nTerminus)
        var text = nTerminal.isEmpty ? "" : nTerminal + "-"
        for (index, letter) in peptidoform.sequence.enumerated() {
            text.unicodeScalars.append(UnicodeScalar(letter))
            text += tags(at: .residue(index))
        }
        let cTerminal = tags(at: .cTerminus)
        if !cTerminal.isEmpty { text += "-" + cTerminal }
        return charge.map { "\(text)/\($0)" } ?? text
    }

    /// Reads one linear peptidoform and its charge, `nil` where none is written.
    ///
    /// Read are residues, modifications on residues and termini by Unimod name, accession, mass or formula, a charge
    /// such as `/2`, and global fixed modifications such as `<[Carbamidomethyl]@C>`, which are put on their residues.
    ///
    /// - Throws: `ProFormaError` naming the column, also for parts of ProForma that are not read: labile and
    ///   unlocalised modifications, ambiguous places and residues, cross-links, isotope labels for the whole peptide,
    ///   tags with several values, other vocabularies, adducts and more than one peptidoform.
    public static func read(_ text: String) throws(ProFormaError) -> (peptidoform: Peptidoform, charge: Int?) {
        var reader = ProFormaReader(text)
        return try reader.read()
    }
}
