/// What Package.swift says about targets, read as text.
struct Manifest {
    /// Names of what each target declares to depend on, for all but test targets and system libraries.
    private(set) var dependencies: [String: [String]] = [:]

    private let file: Checkout.TextFile

    init(_ file: Checkout.TextFile) {
        self.file = file
        // `module("Name", [...])` is this manifest's own function; the other form is SwiftPM's.
        let short = /\bmodule\(\s*"(?<name>\w+)"\s*(?:,\s*\[(?<list>[^\]]*)\])?/
        let long = /\.executableTarget\(\s*name:\s*"(?<name>\w+)"\s*,\s*dependencies:\s*\[(?<list>[^\]]*)\]/
        for match in file.text.matches(of: short) {
            dependencies[String(match.name)] = Self.names(in: match.list ?? "")
        }
        for match in file.text.matches(of: long) {
            dependencies[String(match.name)] = Self.names(in: match.list)
        }
    }

    /// Declared dependencies that the picture of modules does not allow.
    func violations() -> [Violation] {
        dependencies.keys.sorted().flatMap { target in
            (dependencies[target] ?? []).compactMap { used in
                ModulePicture.objection(to: target, using: used).map { Violation(file: file.path, message: $0) }
            }
        }
    }

    /// Packages that are not pinned to an exact version, and flags that are not allowed.
    func versionViolations() -> [Violation] {
        var found: [Violation] = []
        for match in file.text.matches(of: /\.package\((?<arguments>[^)]*)\)/)
        where !match.arguments.contains("exact:") {
            found.append(Violation(file: file.path, message: "package(\(match.arguments)) has no exact version"))
        }
        for flag in ["unsafeFlags", "Ounchecked"] where file.text.contains(flag) {
            found.append(Violation(file: file.path, message: "\(flag) is not allowed"))
        }
        return found
    }

    /// Names in a list of string literals and of the constants that stand for products of other packages.
    private static func names(in list: Substring) -> [String] {
        let products = ["argumentParser": "ArgumentParser", "yams": "Yams"]
        return list.split(separator: ",").compactMap { entry in
            let name = entry.trimmed
            if name.isEmpty { return nil }
            return name.hasPrefix("\"") ? String(name.dropFirst().dropLast()) : products[name] ?? name
        }
    }
}

extension Substring {
    /// The text without white space on its sides.
    var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
