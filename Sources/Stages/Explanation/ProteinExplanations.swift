internal import Foundation
import Confidence
import PeptideSearch
import Reports
import SpectrumModel

/// Answers of `moselle explain`: why proteins are or are not in the table of a finished run.
///
/// What is read is the run record and the artefacts of the output folder, and the protein files that the record names where
/// they are still what was searched; no spectra file.
public struct ProteinExplanations {
    private let run: FinishedRun
    private let report: ExplanationReport

    /// Whether every name led to a protein.
    public var isComplete: Bool { report.answers.allSatisfy { !$0.proteins.isEmpty } }

    /// The answers for people.
    public var text: String { report.text }

    /// Explains proteins.
    ///
    /// - Parameters:
    ///   - names: Accessions, entry names, genes, or whole words of headers.
    ///   - folder: Output folder of a run.
    ///   - stage: Id of the stage that estimated error rates, where there are several.
    /// - Throws: ``ExplanationError``, or `CancellationError`.
    public init(of names: [String], folder: String, stage: String? = nil) async throws {
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        run = try FinishedRun(folder: folder, stage: stage)
        let identifications = try run.identifications()
        let catalogue = ProteinCatalogue(of: run, identifications: identifications)
        var findings: [ProteinCatalogue.Finding] = []
        for name in names { findings.append(try await catalogue.find(name)) }
        var explainer = ProteinExplainer(
            identifications: identifications, accessions: Set(findings.flatMap { $0.proteins.map(\.accession) }))
        for path in try run.matchFiles() {
            do { explainer.add(try RunMatches(artefact: path)) } catch {
                throw ExplanationError.unreadable(reason: "\(error)")
            }
        }
        var spectra = SpectrumNames(run: run)
        report = ExplanationReport(
            folder: folder, limits: ExplanationReport.Limits(identifications), databaseAbsence: catalogue.absence,
            answers: zip(names, findings).map { name, finding in
                ExplanationReport.Answer(
                    name: name, isDecoyName: finding.isDecoy, suggestion: finding.suggestion,
                    proteins: finding.proteins.map { spectra.named(explainer.explanation(of: $0)) })
            })
    }

    /// The answers for programs.
    ///
    /// - Throws: what `JSONEncoder` throws.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    }
}

/// Native identifiers of spectra, read for the runs that are named.
private struct SpectrumNames {
    let run: FinishedRun
    private var known: [String: [SpectrumSummary]] = [:]

    init(run: FinishedRun) { self.run = run }

    /// The explanation with identifiers where they are known.
    mutating func named(_ explanation: ProteinExplanation) -> ProteinExplanation {
        var result = explanation
        for index in result.peptides.indices {
            if let place = result.peptides[index].best?.spectrum {
                result.peptides[index].best?.spectrum.id = id(of: place)
            }
            if let place = result.peptides[index].lost?.spectrum {
                result.peptides[index].lost?.spectrum.id = id(of: place)
            }
        }
        return result
    }

    private mutating func id(of place: PeptideExplanation.SpectrumPlace) -> String? {
        if known[place.run] == nil { known[place.run] = run.spectra(ofRun: place.run) ?? [] }
        guard let spectra = known[place.run], spectra.indices.contains(place.index) else { return nil }
        return spectra[place.index].nativeID
    }
}
