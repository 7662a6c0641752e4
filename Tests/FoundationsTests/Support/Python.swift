import Foundation

/// The python3 of this machine, an independent reader and writer of gzip, zlib, ZIP and NumPy files.
enum Python {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Whether python3 with NumPy is here; tests that need it are skipped elsewhere.
    static let hasNumPy: Bool = (try? run("import numpy")) != nil

    /// Runs a program and returns what it printed.
    @discardableResult static func run(_ program: String, _ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program] + arguments
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: String(decoding: complaints, as: UTF8.self))
        }
        return String(decoding: printed, as: UTF8.self)
    }
}
