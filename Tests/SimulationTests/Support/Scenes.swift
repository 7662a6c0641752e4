import ProteinDatabase
import Simulation
import SpectrumIO

/// Small studies, and everything the spectra of one of their runs are made from.
enum Scenes {
    /// A study of some proteins in one group.
    static func study(
        of proteins: [Protein], samples: Int = 1, tags: IsobaricTags? = nil,
        change: (inout SimulationSettings) -> Void = { _ in }
    ) throws -> StudySimulation {
        var settings = SimulationSettings()
        settings.acquisition.fragmentSpectra = 300
        change(&settings)
        let design = StudyDesign(groups: [StudyDesign.Group(name: "a", samples: samples)], tags: tags)
        return try StudySimulation(proteins: proteins, design: design, settings: settings)
    }

    /// The first run of a mixture of sixty proteins.
    static func mixture(
        _ format: RunFormat = RunFormat(), change: (inout SimulationSettings) -> Void = { _ in }
    ) throws -> RunScene {
        try study(of: RandomProteins.make(60, length: 300), change: change).scene(ofRun: 0, format: format)
    }
}

extension RunScene {
    /// All events with the numbers of their spectra and of the survey spectra before them.
    var events: [(event: AcquisitionPlan.Event, number: Int, survey: Int)] {
        plan.cycles.flatMap { cycle in
            cycle.events.enumerated().map { ($1, cycle.firstSpectrum + 1 + $0, cycle.firstSpectrum) }
        }
    }
}
