import SpectrumIO
import SpectrumModel
import TestSupport
import Testing

@Suite struct MS2ReadingTests {
    private static let header = "H\tCreationDate\tMon\nH\tExtractor\tRawXtract 1.9\n"

    private static func entry(
        _ scan: Int = 7, mz: String = "\t500.2500", lines: String = "Z\t2\t999.492724\n"
    ) -> String {
        "S\t\(scan)\t\(scan)\(mz)\nI\tRTime\t1.5\n\(lines)100 10\n200.5 20\n300.25\t5.5\n"
    }

    @Test("an entry is read with everything that it states")
    func entry() async throws {
        let facts = [
            "NativeID\tcontrollerType=0 controllerNumber=1 scan=7", "Filter\tFTMS + c NSI Full ms2", "TIC\t35.5",
            "IonInjectionTime\t12.5", "ActivationType\tHCD", "PrecursorScan\t5", "PrecursorInt\t1e5",
        ]
        let lines = facts.map { "I\t\($0)\n" }.joined() + "Z\t2\t999.492724\nD\tseq\tPEPTIDE\n"
        let reading = try await Reading(Self.header + Self.entry(lines: lines))
        let expected = Spectrum(
            index: 0, nativeID: "controllerType=0 controllerNumber=1 scan=7", scanNumber: 7, msLevel: 2,
            retentionTimeSeconds: 90, signal: .centroid,
            precursors: [
                Precursor(
                    mz: 500.25, charge: 2, intensity: 1e5, activation: Activation(methods: [.hcd]),
                    sourceSpectrumID: "scan=5")
            ],
            scan: ScanDescription(injectionTimeMilliseconds: 12.5, filterString: "FTMS + c NSI Full ms2"),
            mz: Arrays.mz, intensities: Arrays.intensities)
        #expect(reading.spectra == [.spectrum(expected)])
        #expect(reading.problems.isEmpty)
    }

    @Test("the format is found by its lines, and the header tells the program")
    func header() throws {
        let folder = try TemporaryDirectory()
        for text in [Self.header + Self.entry(), "\n" + Self.entry(), Self.entry()] {
            #expect(try SpectrumFile(path: folder.write(text, to: "a.txt")).format == .ms2)
        }
        let header = try SpectrumFile(path: folder.write(Self.header + Self.entry(), to: "a.txt")).header
        #expect(header.software == ["RawXtract 1.9"])
        #expect(header.parameters == ["CreationDate=Mon", "Extractor=RawXtract 1.9"])
        for text in [Self.header, "S\tone\ttwo\n", "Some text\nS\t1\t1\t500\n", "H\ta\nX\nS\t1\t1\n"] {
            let path = try folder.write(text, to: "b.ms2")
            #expect(throws: SpectrumReadError.unknownFormat(path: path)) { try SpectrumFile(path: path) }
        }
    }

    @Test("S lines with blanks or a byte order mark before them begin spectra", arguments: ["\t", " ", "\u{FEFF}"])
    func indentedStart(start: String) async throws {
        let reading = try await Reading(start + Self.entry(7) + Self.entry(8))
        #expect(reading.spectra.map(\.nativeID) == ["scan=7", "scan=8"])
        let later = start == "\u{FEFF}" ? "" : start
        let second = try await Reading(Self.entry(7) + later + Self.entry(8) + later + Self.entry(9))
        #expect(second.spectra.map(\.nativeID) == ["scan=7", "scan=8", "scan=9"])
    }

    @Test("an S line without numbers begins a spectrum that is set aside", arguments: ["S\n", "S\t\n", " S \n"])
    func bareStart(line: String) async throws {
        let reading = try await Reading(Self.entry(7) + line + "100 1\n" + Self.entry(8))
        #expect(reading.spectra.map(\.index) == [0, 1, 2])
        #expect(reading.reason(1) == .malformed)
        #expect(reading[2]?.nativeID == "scan=8")
    }

    @Test("all line ends give the same spectra", arguments: ["\n", "\r\n", "\r", " \t\n"])
    func lineEnds(end: String) async throws {
        let text = (Self.header + Self.entry(7) + Self.entry(8)).replacing("\n", with: end)
        let reading = try await Reading(text)
        #expect(reading.spectra.map(\.nativeID) == ["scan=7", "scan=8"])
        #expect(reading[1]?.mz == Arrays.mz)
        #expect(reading[1]?.scanNumber == 8)
    }

    @Test("several Z lines of one mass are possible charges")
    func possibleCharges() async throws {
        // (500.25 - 1.007276) * 3 + 1.007276 = 1498.735448.
        let reading = try await Reading(Self.entry(lines: "Z\t3\t1498.735448\nZ\t2\t999.492724\n"))
        #expect(reading[0]?.precursors == [Precursor(mz: 500.25, possibleCharges: [2, 3])])
    }

    @Test("Z lines that were refined apart are precursors of their own")
    func refined() async throws {
        let reading = try await Reading(Self.entry(lines: "Z\t2\t999.492724\nZ\t3\t1499.8\n"))
        let precursors = try #require(reading[0]?.precursors)
        #expect(precursors.map(\.charge) == [2, 3])
        #expect(precursors[0].mz == 500.25)
        #expect(abs((precursors[1].mz ?? 0) - (1499.8 + 2 * 1.007276466621) / 3) < 1e-12)
    }

    @Test("the mass of the Z line counts where the S line is rounded, and the S line where that has the digits")
    func digits() async throws {
        // (2753.070361 + 1.007276) / 2 = 1377.038819, which the S line rounds to 1377.04.
        let rounded = try await Reading(Self.entry(mz: "\t1377.04", lines: "Z\t2\t2753.070361\n"))
        #expect(abs((rounded[0]?.precursors.first?.mz ?? 0) - 1377.0388187) < 1e-6)
        // A Z line made with the mass of hydrogen, 1.007825: 0.00027 Th away.
        let hydrogen = try await Reading(Self.entry(mz: "\t500.2500", lines: "Z\t2\t999.492175\n"))
        #expect(hydrogen[0]?.precursors.first?.mz == 500.25)
        let none = try await Reading(Self.entry(mz: "\t500.25", lines: "Z\t2\n"))
        #expect(none[0]?.precursors == [Precursor(mz: 500.25, charge: 2)])
    }

    @Test("several m/z on an S line are precursors whose charges are not known")
    func multiplexed() async throws {
        let reading = try await Reading(Self.entry(mz: "\t500.25\t600.5", lines: "Z\t2\t999.492724\n"))
        #expect(reading[0]?.precursors == [Precursor(mz: 500.25), Precursor(mz: 600.5)])
    }

    @Test("without m/z and charge it is a survey spectrum, as MS1 files have them")
    func survey() async throws {
        let reading = try await Reading(Self.entry(mz: "", lines: ""))
        #expect(reading[0]?.msLevel == 1)
        #expect(reading[0]?.precursors == [])
    }

    @Test("scan ranges, zeros and repeats are no scan numbers or names")
    func names() async throws {
        let range = Self.entry().replacing("S\t7\t7", with: "S\t7\t9")
        let reading = try await Reading(Self.entry(3) + range + Self.entry(0) + Self.entry(3) + Self.entry(4))
        #expect(reading.spectra.map(\.nativeID) == ["scan=3", "index=1", "index=2", "index=3", "scan=4"])
        #expect(reading.spectra.map { $0.spectrum?.scanNumber } == [3, nil, nil, 3, 4])
    }

    @Test("a native identifier without scan number decides against the number of the S line")
    func nativeID() async throws {
        let id = "sample=1 period=1 cycle=4 experiment=2"
        let reading = try await Reading(Self.entry(lines: "I\tNativeID\t\(id)\nZ\t2\t999.492724\n"))
        #expect(reading[0]?.nativeID == id)
        #expect(reading[0]?.scanNumber == nil)
    }

    @Test("what is not readable is left out and said, and a malformed line sets its entry aside")
    func malformed() async throws {
        let odd = Self.entry(1, mz: "\tx", lines: "I\tRTime\tsoon\nZ\tmany\nI\tIonInjectionTime\tx\n")
        let noPeak = Self.entry(2).replacing("100 10", with: "100 ten")
        let reading = try await Reading(odd + noPeak + Self.entry(3, lines: "text\n") + Self.entry(4))
        #expect(reading[0]?.precursors == [Precursor()])
        #expect(
            Set(reading.problems) == [
                .unreadablePrecursor, .unreadableRetentionTime, .unreadableCharge, .unreadableScanFact,
            ])
        #expect(reading.reason(1) == .malformed)
        #expect(reading.message(1).contains("line 12 is no peak"))
        #expect(reading.reason(2) == .malformed)
        #expect(reading[3]?.peakCount == 3)
    }

    @Test("retention times of MzXML2Search, which wrote minutes and seconds, are left out and it is said")
    func unknownTimeUnit() async throws {
        let reading = try await Reading("H\tExtractor\tMzXML2Search\n" + Self.entry())
        #expect(reading[0]?.retentionTimeSeconds == nil)
        #expect(reading.problems == [.unreadableRetentionTime])
    }

    @Test("fragment charges in a third column are kept")
    func fragmentCharges() async throws {
        let reading = try await Reading(Self.entry().replacing("200.5 20", with: "200.5 20 2"))
        #expect(
            reading[0]?.extraArrays == [
                ExtraArray(name: "charge array", accession: "MS:1000516", values: [0, 2, 0])
            ])
    }

    @Test("many blocks are numbered in file order for any number of jobs")
    func blocks() async throws {
        // About 10 MB, cut at 4 MB.
        let padding = "D\t" + String(repeating: "x", count: 4000) + "\n"
        let text = Array((Self.header + (1...2500).map { Self.entry($0, lines: padding) }.joined()).utf8)
        let one = try await Reading(text, jobs: 1)
        #expect(one.spectra.map(\.nativeID) == (1...2500).map { "scan=\($0)" })
        #expect(one.summary.peakCount == 7500)
        #expect(try await Reading(text, jobs: 3) == one)
    }

    @Test("no damage makes the reader crash or deliver what no spectrum can have")
    func damage() async throws {
        let bytes = Array((Self.header + (1...6).map { Self.entry($0) }.joined()).utf8)
        var random = SplitMix64(seed: 11)
        let folder = try TemporaryDirectory()
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                if Bool.random(using: &random) {
                    damaged[place] = UInt8.random(in: 0...255, using: &random)
                } else {
                    damaged.removeSubrange(place..<min(damaged.count, place + 9))
                }
            }
            guard let reading = try? await Reading(path: folder.write(damaged, to: "a.ms2")) else { continue }
            for spectrum in reading.spectra.compactMap(\.spectrum) {
                #expect(spectrum.mz.count == spectrum.intensities.count)
                #expect(spectrum.mz.allSatisfy { $0 >= 0 && $0 < .infinity })
                #expect(spectrum.extraArrays.allSatisfy { $0.values.count == spectrum.peakCount })
            }
        }
    }

    // MARK: - Real files, facts found with pyteomics 4

    private static let comet = "formats/comet/input.ms2"
    private static let pyteomics = "formats/pyteomics/test.ms2"

    @Test("real files have their spectra", .enabled(if: TestData.isAvailable(comet, pyteomics)))
    func realFiles() async throws {
        let comet = try await Reading(path: TestData.path(Self.comet))
        #expect(comet.spectra.map(\.nativeID) == ["scan=1938"])
        #expect(comet[0]?.precursors.map(\.charge) == [2])
        #expect(comet[0]?.mz.prefix(2) == [387.110229, 389.464142])
        let pyteomics = try await Reading(path: TestData.path(Self.pyteomics))
        #expect(pyteomics.spectra.map(\.nativeID) == ["index=0", "scan=1", "scan=2"])
        #expect(pyteomics[0]?.intensities == [73, 44, 67, 291, 54, 49])
    }
}
