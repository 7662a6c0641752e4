import ArgumentParser
import Foundation
import Glibc
import Workflow

/// The two places the program writes to: results to stdout, everything else to stderr.
enum Terminal {
    /// Writes a line to stderr.
    static func say(_ line: String) { sayRaw(line + "\n") }

    /// Writes text to stderr as it is. Where that fails nobody is left to tell; what was computed is in files.
    static func sayRaw(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

    /// Writes text to stdout as it is. A reader that has gone away (`| head`) ends the program in silence.
    ///
    /// - Throws: `ExitCode` 1, after saying why, where it cannot be written, such as on a full disk: a table that was cut
    ///   short must not pass for a whole one.
    static func show(_ text: String) throws(ExitCode) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            say("error: standard output cannot be written: \(error.localizedDescription)")
            throw ExitStatus.incomplete.code
        }
    }

    /// Whether stderr is a terminal that a person looks at.
    static var isInteractive: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Whether text may hold characters that are not ASCII: whether the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is
    /// set names UTF-8, as the C library decides. It does not matter whether somebody looks on.
    static var isUnicode: Bool {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let name = locale.lowercased()
        return name.contains("utf-8") || name.contains("utf8")
    }

    /// Columns of the terminal on stderr; 80 where that is not known.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
