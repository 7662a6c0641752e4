import Chemistry
import Foundation
import ProteinDatabase
import Simulation
import Testing

@Suite struct PeptideCatalogueTests {
    @Test("the yield of a peptide is the chance of cuts at its ends and of none inside, worked out by hand")
    func yields() {
        let made = CatalogueCase([Protein("P1", "MAAAAAKGGGGGGRSSSSSSS")])
        // Half of the molecules have lost their methionine; 92 % of the sites are cut.
        let expected = [
            "MAAAAAK": 0.5 * 0.92, "MAAAAAKGGGGGGR": 0.5 * 0.08 * 0.92, "MAAAAAKGGGGGGRSSSSSSS": 0.5 * 0.08 * 0.08,
            "AAAAAK": 0.5 * 0.92, "AAAAAKGGGGGGR": 0.5 * 0.08 * 0.92, "AAAAAKGGGGGGRSSSSSSS": 0.5 * 0.08 * 0.08,
            "GGGGGGR": 0.92 * 0.92, "GGGGGGRSSSSSSS": 0.92 * 0.08, "SSSSSSS": 0.92,
        ]
        #expect(Set(made.sequences) == Set(expected.keys))
        for analyte in made.catalogue.analytes {
            let sequence = String(decoding: analyte.sequence, as: UTF8.self)
            #expect(analyte.sources.map(\.protein) == [0])
            #expect(isNear(analyte.sources[0].yield, expected[sequence] ?? -1, 1e-12), "\(sequence)")
        }
    }

    @Test("a residue is in some peptide of every molecule, but for an initial methionine in half of them")
    func conservation() {
        let sequence = "MSSSSSSKAAAAAAAARGGGGGGG"
        let made = CatalogueCase([Protein("P1", sequence)]) { $0.sample.missedCleavageProbability = 0.3 }
        for (letter, expected) in [("M", 0.5), ("S", 6), ("K", 1), ("A", 8), ("R", 1), ("G", 7)] {
            let total = made.catalogue.analytes.reduce(0.0) { sum, analyte in
                sum + analyte.sources[0].yield * Double(analyte.sequence.count { $0 == letter.utf8.first })
            }
            #expect(isNear(total, expected, 1e-9), "\(letter)")
        }
    }

    @Test("a peptide lists every protein that holds it, I and L being one, also those in no sample")
    func sharedProteins() throws {
        let made = CatalogueCase(
            [
                Protein("P1", "GGGGGGKSAMPIERAAAAAAA"), Protein("P2", "TTTTTTKSAMPLERVVVVVVV"),
                Protein("P3", "NNNNNNKSAMPLERQQQQQQQ"), Protein("P4", "DDDDDDKSAMPERDDDDDD"),
            ], amounts: [1, 1, 0, 1])
        let (withI, withL) = (try #require(made.analyte("SAMPIER")), try #require(made.analyte("SAMPLER")))
        #expect(withI.proteins == [0, 1, 2])
        #expect(withL.proteins == [0, 1, 2])
        #expect(withI.sources.map(\.protein) == [0])
        #expect(withL.sources.map(\.protein) == [1])
        #expect(try #require(made.analyte("GGGGGGK")).proteins == [0])
        #expect(made.analyte("NNNNNNK") == nil)
        #expect(withI.amount(inSample: [3, 5, 7, 11]) == 3 * withI.sources[0].yield)
    }

    @Test("a peptide that is in several places has all their amounts, and each protein once")
    func repeats() throws {
        let made = CatalogueCase([
            Protein("P1", "GGGGGGKAAAAAAKGGGGGGKSSSSSSS"), Protein("P2", "TTTTTTRGGGGGGKVVVVVVV"),
        ])
        let analyte = try #require(made.analyte("GGGGGGK"))
        #expect(made.sequences.count { $0 == "GGGGGGK" } == 1)
        #expect(analyte.sources.map(\.protein) == [0, 0, 1])
        #expect(analyte.proteins == [0, 1])
        let inside = 0.92 * 0.92
        #expect(isNear(analyte.amount(inSample: [2, 10]), 2 * (0.92 + inside) + 10 * inside, 1e-12))
    }

    @Test("peptides have 6 to 45 residues, at most two missed cleavages, and only residues of known mass")
    func limits() {
        let long = String(repeating: "AG", count: 23)
        let made = CatalogueCase([
            Protein("P1", "AAAAK\(long)KGGXGGGKSSSSSSKSSSSSKTTTTTKVVVVVV")
        ])
        #expect(made.analyte("AAAAK") == nil)
        #expect(!made.sequences.contains { $0.contains(long) || $0.contains("X") || $0.count > 45 || $0.count < 6 })
        #expect(made.analyte("SSSSSSKSSSSSKTTTTTK") != nil)
        #expect(made.analyte("SSSSSSKSSSSSKTTTTTKVVVVVV") == nil)
    }

    @Test("all peptides together are near the mean ion current asked for")
    func scale() {
        let proteins = RandomProteins.make(300, length: 400)
        let made = CatalogueCase(proteins, gradientSeconds: 2_000) { $0.instrument.ionsPerSecond = 1e9 }
        let total = made.catalogue.analytes.reduce(0.0) { sum, analyte in
            sum + analyte.amount(inSample: made.proteins.amounts.sampleAmounts[0]) * analyte.response
        }
        let current = total * made.catalogue.ionsPerAmount / 2_000
        #expect((0.4...1.2).contains(current / 1e9), "\(current / 1e9) of the current asked for")
    }

    @Test("twice the current doubles the ions of a unit of amount, and so does half the protein")
    func proportions() {
        let proteins = RandomProteins.make(20, length: 300)
        let one = CatalogueCase(proteins).catalogue.ionsPerAmount
        let twice = CatalogueCase(proteins) { $0.instrument.ionsPerSecond *= 2 }.catalogue.ionsPerAmount
        let half = CatalogueCase(proteins, amounts: proteins.map { _ in 0.5 }).catalogue.ionsPerAmount
        #expect(isNear(twice / one, 2, 1e-12))
        #expect(isNear(half / one, 2, 1e-12))
        // One unit of a protein without a site is one peptide, and 2e8 ions a second for 1,000 seconds are all its own.
        #expect(CatalogueCase([Protein("P1", "GGGGGGG")]).catalogue.ionsPerAmount == 2e11)
    }

    @Test("responses are log-normal with mean 1, and belong to the sequence")
    func responses() throws {
        let proteins = RandomProteins.make(60, length: 400)
        let made = CatalogueCase(proteins) { $0.instrument.ionsPerSecond = 1e14 }
        let logarithms = Numbers(made.catalogue.analytes.map { log($0.response) })
        #expect(logarithms.values.count > 5_000)
        #expect(isNear(logarithms.deviation, 1.3, 0.06))
        #expect(isNear(logarithms.mean, -1.3 * 1.3 / 2, 0.09))
        let again = CatalogueCase(Array(proteins.reversed())) { $0.instrument.ionsPerSecond = 1e14 }
        let sequence = try #require(made.sequences.last)
        #expect(made.analyte(sequence)?.response == again.analyte(sequence)?.response)
    }

    @Test("what would not rise above the noise in any run is left out")
    func faint() {
        let proteins = RandomProteins.make(2, length: 400)
        let made = CatalogueCase(proteins, amounts: [1, 1e-9])
        #expect(Set(made.catalogue.analytes.flatMap { $0.sources.map(\.protein) }) == [0])
        let area = ElutionProfile(halfHeightWidthSeconds: 15).areaSeconds
        for analyte in made.catalogue.analytes {
            let ions = analyte.amount(inSample: [1, 1e-9]) * analyte.response * made.catalogue.ionsPerAmount
            #expect(ions / area >= PeptideCatalogue.faintestApex)
        }
    }

    @Test("forms have the mass of their peptidoform, shares that add up to 1, and their own time")
    func forms() throws {
        let made = CatalogueCase(RandomProteins.make(20, length: 300))
        for analyte in made.catalogue.analytes {
            #expect(isNear(analyte.forms.reduce(0) { $0 + $1.share }, 1, 1e-9))
            for (position, form) in analyte.forms.enumerated() {
                let peptidoform = try #require(analyte.peptidoform(position))
                #expect(isNear(form.massDaltons, peptidoform.massDaltons, 1e-6))
                let isOxidised = form.modifications.contains { $0.definition.name == "Oxidation" }
                let plain = analyte.forms[0].apexSeconds
                if isOxidised && form.modifications.count == 1 { #expect(form.apexSeconds < plain) }
            }
        }
        #expect(Set(made.sequences).count == made.sequences.count)
    }

    @Test("foreign peptides are in no protein of the FASTA, I and L being one")
    func foreign() {
        // Few letters, so that some peptides of foreign proteins come out as peptides of the FASTA.
        let proteins = RandomProteins.make(60, length: 200).enumerated().map { number, protein in
            Protein(
                accession: "P\(number)",
                residues: protein.residues.map { $0 < UInt8(ascii: "G") ? UInt8(ascii: "I") : $0 < 80 ? 76 : 75 })
        }
        let made = CatalogueCase(proteins) {
            $0.sample.foreignShare = 0.5
            $0.instrument.ionsPerSecond = 1e12
        }
        let digester = Digester(rules: DigestionRules(missedCleavages: 2, lengths: 6...45))
        func peptides(_ residues: [[UInt8]]) -> Set<[UInt8]> {
            Set(
                residues.flatMap { protein in
                    digester.peptides(of: protein).map { span in protein[span.residues].map { $0 == 73 ? 76 : $0 } }
                })
        }
        let known = peptides(proteins.map(\.residues))
        let foreignProteins = Array(made.proteins.residues[made.proteins.databaseCount...])
        #expect(!known.isDisjoint(with: peptides(foreignProteins)), "nothing to keep apart")
        let foreign = made.catalogue.analytes.filter(\.isForeign)
        #expect(foreign.count > 100)
        for analyte in foreign {
            #expect(!known.contains(analyte.sequence.map { $0 == 73 ? 76 : $0 }))
            #expect(analyte.proteins.isEmpty)
        }
        for analyte in made.catalogue.analytes where !analyte.isForeign { #expect(!analyte.proteins.isEmpty) }
    }
}
