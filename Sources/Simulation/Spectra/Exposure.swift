/// How long ions are collected for a scan: until the trap is full, but no longer than the scan before takes.
package struct Exposure: Sendable {
    /// Ions the trap holds.
    package var capacityIons: Double
    /// Longest time in seconds.
    package var longestSeconds: Double

    /// A survey scan of an Orbitrap instrument; the larger part of its ions is chemical background that gives no peaks.
    package static let survey = Exposure(capacityIons: 1e5, longestSeconds: 0.05)
    /// A fragment scan of an Orbitrap instrument.
    package static let fragments = Exposure(capacityIons: 1e5, longestSeconds: 0.06)

    /// Seconds of collection at an ion current.
    package func seconds(ionsPerSecond: Double) -> Double {
        ionsPerSecond > 0 ? min(longestSeconds, capacityIons / ionsPerSecond) : longestSeconds
    }
}
