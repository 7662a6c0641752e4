internal import Glibc

/// Whether a path is a file that can be read.
enum InputFileCheck {
    /// What is wrong with a file, as a sentence without its full stop, or nil. `folderAdvice` is what to do where it is a
    /// folder; where several files may be given, that is naming those in it.
    static func problem(with path: String, _ what: String, folderAdvice: String? = nil) -> String? {
        var facts = stat()
        guard stat(path, &facts) == 0 else {
            let reason = errno
            return reason == ENOENT || reason == ENOTDIR
                ? "\(what) '\(path)' does not exist" : "\(what) '\(path)' cannot be read: \(text(of: reason))"
        }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR:
            let advice = folderAdvice ?? "name the files in it, such as '\(path)/*'"
            return "\(what) '\(path)' is a folder; \(advice)"
        default: return "\(what) '\(path)' is not a regular file"
        }
        if facts.st_size == 0 { return "\(what) '\(path)' is empty" }
        if access(path, R_OK) != 0 { return "\(what) '\(path)' cannot be read: \(text(of: errno))" }
        return nil
    }

    private static func text(of error: Int32) -> String { String(cString: strerror(error)) }

    /// The paths a glob in a folder matches, ordered by their bytes. A path that exists matches itself, brackets and
    /// all; one without wildcards too, so that its absence is noticed where files are checked.
    static func expand(_ pattern: String, in folder: String) -> [String] {
        let plain = pattern.hasPrefix("/") ? pattern : "\(folder)/\(pattern)"
        if access(plain, F_OK) == 0 || !pattern.contains(where: { "*?[".contains($0) }) { return [plain] }
        let escaped = folder.reduce(into: "") { $0 += "*?[]\\".contains($1) ? "\\\($1)" : String($1) }
        var found = glob_t()
        defer { globfree(&found) }
        let full = pattern.hasPrefix("/") ? pattern : "\(escaped)/\(pattern)"
        guard glob(full, GLOB_NOSORT, nil, &found) == 0 else { return [] }
        let paths = (0..<Int(found.gl_pathc)).compactMap { index in found.gl_pathv[index].map { String(cString: $0) } }
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
