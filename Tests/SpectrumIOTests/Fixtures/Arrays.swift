/// Binary arrays made with Python's struct, zlib and base64: m/z 100, 200.5, 300.25 and intensities 10, 20, 5.5.
enum Arrays {
    static let mz64 = "AAAAAAAAWUAAAAAAABBpQAAAAAAAxHJA"
    static let mz64zlib = "eNpjYACBSAcwJZAJoY8UOQAAFRQCyQ=="
    static let mz32 = "AADIQgCASEMAIJZD"
    static let intensities32 = "AAAgQQAAoEEAALBA"
    static let intensities32zlib = "eNpjYFBwZGBYAMQbHAAKOgIz"
    /// The integers 1, 2, -3.
    static let int32 = "AQAAAAIAAAD9////"
    /// m/z 300.25, 100, 200.5.
    static let unsortedMZ64 = "AAAAAADEckAAAAAAAABZQAAAAAAAEGlA"
    /// m/z 100, NaN, 300.25.
    static let notFiniteMZ64 = "AAAAAAAAWUAAAAAAAAD4fwAAAAAAxHJA"
    /// Pairs in network order.
    static let pairs32 = "QsgAAEEgAABDSIAAQaAAAEOWIABAsAAA"
    static let pairs64zlib = "eNpziGQAAwcVKJ0pAKFNoPyiIxBaDMIHAGVGA/c="

    static let mz = [100.0, 200.5, 300.25]
    static let intensities = [10.0, 20.0, 5.5]
}
