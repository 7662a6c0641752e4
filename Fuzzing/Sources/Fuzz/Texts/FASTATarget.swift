internal import ProteinDatabase

private let file = InputFile("input")

extension FuzzTarget {
    /// Protein files: each entry is a protein, the repetition of one, or the reason why the file is refused.
    static let fasta = FuzzTarget(
        name: "fasta",
        seeds: {
            let entries = """
                >sp|P02769|ALBU_BOVIN Albumin OS=Bos taurus OX=9913 GN=ALB PE=1 SV=4
                MKWVTFISLLLLFSSAYSRGVFRRDTHKSEIAHRFKDLGEEHFKGLVLIAFSQYLQQCPF
                >tr|A0A000|X_YEAST
                PEPTIDEK*
                ;comment
                >NP_000468.1 plain [Homo sapiens]
                mkab-xz
                """
            return ["mixed": Array(entries.utf8), "decoys": Array(">rev_A\nMK\n>A\nKM\n".utf8)]
        },
        check: { bytes in
            file.hold(bytes)
            for decoys in [DecoyDeclaration.unknown, .none, .prefix("rev_")] { checkProteins(decoys) }
        })

    private static func checkProteins(_ decoys: DecoyDeclaration) {
        do throws(FASTAError) {
            let database = try ProteinDatabase(paths: [file.path], decoys: decoys)
            require(!database.proteins.isEmpty, "a file without proteins is accepted")
            for (one, next) in zip(database.proteins, database.proteins.dropFirst()) {
                let ascends = one.accession != next.accession ? one.accession < next.accession : next.isDecoy
                require(ascends, "\(one.accession) and \(next.accession) are not in order, or one is there twice")
            }
            for protein in database.proteins {
                require(!protein.accession.isEmpty && !protein.residues.isEmpty, "a protein is empty")
                require(
                    protein.residues.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x2A },
                    "\(protein.accession) has residues that are no letters")
            }
        } catch {
            require(!"\(error)".isEmpty, "an error has no sentence")
        }
    }
}
