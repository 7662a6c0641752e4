public import ProteinDatabase

/// Proteins that do not exist, with residues about as frequent as in real ones.
public enum MadeProteins {
    /// A database of so many proteins of 200 to 600 residues.
    public static func database(count: Int) -> ProteinDatabase {
        var numbers = SeededNumbers(seed: 20_260_101)
        // Each residue as often as in about a hundred of a typical proteome.
        let residues = Array(
            ("AAAAAAAARRRRRNNNNDDDDDCQQQQEEEEEEGGGGGGGHHIIIIIILLLLL"
                + "LLLLLKKKKKKMMFFFFPPPPPSSSSSSSTTTTTWYYYVVVVVVV").utf8)
        let proteins = (0..<count).map { number in
            let length = Int.random(in: 200...600, using: &numbers)
            let body = (0..<length).map { _ in residues[Int.random(in: 0..<residues.count, using: &numbers)] }
            return Protein(accession: "MADE\(number)", residues: [UInt8(ascii: "M")] + body)
        }
        return ProteinDatabase(proteins: proteins)
    }
}
