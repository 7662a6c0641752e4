import Foundations
import SpectrumIO
import Statistics

extension MoselleStages {
    /// Sets the process up for the libraries in use; call it first of all, while there is one thread.
    public static func prepareLibraries() { BLASRuntime.keepToOneThread() }

    /// Versions of the system libraries in use, and the BLAS core, for the run record. Sets BLAS to one thread.
    public static func libraryFacts() -> [String: String] {
        let blas = BLASRuntime.load()
        var facts = LinkedLibraries.versions
        facts["libxml2"] = XMLLibrary.version
        facts["blas"] = blas?.configuration ?? "not found"
        facts["blas-core"] = blas?.coreName ?? "not found"
        return facts
    }
}
