import Foundation
import TestSupport
import Testing

@Suite("Inputs that are wrong before anything is run")
struct WrongInputTests {
    private static let experiment = Result { try Experiment(runCount: 1, fragmentSpectra: 40, proteinCount: 12) }
    private let experiment: Experiment
    private let folder: TemporaryDirectory

    init() throws {
        experiment = try Self.experiment.get()
        folder = try TemporaryDirectory()
    }

    /// Expects status 2, one line that says all this, and that no output folder was made.
    private func expectRefusal(
        spectra: [String]? = nil, proteins: String? = nil, _ options: [String] = [], saying parts: [String],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let output = "refused-\(UUID().uuidString)"
        let result = try experiment.search(spectra: spectra, proteins: proteins, output: output, options)
        #expect(result.exitStatus == 2, sourceLocation: location)
        #expect(result.standardOutput.isEmpty, sourceLocation: location)
        let lines = result.standardError.split(separator: "\n")
        #expect(lines.count == 1, "\(result.standardError)", sourceLocation: location)
        for part in parts { #expect(lines.first?.contains(part) == true, "\(lines)", sourceLocation: location) }
        #expect(!experiment.exists(output), sourceLocation: location)
    }

    @Test("a file that is missing is named with its option")
    func missing() throws {
        let absent = folder.path("none.mzML")
        try expectRefusal(spectra: [absent], saying: ["--spectra: error: ", "'\(absent)' does not exist"])
        try expectRefusal(proteins: absent, saying: ["--proteins: error: ", "'\(absent)' does not exist"])
        try expectRefusal(spectra: [folder.path("*.mzML")], saying: ["*.mzML' matches no file"])
    }

    @Test("a folder in the place of a file is named with what to write instead")
    func folders() throws {
        try expectRefusal(spectra: [folder.url.path], saying: ["is a folder; name the files in it, such as"])
    }

    @Test(
        "two files of one run name are both named, also where case tells them apart",
        arguments: [("x", "the same run name 'x'"), ("X", "run names that differ in case alone, 'X' and 'x'")])
    func sameName(_ name: String, _ reason: String) throws {
        let spectra = try Data(contentsOf: URL(filePath: experiment.spectra[0]))
        let first = try folder.write(Array(spectra), to: "a/x.mzML")
        let second = try folder.write(Array(spectra), to: "b/\(name).mzML")
        try expectRefusal(
            spectra: [first, second], saying: ["'\(first)'", "'\(second)'", reason, "rename one of them"])
    }

    @Test("an empty FASTA, one of blanks and one without sequence are told apart")
    func emptyFASTA() throws {
        try expectRefusal(proteins: try folder.write("", to: "0.fasta"), saying: ["0.fasta' is empty"])
        try expectRefusal(
            proteins: try folder.write("\n \n", to: "1.fasta"), saying: ["1.fasta: ", "holds no protein"])
        try expectRefusal(
            proteins: try folder.write(">P1 alone\n", to: "2.fasta"), saying: ["2.fasta:1: ", "P1 has no residues"])
    }

    @Test("a character that is no residue is named with line and column")
    func residue() throws {
        let path = try folder.write(">P1\nPEPTIDE\nPEP7IDE\n", to: "odd.fasta")
        try expectRefusal(proteins: path, saying: ["odd.fasta:3:4: '7' is not a residue"])
    }

    @Test("two entries of one accession that differ are both named")
    func conflicting() throws {
        let path = try folder.write(">P1\nPEPTIDE\n>P1\nPEPTIDEK\n", to: "two.fasta")
        try expectRefusal(proteins: path, saying: ["two.fasta:3: accession P1", "two.fasta:1", "rename or remove"])
    }

    @Test("spectra in the place of proteins, and the reverse, are noticed")
    func swapped() throws {
        try expectRefusal(proteins: experiment.spectra[0], saying: ["b1.mzML:1: not a FASTA file"])
        try expectRefusal(
            spectra: [experiment.path("proteins.fasta")], saying: ["proteins.fasta: is not mzML, mzXML, MGF or MS2"])
    }

    @Test("decoys in the FASTA that are not declared are an error that says how to declare them")
    func undeclaredDecoys() throws {
        var proteins = experiment.proteins
        for protein in experiment.proteins {
            let reversed = String(protein.sequence.reversed())
            proteins.append(.init(accession: "", header: "rev_\(protein.header)", sequence: reversed))
        }
        let path = try folder.write(SyntheticProtein.fasta(proteins), to: "decoys.fasta")
        try expectRefusal(
            proteins: path,
            saying: ["decoys.fasta: 12 of 24 proteins look like decoys ('rev_'", "'decoys: { from-fasta: rev_ }'"])
        let result = try experiment.search(
            proteins: path, output: "declared", ["--set", "search.decoys={ from-fasta: rev_ }"])
        #expect(result.standardOutput.contains("1 of 1 run done"), "declared, they are searched")
    }

    @Test("decoys that are declared and not there are an error")
    func absentDecoys() throws {
        try expectRefusal(
            ["--set", "search.decoys={ from-fasta: XXX_ }"],
            saying: ["proteins.fasta: ", "none of the 12 proteins has an accession that begins with 'XXX_'"])
    }

    @Test("a gzip FASTA that is cut off says where it ends")
    func truncatedFASTA() throws {
        let fasta = Data(SyntheticProtein.fasta(experiment.proteins).utf8)
        let path = try folder.write(Array(Gzip.stored(fasta).dropLast(100)), to: "cut.fasta.gz")
        try expectRefusal(proteins: path, saying: ["cut.fasta.gz' ends inside its gzip data, at byte "])
    }
}
