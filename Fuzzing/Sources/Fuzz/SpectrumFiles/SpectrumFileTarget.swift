internal import Foundations
internal import SpectrumIO
internal import SpectrumModel

private let file = InputFile("input")
private let otherFile = InputFile("variant")

extension FuzzTarget {
    /// A spectra file: the format is found from the bytes, so that damage may make one format of another.
    static func spectrumFile(_ format: SpectrumFileFormat) -> FuzzTarget {
        FuzzTarget(name: format.rawValue, seeds: { try SpectrumSeeds.files(format) }, check: checkSpectrumFile)
    }

    private static func checkSpectrumFile(_ bytes: [UInt8]) {
        file.hold(bytes)
        let outcome = Outcome(path: file.path, jobs: 1)
        SpectrumRules.check(outcome)
        if outcome.error == nil { checkNoneIsLost(outcome, bytes) }
        if isChosen(bytes, oneIn: 8, salt: 1) {
            let again = Outcome(path: file.path, jobs: 2)
            require(again == outcome, "2 jobs read \(again.inWords), 1 job \(outcome.inWords)")
        }
        if isChosen(bytes, oneIn: 16, salt: 2) { checkCompressed(outcome, bytes) }
        if outcome.error == nil, isChosen(bytes, oneIn: 16, salt: 3) { WritingRules.check(outcome) }
        if outcome.error == nil, isChosen(bytes, oneIn: 2048, salt: 4) { checkInBlocks(outcome, bytes) }
    }

    /// Every spectrum in the file was delivered or set aside.
    private static func checkNoneIsLost(_ outcome: Outcome, _ bytes: [UInt8]) {
        guard let format = try? SpectrumFile(path: file.path).format,
            !bytes.starts(with: [0x1F, 0x8B]), let count = SpectrumCount.of(bytes, format: format)
        else { return }
        require(outcome.spectra.count == count, "\(outcome.spectra.count) of \(count) spectra are accounted for")
    }

    /// The same bytes in gzip read the same.
    private static func checkCompressed(_ outcome: Outcome, _ bytes: [UInt8]) {
        if bytes.starts(with: [0x1F, 0x8B]) { return }
        let middle = bytes.count / 2
        otherFile.hold(Deflater().gzip(Array(bytes[..<middle])) + Deflater().gzip(Array(bytes[middle...])))
        let again = Outcome(path: otherFile.path, jobs: 1)
        require(again.spectra == outcome.spectra, "gzip reads \(again.inWords), plain \(outcome.inWords)")
        require((again.error == nil) == (outcome.error == nil), "gzip reads \(again.inWords), plain \(outcome.inWords)")
    }

    /// The same spectra with so much space between them that each is a block of its own, read by two workers.
    private static func checkInBlocks(_ outcome: Outcome, _ bytes: [UInt8]) {
        guard let format = try? SpectrumFile(path: file.path).format, let spread = BlockSpreading.spread(bytes, format)
        else { return }
        otherFile.hold(spread)
        // Space before the first spectrum may move it out of the part in which the format is looked for.
        guard (try? SpectrumFile(path: otherFile.path).format) == format else { return }
        for jobs in [1, 2] {
            let again = Outcome(path: otherFile.path, jobs: jobs)
            require(again.error == nil, "spread over blocks it reads \(again.inWords), else \(outcome.inWords)")
            require(again.content == outcome.content, "spread over blocks, \(jobs) jobs read something else")
        }
    }
}
