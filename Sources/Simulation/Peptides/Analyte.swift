package import Chemistry

/// A peptide sequence of the samples, with the proteins it comes from and the forms it takes.
package struct Analyte: Sendable {
    /// How much of a protein becomes this peptide.
    package struct Source: Sendable {
        /// Position in ``SampleProteins/residues``.
        package var protein: Int
        /// Share of the protein's molecules that is cut just so.
        package var yield: Double
    }

    /// One way the modifications of a peptide can be.
    package struct Form: Sendable {
        /// Modifications with their places, complete ones too.
        package var modifications: [LocalisedModification]
        /// Share of the peptide's molecules.
        package var share: Double
        /// Neutral monoisotopic mass in Da.
        package var massDaltons: Double
        /// When it leaves the column in an average run, in seconds.
        package var apexSeconds: Double
    }

    /// Residues as ASCII.
    package var sequence: [UInt8]
    /// Whether it comes from no protein of the FASTA.
    package var isForeign: Bool
    /// Where its amount comes from.
    package var sources: [Source]
    /// Signal of one molecule against the average peptide: how well it is ionised and survives.
    package var response: Double
    /// Its forms, of which the commonest need not be the first.
    package var forms: [Form]
    /// Every protein of the FASTA that holds the sequence (I = L), as ascending positions.
    package var proteins: [Int] = []

    /// Relative amount in a sample.
    package func amount(inSample amounts: [Double]) -> Double {
        sources.reduce(0) { $0 + amounts[$1.protein] * $1.yield }
    }

    /// One of its forms as a peptidoform.
    package func peptidoform(_ form: Int) -> Peptidoform? {
        try? Peptidoform(sequence: sequence, modifications: forms[form].modifications)
    }
}
