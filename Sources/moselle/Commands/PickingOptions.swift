import ArgumentParser
import PeakPicking
import SpectrumModel
import Synchronization

/// Options of `moselle convert` for turning profile spectra into peaks.
struct PickingOptions: ParsableArguments {
    @Flag(help: "Turn profile spectra into peaks; spectra that are centroided already stay as they are.")
    var pick = false

    @Option(
        help: ArgumentHelp(
            "With --pick, leave out peaks lower than this many times the noise around them; 0 keeps all.",
            valueName: "ratio"))
    var signalToNoise = 0.0

    @Option(
        help: ArgumentHelp(
            "With --pick, what stands for the intensity of a peak: height (of its apex) or area (sum of its samples).",
            valueName: "height|area"))
    var intensity = IntensityChoice.height

    func validate() throws {
        guard (0...1e6).contains(signalToNoise) else {
            throw ValidationError("--signal-to-noise has to be a number from 0 to 1,000,000.")
        }
        guard pick || (signalToNoise == 0 && intensity == .height) else {
            throw ValidationError("--signal-to-noise and --intensity belong to --pick, which is not given.")
        }
    }

    /// What picks the peaks of a spectrum and counts what became of it.
    func pickPeaks(counting tally: PickingTally) -> @Sendable (Spectrum) -> Spectrum {
        let picker = PeakPicker(
            parameters: CentroidingParameters(signalToNoise: signalToNoise, intensity: intensity.asParameter))
        return { spectrum in
            let outcome = picker.pickAndExamine(spectrum)
            tally.add(outcome, of: spectrum)
            return outcome.spectrum
        }
    }
}

/// ``PeakPicking/PeakIntensity`` as the command line has it.
enum IntensityChoice: String, CaseIterable, ExpressibleByArgument {
    case height
    case area

    var asParameter: PeakIntensity { self == .height ? .height : .area }
}

/// What became of the spectra whose peaks were picked; workers add to it in any order.
final class PickingTally: Sendable {
    private struct Counts {
        var picked = 0
        var repaired = 0
        var contradictions = 0
        /// The contradiction that comes first in the file, and its place there.
        var first: (index: Int, text: String)?
    }

    private let counts = Mutex(Counts())

    func add(_ outcome: PickingOutcome, of spectrum: Spectrum) {
        counts.withLock { counts in
            if outcome.isPicked { counts.picked += 1 }
            if !outcome.repairs.isEmpty { counts.repaired += 1 }
            guard let contradiction = outcome.contradiction else { return }
            counts.contradictions += 1
            if spectrum.index < counts.first?.index ?? .max { counts.first = (spectrum.index, "\(contradiction)") }
        }
    }

    /// For people: a line for each kind of spectrum there is.
    var text: String {
        counts.withLock { counts in
            var text = "  \(counts.picked) profile spectra turned into peaks\n"
            if counts.repaired > 0 {
                text += "  \(counts.repaired) of them had samples that were out of order or no positive numbers\n"
            }
            if let first = counts.first {
                let others = counts.contradictions - 1
                text += "  warning: \(first.text)" + (others > 0 ? " (\(others) more are like it)\n" : "\n")
            }
            return text
        }
    }
}
