internal import SpectrumIO

extension FuzzTarget {
    /// MS-Numpress: the first byte chooses the method, the rest is decoded, and is numbers to encode and decode.
    static let numpress = FuzzTarget(
        name: "numpress",
        seeds: {
            let numbers: [UInt32] = [0, 1, 0x12345, 0x7FFF_FFFF, 3, 3, 3, 900]
            return [
                "linear": [0] + NumpressEncoder.linear([10_000, 20_050, 30_025, 40_100], factor: 100),
                "positive-integer": [1] + NumpressEncoder.positiveIntegers(numbers),
                "short-logged-float": [2] + NumpressEncoder.shortLoggedFloats([0, 17, 65_535, 800], factor: 3000),
            ]
        },
        check: { bytes in
            guard let first = bytes.first else { return }
            let method: Numpress.Method = [.linear, .positiveInteger, .shortLoggedFloat][Int(first % 3)]
            checkDecoding(Array(bytes.dropFirst()), method, most: Int(first) * 8)
            checkRoundTrip(Array(bytes.dropFirst()), method)
        })

    private static func decode(_ bytes: [UInt8], _ method: Numpress.Method, most: Int) throws(Numpress.Failure)
        -> [Double]
    {
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(Numpress.Failure) in try Numpress.decode(bytes, method, maximumCount: most) }
        }
        return try result.get()
    }

    /// However many values are allowed, there are no more, and no fewer than with room for all.
    private static func checkDecoding(_ bytes: [UInt8], _ method: Numpress.Method, most: Int) {
        do throws(Numpress.Failure) {
            let values = try decode(bytes, method, most: most)
            require(values.count <= most, "\(values.count) values where \(most) are allowed")
            let all = try decode(bytes, method, most: 1 << 20)
            require(all.map(\.bitPattern) == values.map(\.bitPattern), "with more room there are other values")
        } catch {
            if case .tooManyValues(let limit) = error {
                require(limit <= most, "\(limit) values are called too many where \(most) are allowed")
            }
            require(!"\(error)".isEmpty, "a failure has no sentence")
        }
    }

    private static func checkRoundTrip(_ bytes: [UInt8], _ method: Numpress.Method) {
        let words = stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { start in
            bytes[start..<start + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        }
        let encoded: [UInt8]
        let expected: [Double]
        switch method {
        case .linear:
            // A quarter of the range, so that every value is near enough to the line through any two.
            let values = words.map { $0 >> 3 }
            encoded = NumpressEncoder.linear(values, factor: 64)
            expected = values.map { Double($0) / 64 }
        case .positiveInteger:
            encoded = NumpressEncoder.positiveIntegers(words)
            expected = words.map(Double.init)
        case .shortLoggedFloat:
            checkLogarithms(words.map { UInt16(truncatingIfNeeded: $0) })
            return
        }
        guard let decoded = try? decode(encoded, method, most: expected.count) else { stop("own bytes are refused") }
        require(decoded == expected, "\(expected) comes back as \(decoded)")
    }

    /// Equal words are equal values, and greater words greater ones.
    private static func checkLogarithms(_ words: [UInt16]) {
        let ascending = words.sorted()
        let encoded = NumpressEncoder.shortLoggedFloats(ascending, factor: 3000)
        guard let decoded = try? decode(encoded, .shortLoggedFloat, most: words.count) else {
            stop("own bytes are refused")
        }
        for index in ascending.indices.dropFirst() {
            let isEqual = ascending[index] == ascending[index - 1]
            require(isEqual == (decoded[index] == decoded[index - 1]), "equal words are other values")
            require(decoded[index - 1] <= decoded[index], "greater words are smaller values")
        }
    }
}
