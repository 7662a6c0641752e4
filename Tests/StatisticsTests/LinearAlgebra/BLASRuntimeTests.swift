import Statistics
import Testing

@Suite("BLAS runtime")
struct BLASRuntimeTests {
    @Test("OpenBLAS is held to one thread and says what it is, every time the same")
    func load() throws {
        let runtime = try #require(BLASRuntime.load())
        #expect(runtime.threadCount == 1)
        #expect(runtime.configuration.contains("OpenBLAS"))
        #expect(!runtime.coreName.isEmpty && runtime.coreName != "unknown")
        #expect(BLASRuntime.load() == runtime)
    }
}
