extension XMLPushParser.Failure {
    /// Whether it is about the encoding, and not about the end of the document, where the parser was told of that.
    var isOfEncoding: Bool {
        if case .unconvertible = self { return true }
        return false
    }

    /// The failure in the terms of a file.
    ///
    /// - Parameters:
    ///   - offset: what to add to offsets in the bytes fed.
    ///   - hasLines: whether the bytes fed began where the file does, so that their line numbers are the file's.
    ///   - spectrum: the last spectrum that was read.
    func readError(path: String, offset: Int, hasLines: Bool, after spectrum: String?) -> SpectrumReadError {
        switch self {
        case .notWellFormed(let message, let line, let position):
            return .notWellFormed(
                path: path, byteOffset: max(0, offset + position), line: hasLines ? line : nil, afterSpectrum: spectrum,
                message: message)
        case .unconvertible(let line, let position):
            return .notWellFormed(
                path: path, byteOffset: max(0, offset + position), line: hasLines ? line : nil, afterSpectrum: spectrum,
                message: "Input is not proper text in the declared encoding")
        case .declaresEntities(let position):
            return .declaresEntities(path: path, byteOffset: max(0, offset + position))
        case .tooDeep(let position):
            return .tooLarge(
                path: path, byteOffset: max(0, offset + position), what: "the depth to which elements are nested",
                limit: ReadLimits.maximumDepth)
        case .receiver(let error): return error
        }
    }
}
