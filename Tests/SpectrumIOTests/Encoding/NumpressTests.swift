import SpectrumIO
import TestSupport
import Testing

/// Encodings made with pynumpress, the bindings of the authors' library, unless they are worked out by hand.
@Suite struct NumpressTests {
    private func decode(_ hex: String, _ method: Numpress.Method, limit: Int = 100) throws -> [Double] {
        try Self.bytes(hex).withUnsafeBytes { bytes throws(Numpress.Failure) in
            try Numpress.decode(bytes, method, maximumCount: limit)
        }
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }

    @Test("linear: two values as they are, the third from the line through them")
    func linear() throws {
        #expect(try decode("40f86a00000000008096980050f03101b80bde", .linear) == [100, 200.5, 300.25])
        // The factor is no power of ten, so that values come back rounded to it.
        #expect(
            try decode("41646dce200000002424d73f81ffff7faa2d6580", .linear)
                == [100, 200.50000004668254, 300.2499999766587])
    }

    @Test("linear: differences of either sign, and none")
    func linearDifferences() throws {
        let hex = "40c3880000000000404b4c0030244c0020699c4a06c6b11029d8c190384fce80"
        #expect(try decode(hex, .linear) == [500, 499, 1000, 3, 2000, 2000, 2000])
    }

    @Test("linear: arrays of no, one and two values")
    func shortLinear() throws {
        #expect(try decode("", .linear) == [])
        #expect(try decode("0000000000000000", .linear) == [])
        #expect(try decode("40f86a000000000080969800", .linear) == [100])
        #expect(try decode("40f86a00000000008096980050f03101", .linear) == [100, 200.5])
    }

    @Test("positive integers: the leading half byte says how many zeros or f are left out, the lowest digit is first")
    func positiveIntegers() throws {
        #expect(try decode("7a641760", .positiveInteger) == [10, 20, 6])
        // By hand: 0 is 8; 0x12345 is 3 and 54321; 0xffffff01 is 8 + 6 and 10; 0x89abcdef is 0 and fedcba98.
        #expect(try decode("88", .positiveInteger) == [0, 0])
        #expect(
            try decode("8354321e100fedcba980", .positiveInteger)
                == [0, Double(0x12345), Double(0xFFFF_FF01 as UInt32), Double(0x89AB_CDEF as UInt32)])
    }

    @Test("positive integers: a half byte 0 at the end is padding, a half byte 8 a value")
    func padding() throws {
        #expect(try decode("7180", .positiveInteger) == [1, 0])
        #expect(try decode("7188", .positiveInteger) == [1, 0, 0])
    }

    @Test("short logged floats")
    func shortLoggedFloats() throws {
        #expect(
            try decode("40c3880000000000ab5ded761e49", .shortLoggedFloat)
                == [10.000051999340828, 19.999528813094322, 5.499985850155056])
        #expect(try decode("40c3880000000000", .shortLoggedFloat) == [])
    }

    @Test(
        "data that end in the middle of a value are damaged",
        arguments: [
            ("40f86a", Numpress.Method.linear), ("40f86a0000000000809698", .linear),
            ("40f86a00000000008096980050f031", .linear), ("40f86a00000000008096980050f0310100", .linear),
            ("7a64", .positiveInteger), ("0fedcba9", .positiveInteger), ("81", .positiveInteger),
            ("40c388", .shortLoggedFloat), ("40c3880000000000ab", .shortLoggedFloat),
        ])
    func truncated(hex: String, method: Numpress.Method) {
        #expect(throws: Numpress.Failure.truncated(byteCount: hex.count / 2)) { try decode(hex, method) }
    }

    @Test(
        "a factor that is 0, negative or not finite is damaged",
        arguments: ["0000000000000000", "c0f86a0000000000", "7ff0000000000000", "7ff8000000000000"])
    func factor(hex: String) {
        #expect(throws: Numpress.Failure.self) { try decode(hex + "80969800", .linear) }
        #expect(throws: Numpress.Failure.self) { try decode(hex + "8096", .shortLoggedFloat) }
    }

    @Test("values beyond what fixed-point numbers can be are damaged instead of wrapping round")
    func outOfRange() throws {
        // Second differences of 2^31 - 1 (digits ffffff7f after a 0) make a parabola that passes 2^53 at value 2,898.
        let steps = String(repeating: "0fffffff7", count: 4000)
        #expect(throws: Numpress.Failure.self) {
            try decode("40f86a00000000000000000000000000" + steps, .linear, limit: 10_000)
        }
    }

    @Test("more values than there is room for are refused")
    func tooMany() throws {
        #expect(throws: Numpress.Failure.tooManyValues(limit: 2)) { try decode("7a641760", .positiveInteger, limit: 2) }
        #expect(try decode("7a641760", .positiveInteger, limit: 3).count == 3)
    }

    @Test(
        "no bytes whatever crash the decoder",
        arguments: [Numpress.Method.linear, .positiveInteger, .shortLoggedFloat])
    func anyBytes(method: Numpress.Method) {
        var random = SplitMix64(seed: 5)
        for _ in 0..<20_000 {
            var bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random), bytes.count >= 8 {
                bytes.replaceSubrange(0..<8, with: Self.bytes("40f86a0000000000"))
            }
            let values = try? bytes.withUnsafeBytes { bytes throws(Numpress.Failure) in
                try Numpress.decode(bytes, method, maximumCount: 1000)
            }
            #expect((values?.count ?? 0) <= 2 * bytes.count)
        }
    }
}
