import Foundation
import PeakPicking
import Testing

@Suite("ApexFit")
struct ApexFitTests {
    @Test("finds the apex of a Gaussian exactly, at even and uneven distances")
    func gaussian() {
        for (left, right) in [(1.0, 1.0), (1.0, 2.0), (0.7, 1.1)] {
            // exp(-(x - 0.2)^2) as shares of its value at 0.
            let value = { (x: Double) in exp(-(x - 0.2) * (x - 0.2)) / exp(-0.04) }
            let fit = ApexFit(left: value(-left), right: value(right), leftDistance: left, rightDistance: right)
            #expect(abs(fit.offset - 0.2) < 1e-12)
            #expect(abs(fit.relativeHeight - exp(0.04)) < 1e-12)
        }
    }

    @Test("equal neighbours leave the apex where the highest sample is")
    func symmetric() {
        let fit = ApexFit(left: 0.5, right: 0.5, leftDistance: 3, rightDistance: 3)
        #expect(fit == ApexFit(left: 0.25, right: 0.25, leftDistance: 1, rightDistance: 1))
        #expect(fit.offset == 0 && fit.relativeHeight == 1)
    }

    @Test("beside a zero the parabola goes through the intensities")
    func besideZero() {
        // Through (-1, 0), (0, 1), (1, 1/2): vertex at 1/6, height 1 + (1/2)^2 / (8 * 3/2) = 1 + 1/48.
        let fit = ApexFit(left: 0, right: 0.5, leftDistance: 1, rightDistance: 1)
        #expect(abs(fit.offset - 1.0 / 6) < 1e-15)
        #expect(abs(fit.relativeHeight - (1 + 1.0 / 48)) < 1e-15)
        let mirrored = ApexFit(left: 0.5, right: 0, leftDistance: 1, rightDistance: 1)
        #expect(mirrored.offset == -fit.offset)
    }

    @Test("the apex lies within half a distance and its height within twice the sample, whatever the neighbours")
    func bounds() {
        let shares = [0, 1e-300, 1e-6, 1.0 / 256, 0.01, 0.5, 1 - 0x1p-53]
        for left in shares {
            for right in shares {
                let fit = ApexFit(left: left, right: right, leftDistance: 1, rightDistance: 1)
                #expect(abs(fit.offset) <= 0.5)
                #expect(fit.relativeHeight >= 1 && fit.relativeHeight <= 2.000_001)
            }
        }
    }
}
