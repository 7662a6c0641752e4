internal import SpectrumIO

/// Something that takes bytes from outside, what to begin with, and what must hold for any bytes.
struct FuzzTarget: Sendable {
    /// What `MOSELLE_FUZZ_TARGET` and `make fuzz` call it.
    var name: String
    /// Small valid inputs by name, made anew for each run.
    var seeds: @Sendable () throws -> [String: [UInt8]]
    /// Gives the bytes to the code under test and stops the process where a property does not hold.
    var check: @Sendable ([UInt8]) -> Void

    /// All targets, in the order `make fuzz` runs them.
    static let all: [FuzzTarget] = [
        .spectrumFile(.mzML), .spectrumFile(.mzXML), .spectrumFile(.mgf), .spectrumFile(.ms2), .spectrumIndex,
        .base64, .numpress, .zlib, .gzip, .artefact, .fasta, .workflow,
    ]
}
