import Foundations
import SpectrumIO
import Statistics

extension MoselleStages {
    /// Versions of the system libraries in use, and the BLAS core, for the run record. Sets BLAS to one thread.
    public static func libraryFacts() -> [String: String] {
        let blas = BLASRuntime.configure()
        var facts = LinkedLibraries.versions
        facts["libxml2"] = XMLLibrary.version
        facts["blas"] = blas.configuration
        facts["blas-core"] = blas.coreName
        return facts
    }
}
