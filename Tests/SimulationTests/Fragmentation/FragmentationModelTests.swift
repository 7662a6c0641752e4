import Chemistry
import Simulation
import Testing

@Suite struct FragmentationModelTests {
    private static func peptidoform(_ text: String) throws -> Peptidoform { try ProForma.read(text).peptidoform }

    private static func fragments(_ text: String, charge: Int, seed: UInt64 = 1) throws -> [FragmentIon] {
        FragmentationModel(seed: seed).fragments(of: try peptidoform(text), charge: charge)
    }

    /// Share of the ions at an m/z, within a thousandth.
    private static func share(of fragments: [FragmentIon], atMZ mz: Double) -> Double {
        fragments.reduce(0) { $0 + (isNear($1.mz, mz, 1e-3) ? $1.share : 0) }
    }

    private static let peptides = [
        "AAAAAK", "SAMPLEPEPTIDER", "WHYFLIVMGGDPEPK", "[Acetyl]-SC[Carbamidomethyl]MDNQTK",
        "GAS[Phospho]PT[Phospho]K", "[TMT6plex]-LVNELTEFAK[TMT6plex]", "GGGGGGGGGGGGGGGGGGGGGGGGGGGGGGR",
    ]

    @Test("shares add up to 1, are positive, and every fragment is within the recorded range", arguments: peptides)
    func shares(text: String) throws {
        let peptidoform = try Self.peptidoform(text)
        for charge in 1...5 {
            let fragments = try Self.fragments(text, charge: charge)
            #expect(isNear(fragments.reduce(0) { $0 + $1.share }, 1, 1e-9))
            for fragment in fragments {
                #expect(fragment.share > 0)
                #expect((110...2_000).contains(fragment.mz))
                #expect((1...charge).contains(fragment.charge))
                let neutral = (fragment.mz - 1.007_276_466_6) * Double(fragment.charge)
                #expect(isNear(fragment.massShare, neutral / peptidoform.massDaltons, 1e-6))
            }
        }
    }

    @Test("the ions of PEPTIDE are where every text book has them")
    func byHand() throws {
        let fragments = try Self.fragments("PEPTIDE", charge: 2)
        let expected = [
            ("y1", 148.0604), ("y2", 263.0874), ("y3", 376.1714), ("y4", 477.2191), ("y5", 574.2719), ("y6", 703.3145),
            ("b2", 227.1026), ("b3", 324.1554), ("b4", 425.2031), ("b5", 538.2871), ("b6", 653.3141),
            ("a2", 199.1077), ("b2 - H2O", 209.0921), ("precursor", 400.6872), ("precursor - H2O", 391.6819),
        ]
        for (name, mz) in expected {
            #expect(fragments.contains { isNear($0.mz, mz, 2e-4) }, "\(name)")
        }
    }

    @Test("b and y ions without losses are those of the table of masses, with one or two protons", arguments: peptides)
    func backbone(text: String) throws {
        let peptidoform = try Self.peptidoform(text)
        let masses = FragmentMasses(peptidoform)
        var known: [Double] = []
        for ordinal in 1..<masses.length {
            for charge in 1...2 {
                if ordinal > 1 { known.append(masses.mz(series: .b, ordinal: ordinal, charge: charge)) }
                known.append(masses.mz(series: .y, ordinal: ordinal, charge: charge))
            }
        }
        for charge in 1...4 {
            let backbone = try Self.fragments(text, charge: charge).filter(\.isBackbone)
            #expect(backbone.count >= 5)
            for fragment in backbone { #expect(known.contains { isNear($0, fragment.mz, 1e-9) }, "\(fragment)") }
            if charge == 1 { #expect(backbone.allSatisfy { $0.charge == 1 }) }
        }
    }

    @Test("b1 is not seen, not even where it would be heavy enough")
    func noB1() throws {
        for text in ["WAAAAAK", "[TMT6plex]-AAAAAAK"] {
            let peptidoform = try Self.peptidoform(text)
            let masses = FragmentMasses(peptidoform)
            let (b1, a1) = (masses.mz(series: .b, ordinal: 1, charge: 1), masses.mz(series: .a, ordinal: 1, charge: 1))
            #expect(b1 > 110)
            for charge in 1...3 {
                let fragments = try Self.fragments(text, charge: charge)
                #expect(Self.share(of: fragments, atMZ: b1) == 0)
                // The immonium ion of tryptophan is at the m/z of a1.
                if text.hasPrefix("[") { #expect(Self.share(of: fragments, atMZ: a1) == 0) }
            }
        }
    }

    @Test("immonium ions tell of histidine, phenylalanine, tyrosine and tryptophan, and of nothing else")
    func immonium() throws {
        let masses = [110.0713, 120.0808, 136.0757, 159.0917]
        let telling = try Self.fragments("GHFYWGGGK", charge: 2)
        for mz in masses { #expect(telling.contains { isNear($0.mz, mz, 1e-4) && $0.charge == 1 && !$0.isBackbone }) }
        let plain = try Self.fragments("GGGGGGGK", charge: 2)
        for mz in masses { #expect(Self.share(of: plain, atMZ: mz) == 0) }
        // Two of the three are phenylalanine.
        let shares = try Self.fragments("GFGFGYGK", charge: 2)
        let ratio = Self.share(of: shares, atMZ: 120.0808) / Self.share(of: shares, atMZ: 136.0757)
        #expect(isNear(ratio, 2, 1e-9))
    }

    @Test("water leaves fragments with S, T, E or D, ammonia those with R, K, N or Q, and no others")
    func losses() throws {
        let masses = FragmentMasses(try Self.peptidoform("AGASAGAAKA"))
        let fragments = try Self.fragments("AGASAGAAKA", charge: 2)
        func lost(_ series: FragmentSeries, _ ordinal: Int, _ mass: Double) -> Double {
            Self.share(of: fragments, atMZ: masses.mz(series: series, ordinal: ordinal, charge: 1) - mass)
        }
        let (water, ammonia) = (18.010_565, 17.026_549)
        for ordinal in 2...3 { #expect(lost(.b, ordinal, water) == 0) }
        for ordinal in 4...8 { #expect(lost(.b, ordinal, water) > 0) }
        for ordinal in 2...8 { #expect(lost(.b, ordinal, ammonia) == 0) }
        for ordinal in 2...6 { #expect(lost(.y, ordinal, water) == 0) }
        for ordinal in 7...9 { #expect(lost(.y, ordinal, water) > 0) }
        for ordinal in 2...9 { #expect(lost(.y, ordinal, ammonia) > 0) }
    }

    @Test("which residues lose water and ammonia", arguments: "ACDEFGHIKLMNPQRSTVWY")
    func losingResidues(residue: Character) throws {
        // The residue is in y5, and nothing else that loses anything.
        let text = "VGVVV\(residue)AGAA"
        let fragments = try Self.fragments(text, charge: 1)
        let y5 = FragmentMasses(try Self.peptidoform(text)).mz(series: .y, ordinal: 5, charge: 1)
        #expect((Self.share(of: fragments, atMZ: y5 - 18.010_565) > 0) == "STED".contains(residue))
        #expect((Self.share(of: fragments, atMZ: y5 - 17.026_549) > 0) == "RKNQ".contains(residue))
    }

    @Test("phosphoserine loses 98 more often than not, phosphotyrosine does not")
    func phosphoricAcid() throws {
        for (text, expectsLoss) in [("GAS[Phospho]GALAK", true), ("GAY[Phospho]GALAK", false)] {
            let fragments = try Self.fragments(text, charge: 2)
            let masses = FragmentMasses(try Self.peptidoform(text))
            let y6 = masses.mz(series: .y, ordinal: 6, charge: 1)
            let (whole, lost) = (Self.share(of: fragments, atMZ: y6), Self.share(of: fragments, atMZ: y6 - 97.976_896))
            #expect(whole > 0)
            if expectsLoss { #expect(lost > whole) } else { #expect(lost == 0) }
            // y5 has lost the site.
            let y5 = masses.mz(series: .y, ordinal: 5, charge: 1)
            #expect(Self.share(of: fragments, atMZ: y5 - 97.976_896) == 0)
        }
    }

    @Test("the end with more basic residues keeps the proton")
    func basicEnds() throws {
        /// Share of the singly charged y5 among y5 and b5.
        func shareOfY(_ text: String) throws -> Double {
            let masses = FragmentMasses(try Self.peptidoform(text))
            let fragments = try Self.fragments(text, charge: 1).filter(\.isBackbone)
            let y = Self.share(of: fragments, atMZ: masses.mz(series: .y, ordinal: 5, charge: 1))
            let b = Self.share(of: fragments, atMZ: masses.mz(series: .b, ordinal: 5, charge: 1))
            return y / (y + b)
        }
        let (tail, head) = (try shareOfY("AAAAGAAAAR"), try shareOfY("RAAAGAAAAA"))
        // 1 / (1 + exp(-1.1)) = 0.75 and 1 / (1 + exp(0.1)) = 0.475, less the losses and a ions of each.
        #expect(isNear(tail, 0.75, 0.03))
        #expect(isNear(head, 0.475, 0.04))
    }

    @Test("fragments with two protons come of precursors with three, the long ones more often")
    func doublyCharged() throws {
        let text = "SAMPLEVALINEHGLYCINEK"
        func double(_ charge: Int) throws -> Double {
            let ions = try Self.fragments(text, charge: charge).filter { $0.isBackbone && $0.charge == 2 }
            return ions.reduce(0) { $0 + $1.share }
        }
        #expect(try double(1) == 0)
        #expect(try double(2) < double(3))
        #expect(try double(3) < double(4))
        let long = try Self.fragments(text, charge: 3).filter { $0.isBackbone && $0.massShare > 0.8 }
        let short = try Self.fragments(text, charge: 3).filter { $0.isBackbone && $0.massShare < 0.4 }
        func shareOfDouble(_ ions: [FragmentIon]) -> Double {
            ions.reduce(0) { $0 + ($1.charge == 2 ? $1.share : 0) } / ions.reduce(0) { $0 + $1.share }
        }
        #expect(shareOfDouble(long) > 2 * shareOfDouble(short))
    }

    @Test("where all protons are held the precursor is left over, and what breaks breaks at aspartic acid")
    func immobile() throws {
        func unbroken(_ charge: Int) throws -> Double {
            let text = "GAVDGALAGR"
            let mz = try Self.peptidoform(text).mz(charge: charge)
            return Self.share(of: try Self.fragments(text, charge: charge), atMZ: mz)
        }
        #expect(try unbroken(1) > 4 * unbroken(2))
        /// Mean share of y6, behind aspartic acid, over many peptides' patterns.
        func shareOfY6(_ charge: Int) throws -> Double {
            let mz = FragmentMasses(try Self.peptidoform("GAVDGALAGR")).mz(series: .y, ordinal: 6, charge: 1)
            return try (0..<200).reduce(0.0) { sum, seed in
                let ions = try Self.fragments("GAVDGALAGR", charge: charge, seed: UInt64(seed)).filter(\.isBackbone)
                return sum + Self.share(of: ions, atMZ: mz) / ions.reduce(0) { $0 + $1.share } / 200
            }
        }
        #expect(try shareOfY6(1) > 2 * shareOfY6(2))
    }

    @Test("a peptide has the same pattern every time, and another one with another seed")
    func reproducible() throws {
        let text = "SAMPLEPEPTIDER"
        #expect(try Self.fragments(text, charge: 2) == Self.fragments(text, charge: 2))
        #expect(try Self.fragments(text, charge: 2) != Self.fragments(text, charge: 2, seed: 2))
    }
}
