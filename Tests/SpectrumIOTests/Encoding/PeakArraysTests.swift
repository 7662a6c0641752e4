import SpectrumIO
import Testing

@Suite struct PeakArraysTests {
    private func doubles(
        _ bytes: [UInt8], _ type: NumberType, _ order: ByteOrder, first: Int = 0, stride: Int = 1
    ) -> [Double] {
        bytes.withUnsafeBytes { PeakArrays.doubles($0, type: type, order: order, first: first, stride: stride) }
    }

    @Test("1.5 reads from all float encodings")
    func floats() {
        #expect(doubles([0, 0, 0xC0, 0x3F], .float32, .little) == [1.5])
        #expect(doubles([0x3F, 0xC0, 0, 0], .float32, .big) == [1.5])
        #expect(doubles([0, 0, 0, 0, 0, 0, 0xF8, 0x3F], .float64, .little) == [1.5])
        #expect(doubles([0x3F, 0xF8, 0, 0, 0, 0, 0, 0], .float64, .big) == [1.5])
    }

    @Test("negative integers keep their sign")
    func integers() {
        #expect(doubles([0xFE, 0xFF, 0xFF, 0xFF], .int32, .little) == [-2])
        #expect(doubles([0xFF, 0xFF, 0xFF, 0xFE], .int32, .big) == [-2])
        #expect(doubles([0, 1, 0, 0, 0, 0, 0, 0], .int64, .little) == [256])
        #expect(doubles([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .int64, .big) == [-1])
    }

    @Test("pairs are taken apart")
    func pairs() {
        let bytes: [UInt8] = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0]
        #expect(doubles(bytes, .int32, .little, first: 0, stride: 2) == [1, 3])
        #expect(doubles(bytes, .int32, .little, first: 1, stride: 2) == [2, 4])
        #expect(doubles([], .float64, .little).isEmpty)
    }

    private func bytes(_ values: [Double], _ precision: FloatPrecision, _ order: ByteOrder) -> [UInt8] {
        var bytes: [UInt8] = []
        PeakArrays.store(values, precision: precision, order: order, into: &bytes)
        return bytes
    }

    @Test("1.5 is stored in all float encodings")
    func storesFloats() {
        #expect(bytes([1.5], .bits32, .little) == [0, 0, 0xC0, 0x3F])
        #expect(bytes([1.5], .bits32, .big) == [0x3F, 0xC0, 0, 0])
        #expect(bytes([1.5], .bits64, .little) == [0, 0, 0, 0, 0, 0, 0xF8, 0x3F])
        #expect(bytes([1.5], .bits64, .big) == [0x3F, 0xF8, 0, 0, 0, 0, 0, 0])
    }

    @Test("stored arrays and pairs are those Python makes")
    func storesAsPython() {
        #expect(Base64.encode(bytes(Arrays.mz, .bits64, .little)) == Arrays.mz64)
        #expect(Base64.encode(bytes(Arrays.mz, .bits32, .little)) == Arrays.mz32)
        var pairs: [UInt8] = []
        PeakArrays.store(Arrays.mz, precision: .bits32, order: .big, first: 0, stride: 2, into: &pairs)
        PeakArrays.store(Arrays.intensities, precision: .bits32, order: .big, first: 1, stride: 2, into: &pairs)
        #expect(Base64.encode(pairs) == Arrays.pairs32)
    }

    @Test("a buffer used again gets the size of the new array")
    func storesAgain() {
        var bytes: [UInt8] = []
        PeakArrays.store([1, 2, 3], precision: .bits64, order: .little, into: &bytes)
        PeakArrays.store([1.5], precision: .bits32, order: .little, into: &bytes)
        #expect(bytes == [0, 0, 0xC0, 0x3F])
        PeakArrays.store([], precision: .bits64, order: .big, first: 0, stride: 2, into: &bytes)
        #expect(bytes.isEmpty)
    }
}
