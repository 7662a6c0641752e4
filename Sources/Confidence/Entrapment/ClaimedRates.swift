/// The false discovery rates at which accepted identifications are counted, ascending, each once.
package struct ClaimedRates: Sendable, Hashable {
    /// The rates, as shares.
    package let rates: [Double]

    /// The rates of every analysis, so that runs can be laid side by side: from 0.1 % to 1 % by 0.1 %, then to 10 % by
    /// 0.5 %.
    static let grid = (1...9).map { Double($0) / 1000 } + (2...20).map { Double($0) / 200 }

    /// The grid and the accepted rate of a run.
    package init(including rate: Double) {
        rates = Set(Self.grid + [rate]).sorted()
    }

    /// Position of the lowest rate that accepts a q-value; `nil` where none does.
    package func first(accepting qValue: Double) -> Int? { rates.firstIndex { qValue <= $0 } }
}
