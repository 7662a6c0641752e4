internal import SpectrumIO
internal import SpectrumModel

/// Makes and encodes the spectra of one cycle after the other; each worker has one.
struct CycleMaker {
    private var surveys: SurveySpectra
    private var fragments: FragmentSpectra
    private let encoder: SpectrumEncoder
    /// MGF has no place for survey spectra.
    private let writesSurveys: Bool

    /// The spectra of a cycle in the order they are recorded, and the components of the fragment spectra among them.
    struct Product: Sendable {
        var spectra: [EncodedSpectrum] = []
        var truth: [[SpectrumComponent]] = []
    }

    init(scene: RunScene, mzPrecision: FloatPrecision) {
        surveys = SurveySpectra(scene: scene)
        fragments = FragmentSpectra(scene: scene)
        encoder = SpectrumEncoder(
            format: scene.format.format, mzPrecision: mzPrecision, intensityPrecision: .bits32)
        writesSurveys = scene.format.format != .mgf
    }

    mutating func make(_ cycle: AcquisitionPlan.Cycle) throws -> Product {
        var product = Product()
        if writesSurveys { product.spectra.append(try encoder.encode(surveys.spectrum(of: cycle))) }
        for (position, event) in cycle.events.enumerated() {
            let number = cycle.firstSpectrum + 1 + position
            let made = fragments.spectrum(of: event, number: number, survey: cycle.firstSpectrum)
            product.spectra.append(try encoder.encode(made.spectrum))
            product.truth.append(made.truth)
        }
        return product
    }
}
