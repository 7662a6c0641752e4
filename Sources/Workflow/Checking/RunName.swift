/// The name of a run: the name of its file without the extensions of spectra files.
public enum RunName {
    private static let extensions = [".gz", ".mzml", ".mzxml", ".mgf", ".ms2", ".ms1"]

    /// `QC_01` for `/data/QC_01.mzML.gz`.
    public static func of(path: String) -> String {
        var name = Substring(path.split(separator: "/").last ?? "")
        while let ending = extensions.first(where: { name.lowercased().hasSuffix($0) }), name.count > ending.count {
            name = name.dropLast(ending.count)
        }
        return String(name)
    }

    /// The order of runs everywhere: by the bytes of their names, then of their paths.
    static func precedes(_ left: String, _ right: String) -> Bool {
        let leftName = of(path: left)
        let rightName = of(path: right)
        if leftName == rightName { return left.utf8.lexicographicallyPrecedes(right.utf8) }
        return leftName.utf8.lexicographicallyPrecedes(rightName.utf8)
    }
}
