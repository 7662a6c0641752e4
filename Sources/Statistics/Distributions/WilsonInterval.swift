import Glibc

/// Within which bounds a share lies of which a sample is known, at 95 %.
///
/// It is Wilson's score interval: it stays within 0 and 1 and holds its promise for small samples and shares near 0, as
/// error rates are. It takes the members of the sample as independent of one another; matches of one peptide are not
/// quite, so that the true bounds are somewhat wider.
///
/// > Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22
/// > (1927) 209-212, doi:10.1080/01621459.1927.10502953; recommended by L. D. Brown, T. T. Cai, A. DasGupta, Stat. Sci. 16
/// > (2001) 101-133, doi:10.1214/ss/1009213286, equation 4.
public enum WilsonInterval {
    /// The 97.5 % point of the standard normal distribution.
    private static let z = 1.959963984540054

    /// The bounds of the share, 0 to 1; `nil` for an empty sample.
    ///
    /// - Precondition: `0 <= count <= total`.
    public static func bounds(of count: Int, in total: Int) -> ClosedRange<Double>? {
        precondition(count >= 0 && count <= total, "A part is not larger than the whole.")
        guard total > 0 else { return nil }
        let (size, squared) = (Double(total), z * z)
        let share = Double(count) / size
        let middle = share + squared / (2 * size)
        let reach = z * sqrt(share * (1 - share) / size + squared / (4 * size * size))
        let scale = 1 + squared / size
        // What rounding leaves at the ends would read as an error rate where there is none.
        let lower = count == 0 ? 0 : (middle - reach) / scale
        let upper = count == total ? 1 : (middle + reach) / scale
        return lower...upper
    }
}
