import Glibc

/// The negative second derivative of a Gaussian ("Mexican hat") as wide as peaks are, which turns signal into curvature.
///
/// Its response to a peak of the given width is 1 and narrower than the peak smoothed by the Gaussian alone, so that a
/// shoulder gets a maximum of its own, while ripples narrower than a peak are smoothed away, and whatever is wider than
/// a peak, such as a baseline, gives next to nothing.
///
/// > Source: wavelets of this form for mass spectra: P. Du, W. A. Kibbe and S. M. Lin, Bioinformatics 22(17):2059,
/// > 2006, DOI 10.1093/bioinformatics/btl355. Here the one scale that the spectrum itself tells takes the place of many.
struct CurvatureFilter {
    /// Full width at half height in samples of the peaks it is made for.
    let width: Double
    /// Samples on each side that the filter reaches.
    let reach: Int
    /// Factors from the sample `reach` below to the one above; their absolute sum is at most 1, so that no sum overflows.
    let curvature: [Double]
    /// Factors that smooth; their sum is at most 1.
    let smoothing: [Double]
    /// Response of `curvature` to a peak of height 1.
    let response: Double

    /// Width of the Gaussian by that of peaks. With 0.7 a single peak of 30 ions is split more often, with 1 two peaks
    /// 0.85 widths apart are hardly ever parted.
    private static let widthShare = 0.85
    /// Standard deviations of the Gaussian beyond which it does not count.
    private static let deviations = 3.5

    /// - Parameter width: Full width at half height of peaks in samples.
    init(width: Double) {
        let peakDeviation = width / 2.354_820_045  // 2 sqrt(2 ln 2)
        let deviation = Self.widthShare * peakDeviation
        let reach = Self.reach(ofWidth: width)
        let squares = (-reach...reach).map { (Double($0) / deviation) * (Double($0) / deviation) }
        let gaussian = squares.map { exp(-0.5 * $0) }
        var hat = zip(squares, gaussian).map { (1 - $0) * $1 }
        // What cutting off leaves over goes, so that a level signal gives nothing.
        let mass = gaussian.reduce(0, +)
        let excess = hat.reduce(0, +) / mass
        for position in hat.indices { hat[position] -= excess * gaussian[position] }
        let absolute = hat.reduce(0) { $0 + abs($1) } * 1.001
        self.width = width
        self.reach = reach
        curvature = hat.map { $0 / absolute }
        smoothing = gaussian.map { $0 / (mass * 1.001) }
        response = zip(curvature, -reach...reach).reduce(0) { sum, tap in
            let deviations = Double(tap.1) / peakDeviation
            return sum + tap.0 * exp(-0.5 * deviations * deviations)
        }
    }

    /// Samples on each side that the filter for peaks of some width, in samples, reaches.
    static func reach(ofWidth width: Double) -> Int {
        Int((deviations * widthShare * width / 2.354_820_045).rounded(.up))
    }
}
