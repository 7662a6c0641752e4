import Foundation
import Foundations

extension SeededGenerator {
    /// A number from the standard normal distribution (Box and Muller, Ann. Math. Stat. 29 (1958), 610).
    mutating func nextNormal() -> Double {
        let radius = (-2 * log(1 - nextUnit())).squareRoot()
        return radius * cos(2 * Double.pi * nextUnit())
    }
}
