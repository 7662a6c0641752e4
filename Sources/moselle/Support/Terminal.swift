import ArgumentParser
import Foundation
import Glibc
import Synchronization
import Workflow

/// The two places the program writes to: results to stdout, everything else to stderr.
enum Terminal {
    /// Lines at the end of stderr that stay there while others are said, and change.
    private static let live = Mutex<[String]>([])

    /// Writes a line to stderr, above what is shown live.
    static func say(_ line: String) {
        live.withLock { sayRaw(erasing($0) + line + "\n" + $0.joined(separator: "\n")) }
    }

    /// Shows these lines at the end of a terminal, in the place of those shown before; nothing where there are none. They
    /// must fit the terminal.
    static func showLive(_ lines: [String]) {
        live.withLock { shown in
            if shown == lines { return }
            sayRaw(erasing(shown) + lines.joined(separator: "\n"))
            shown = lines
        }
    }

    /// What takes these lines off a terminal, where the cursor stands behind the last: back to the first, and clear all
    /// below (ECMA-48: CUU, ED).
    private static func erasing(_ lines: [String]) -> String {
        lines.isEmpty ? "" : "\r" + (lines.count > 1 ? "\u{1B}[\(lines.count - 1)A" : "") + "\u{1B}[J"
    }

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
    static var width: Int { size.map { Int($0.ws_col) } ?? 80 }

    /// Rows of the terminal on stderr; 24 where that is not known.
    static var height: Int { size.map { Int($0.ws_row) } ?? 24 }

    private static var size: winsize? {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return nil }
        return size
    }
}
