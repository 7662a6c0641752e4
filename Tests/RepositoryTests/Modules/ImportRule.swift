/// Checks the imports of a source file against the picture of modules and the manifest.
enum ImportRule {
    static func violations(in file: Checkout.TextFile, manifest: Manifest) -> [Violation] {
        guard let module = module(of: file.path) else {
            return [Violation(file: file.path, message: "a source file lies in the folder of a module")]
        }
        let declared = manifest.dependencies[module] ?? []
        return imports(in: file).flatMap { line, used -> [Violation] in
            var messages: [String] = []
            if let objection = ModulePicture.objection(to: module, using: used) { messages.append(objection) }
            if !ModulePicture.toolchain.contains(used) && !declared.contains(used) {
                messages.append("\(module) imports \(used) but Package.swift does not declare it")
            }
            return messages.map { Violation(file: file.path, line: line, message: $0) }
        }
    }

    /// The module a file belongs to: the folder below `Sources`.
    private static func module(of path: String) -> String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    /// Imported modules with the lines they are imported on.
    static func imports(in file: Checkout.TextFile) -> [(line: Int, module: String)] {
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        return file.lines.enumerated().compactMap { number, line in
            let words = line.split { $0 == " " || $0 == "." }
            guard let position = words.firstIndex(of: "import"), position + 1 < words.count else { return nil }
            let access: Set<Substring> = ["public", "package", "internal", "private", "fileprivate"]
            guard words[..<position].allSatisfy({ access.contains($0) || $0.hasPrefix("@") }) else { return nil }
            let name = kinds.contains(words[position + 1]) ? words.dropFirst(position + 2).first : words[position + 1]
            return name.map { (number + 1, String($0)) }
        }
    }
}
