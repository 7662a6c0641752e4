import Foundations
import TestSupport
import Testing

@Suite("Inspection on machines under a policy")
struct InspectConfigurationTests {
    /// What an administrator writes who allows nothing but certified modules; here there are none.
    private static let policy = """
        openssl_conf = main
        [main]
        alg_section = algorithms
        [algorithms]
        default_properties = fips=yes
        """

    @Test("takes digests where openssl.cnf offers none")
    func digests() throws {
        let folder = try TemporaryDirectory()
        let policy = try folder.write(Self.policy, to: "openssl.cnf")
        let text = "BEGIN IONS\nTITLE=a\nPEPMASS=500\n100 1\nEND IONS\n"
        let file = try folder.write(text, to: "a.mgf")
        let result = try MoselleExecutable.run(["inspect", file], environment: ["OPENSSL_CONF": policy])
        #expect(result.exitStatus == 0)
        #expect(result.standardOutput.contains(Digest.sha256(of: text)))
    }
}
