import Stages
import Testing
import Workflow

@Suite("Parameters of search")
struct SearchParameterTests {
    private let definition: StageDefinition

    init() throws { definition = try #require(MoselleStages.registry.stage("search")) }

    private func value(_ name: String, _ given: ConfigurationValue) throws -> ConfigurationValue {
        try ParameterValues([name: given], for: definition.parameters).value(name)
    }

    private func problem(_ name: String, _ given: ConfigurationValue) -> String? {
        do {
            _ = try ParameterValues([name: given], for: definition.parameters)
            return nil
        } catch {
            return error.message
        }
    }

    private func issues(_ given: [String: ConfigurationValue]) throws -> [String] {
        definition.check(try ParameterValues(given, for: definition.parameters))
            .map { "\($0.parameter): \($0.message)" }
    }

    @Test("tolerances need a unit, and are written in one way")
    func tolerances() throws {
        #expect(try value("precursor-tolerance", "10ppm") == "10 ppm")
        #expect(try value("precursor-tolerance", "-150 Da..+500 Da") == "-150 Da..+500 Da")
        #expect(try value("fragment-tolerance", "0.5 Da") == "0.5 Da")
        #expect(problem("precursor-tolerance", 10)?.contains("needs a unit: write '10 ppm' or '10 Da'") == true)
        #expect(problem("fragment-tolerance", 20)?.contains("needs a unit") == true)
        #expect(problem("precursor-tolerance", "0 ppm")?.contains("is of no width") == true)
        #expect(problem("fragment-tolerance", "20 pm") != nil)
    }

    @Test("a range of masses has a width", arguments: ["0 Da..0 Da", "500 Da..500 Da"])
    func massesWithoutWidth(_ text: String) throws {
        #expect(problem("peptide-mass", .text(text))?.hasPrefix("is of no width") == true)
        #expect(problem("peptide-mass", "500 Da..500.01 Da") == nil)
    }

    @Test("modifications are known by name, accession and mass, and others are refused with what is near")
    func modifications() throws {
        let usual: ConfigurationValue = ["Oxidation@M", "Acetyl@protein-N-term"]
        #expect(try value("variable", usual) == usual)
        #expect(problem("variable", ["+15.994915@M"]) == nil)
        #expect(problem("variable", ["UNIMOD:35@M"]) == nil)
        #expect(problem("variable", ["Oxidaton@M"])?.contains("Oxidation") == true)
        #expect(problem("fixed", ["Carbamidomethyl"]) != nil)
        #expect(problem("fixed", [4])?.contains("has to be written as Name@site") == true)
    }

    @Test("a modification that is hardly told from an isotope is warned of, with the mass from which on that is so")
    func likeAnIsotope() throws {
        func warnings(_ tolerance: ConfigurationValue) throws -> [String] {
            try issues([
                "variable": ["Oxidation@M", "Deamidated@NQ"], "precursor-tolerance": tolerance,
                "isotope-errors": "0..0",
            ])
        }
        // 1.003355 - 0.984016 = 0.019339 Da: 10 ppm of 1,934 Da, 5 ppm of 3,868 Da.
        let found = try warnings("10 ppm")
        #expect(found.count == 1)
        #expect(
            found.first?.hasPrefix("variable: 'Deamidated@NQ' adds 0.984 Da, which for peptides from 1940 Da on")
                == true)
        #expect(try warnings("5 ppm").first?.contains("from 3870 Da on") == true)
        #expect(try warnings("3 ppm").isEmpty)
        #expect(try warnings("3 Da").isEmpty)
    }

    @Test("a variable modification may have a maximum, and groups of them exclude each other, written in one way")
    func limits() throws {
        let phospho: ConfigurationValue = ["modification": "Phospho@YST", "max": 2]
        #expect(
            try value("variable", ["Oxidation@M", phospho])
                == ["Oxidation@M", ["modification": "Phospho@STY", "max": 2]])
        #expect(try value("exclusive", [["unimod:21", "gg@K"]]) == [["Phospho", "GG@K"]])
        #expect(try issues(["variable": ["GG@K", phospho], "exclusive": [["Phospho", "GG"]]]) == [])
        #expect(problem("variable", [["modification": "Phospho@S"]])?.hasPrefix("needs the key 'max'") == true)
        let beyond = try issues(["variable": [phospho], "max-variable": 1])
        #expect(beyond == ["variable: without effect, as 'max-variable' allows 1 modifications in all"])
    }

    @Test("masses are a range in Da between bounds")
    func masses() throws {
        #expect(try value("peptide-mass", "600 Da..3000 Da") == "+600 Da..+3000 Da")
        #expect(problem("peptide-mass", "600 ppm..3000 ppm")?.contains("a range in Da") == true)
        #expect(problem("peptide-mass", "500 Da..500000 Da")?.contains("between 0 Da and 100000 Da") == true)
        #expect(problem("peptide-mass", "500")?.contains("a range in Da") == true)
    }

    @Test("decoys are made, shuffled, or taken from the FASTA by their prefix")
    func decoys() throws {
        #expect(try value("decoys", "shuffle") == "shuffle")
        #expect(try value("decoys", ["from-fasta": "rev_"]) == ["from-fasta": "rev_"])
        #expect(problem("decoys", "none") != nil)
        #expect(problem("decoys", ["from-fata": "rev_"]) != nil)
        let empty = try issues(["decoys": ["from-fasta": ""]])
        #expect(empty == ["decoys: the prefix of decoys is empty, so that all would be decoys"])
    }

    @Test("fragment series go by activation or are named, and losses are of modifications that have some")
    func fragments() throws {
        #expect(try value("fragment-series", "by-activation") == "by-activation")
        #expect(try value("fragment-series", ["b", "y"]) == ["b", "y"])
        #expect(problem("fragment-series", ["q"]) != nil)
        #expect(try issues(["fragment-series": []]) == ["fragment-series: without any series nothing can match"])
        #expect(try issues(["neutral-losses": ["phospho", "Oxidation"]]) == [])
        #expect(
            try issues(["neutral-losses": ["Phosho"]])
                == ["neutral-losses: 'Phosho' is no modification that is known by name"])
        #expect(
            try issues(["neutral-losses": ["Carbamidomethyl"]])
                == ["neutral-losses: no neutral loss of 'Carbamidomethyl' is known"])
    }

    @Test("values that contradict each other are found")
    func contradictions() throws {
        #expect(try issues([:]) == [])
        #expect(
            try issues(["min-peaks": 100, "max-peaks": 50])
                == ["min-peaks: no spectrum can have more peaks than 'max-peaks' keeps"])
        let twice = try issues(["fixed": ["Carbamidomethyl@C", "Methylthio@C"]])
        #expect(twice.count == 1 && twice[0].hasPrefix("fixed: "), "\(twice)")
    }

    @Test("isotope errors in a window that holds other isotopes anyway are warned of")
    func isotopesInWideWindows() throws {
        func warnings(_ given: [String: ConfigurationValue]) throws -> [ParameterIssue] {
            definition.check(try ParameterValues(given, for: definition.parameters))
        }
        let found = try warnings(["precursor-tolerance": "-150 Da..+500 Da"])
        #expect(found.map(\.parameter) == ["isotope-errors"] && found.map(\.severity) == [.warning])
        #expect(found.first?.message.contains("within the precursor tolerance of -150 Da..+500 Da") == true)
        #expect(try warnings(["precursor-tolerance": "3 Da", "isotope-errors": "0..1"]).count == 1)
        #expect(try warnings(["precursor-tolerance": "0.6 Da"]).count == 1)
        #expect(try warnings(["precursor-tolerance": "-150 Da..+500 Da", "isotope-errors": "0..0"]).isEmpty)
        #expect(try warnings(["precursor-tolerance": "0.5 Da"]).isEmpty)
        #expect(try warnings(["precursor-tolerance": "900 ppm"]).isEmpty)
        #expect(try warnings(["precursor-tolerance": "1100 ppm"]).count == 1)
    }
}
