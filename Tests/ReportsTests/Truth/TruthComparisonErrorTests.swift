import Confidence
import PeptideSearch
import Reports
import Simulation
import SpectrumModel
import Testing

@Suite struct TruthComparisonErrorTests {
    private let experiment = KnownExperiment(
        runs: [
            ("a", [.of("AAAK", match: KnownExperiment.Match(sequence: "AAAK")), .of("GLVK")]), ("b", [.of("PEPK")]),
        ])

    /// What comparing with these rows says.
    private func complaint(
        _ components: [SpectrumComponent], evidence: [PSMReport.RunEvidence]? = nil
    ) -> String {
        do throws(TruthComparisonError) {
            _ = try TruthComparison(
                identifications: experiment.identifications, runs: evidence ?? experiment.evidence,
                components: components)
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test("runs the table does not know are named")
    func runs() {
        #expect(complaint(experiment.components) == "")
        #expect(
            complaint(experiment.components.filter { $0.run == "a" })
                == "the table says nothing of the run 'b'; it is about 'a': give the table that was written with these runs."
        )
        #expect(complaint([]).hasPrefix("the table says nothing of the runs 'a', 'b'; it is about no run: "))
    }

    @Test("identifications that name a match the run does not hold are told from a wrong table")
    func unknownMatch() throws {
        var identifications = experiment.identifications
        identifications.psms[0].match = 5
        let error = #expect(throws: TruthComparisonError.self) {
            try TruthComparison(
                identifications: identifications, runs: experiment.evidence, components: experiment.components)
        }
        #expect(
            try #require(error).description == """
                the identifications name match 5 of run 'a', to spectrum index=1, which is not among the stored matches of \
                the run; what is stored does not belong together: run again with --fresh
                """)
    }

    @Test("spectra of the table that the run does not hold are counted, and the first is named")
    func absentSpectra() {
        var components = experiment.components
        components += [components[0], components[0], components[0]]
        components[3].spectrumID = "scan=77"
        components[4].spectrumID = "scan=77"
        components[5].spectrumID = "scan=78"
        #expect(
            complaint(components)
                == "2 spectra of the table are not in run 'a', the first: 'scan=77'; "
                + "give the table that was written with these runs.")
    }

    @Test("MS2 spectra of the run that the table does not know are counted, and the first is named")
    func unknownSpectra() {
        #expect(
            complaint(experiment.components.filter { $0.spectrumID != "scan=2" })
                == "the table says nothing of 1 spectrum of run 'a', the first: 'scan=2'; "
                + "give the table that was written with these runs.")
    }

    @Test("the table of other runs with the same identifiers is told by the precursors, beyond 0.01 Th")
    func otherPrecursor() {
        var components = experiment.components
        components[1].statedMZ = 601.009
        #expect(complaint(components) == "")
        components[1].statedMZ = 612.5
        #expect(
            complaint(components)
                == "spectrum 'scan=2' of run 'a' has the precursor m/z 601.0 in its file and 612.5 in the table; "
                + "give the table that was written with these runs.")
    }

    @Test("an identifier that two spectra share is an error")
    func repeatedIdentifier() {
        var evidence = experiment.evidence
        evidence[0].spectra[2].nativeID = "scan=1"
        #expect(
            complaint(experiment.components, evidence: evidence)
                .hasPrefix("run 'a' has two spectra with the identifier 'scan=1'"))
    }

    @Test("components that are not numbered from 1 on are an error", arguments: [[1, 1], [2, 3], [1, 3]])
    func wrongComponents(numbers: [Int]) {
        var components = experiment.components
        components.append(components[0])
        (components[0].component, components[3].component) = (numbers[0], numbers[1])
        #expect(
            complaint(components)
                == "the components of spectrum 'scan=1' of run 'a' are numbered \(numbers[0]), \(numbers[1]) "
                + "and not from 1 on; correct the table.")
    }
}
