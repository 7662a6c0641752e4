/// Sizes beyond which a file is refused rather than memory filled; all far above what instruments make.
enum ReadLimits {
    /// Most points of one spectrum.
    static let maximumPoints = 50_000_000
    /// Most bytes of one decoded array.
    static let maximumArrayBytes = 1 << 30
    /// Most bytes of one spectrum in its file: two arrays of ``maximumPoints`` doubles in base64 are 1.07 GB.
    static let maximumSpectrumBytes = 3 << 29
    /// Most bytes before the first spectrum.
    static let maximumFrontMatterBytes = 1 << 28
    /// Most bytes of one tag or comment.
    static let maximumMarkupBytes = 1 << 24
    /// Most elements inside one another; a scan of mzXML lies about 4 deep, and each MS level may add one.
    static let maximumDepth = 256
    /// Bytes read in one go, and the size that blocks of whole spectra aim at.
    static let blockBytes = 512 << 10
    /// Bytes handed to libxml2 in one go.
    static let parserChunkBytes = 256 << 10
}
