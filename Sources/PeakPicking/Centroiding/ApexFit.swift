import Glibc

/// The apex of a peak between samples: the vertex of a parabola through the highest sample and its two neighbours.
///
/// Through logarithms of intensities the parabola is a Gaussian peak, whose apex it finds exactly, however it is
/// sampled. A neighbour of less than 1/256 of the maximum would make the vertex arbitrarily high; such a peak is
/// narrower than the sampling, and the parabola goes through the intensities themselves, which holds the height within
/// 9/8 of the maximum.
///
/// Peaks of Fourier transform instruments are no Gaussians, and the vendor's software lays the parabola through the
/// intensities: on an LTQ FT its centroids are met within 0.02 ppm so (half of them; the file's 32 bits tell no more),
/// within 0.05 ppm by logarithms.
///
/// > Source: the parabola through logarithms is the three-point Gaussian estimator, e.g. M. Gasior and J. L. Gonzalez,
/// > "Improving FFT frequency measurement resolution by parabolic and Gaussian spectrum interpolation", AIP Conf. Proc.
/// > 732:276, 2004, DOI 10.1063/1.1831158.
package struct ApexFit: Equatable {
    /// Distance of the apex from the highest sample, positive towards the right, in the unit of the distances.
    package let offset: Double
    /// Height of the apex as a multiple of the highest sample.
    package let relativeHeight: Double

    /// Smallest share of the maximum for which a neighbour's logarithm is used: the neighbour of a Gaussian peak as
    /// wide at half height as one sample distance, when its apex is midway between two samples.
    private static let smallestShareForLogarithm = 0x1p-8

    /// - Parameters:
    ///   - left: The left neighbour's share of the maximum, at least 0 and below 1.
    ///   - right: The right neighbour's share of the maximum, at least 0 and below 1.
    ///   - leftDistance: Distance of the left neighbour, positive.
    ///   - rightDistance: Distance of the right neighbour, positive.
    ///   - isGaussian: Whether the peak is taken for a Gaussian; otherwise its top is a parabola.
    package init(
        left: Double, right: Double, leftDistance: Double, rightDistance: Double, isGaussian: Bool = true
    ) {
        let useLogarithms = isGaussian && min(left, right) >= Self.smallestShareForLogarithm
        let leftDrop = useLogarithms ? log(left) : left - 1
        let rightDrop = useLogarithms ? log(right) : right - 1

        // The parabola a x^2 + b x through (-leftDistance, leftDrop), (0, 0) and (rightDistance, rightDrop).
        let leftSlope = leftDrop / leftDistance
        let rightSlope = rightDrop / rightDistance
        let curvature = (leftSlope + rightSlope) / (leftDistance + rightDistance)
        let slope = (rightSlope * leftDistance - leftSlope * rightDistance) / (leftDistance + rightDistance)
        // Both drops are negative, so the curvature is too, unless the numbers are too small to be told from 0.
        guard curvature < 0 else {
            offset = 0
            relativeHeight = 1
            return
        }
        offset = -slope / (2 * curvature)
        let rise = -slope * slope / (4 * curvature)
        relativeHeight = useLogarithms ? exp(rise) : 1 + rise
    }
}
