internal import Foundation
internal import Foundations
internal import Glibc

/// The log that earlier runs left in an output folder: the end of what the last of them wrote.
struct EarlierLog {
    private let path: String
    private let data: Data

    /// How many tasks a warning names; the rest are counted.
    private static let namedCount = 5

    /// The log at a path, after which nothing is written yet; empty where there is none.
    init(path: String) {
        self.path = path
        data = FileManager.default.contents(atPath: path) ?? Data()
    }

    /// Ends the last line where the file does not: half a line, left by a crash or a full disk, is cut off, what else
    /// stands there gets its end.
    ///
    /// - Throws: `FileError` where the file cannot be changed.
    func endLastLine(_ descriptor: Int32) throws(FileError) {
        let end = data.lastIndex(of: UInt8(ascii: "\n")).map { data.index(after: $0) } ?? data.startIndex
        let last = data[end...]
        guard let first = last.first else { return }
        let isHalf = first == UInt8(ascii: "{") && Self.line(last) == nil
        let isDone = isHalf ? ftruncate(descriptor, off_t(end)) == 0 : write(descriptor, "\n", 1) == 1
        guard isDone else { throw FileError(errorNumber: errno, path: path, operation: .write) }
    }

    private static func line(_ bytes: Data) -> LogLine? { try? JSONDecoder().decode(LogLine.self, from: bytes) }

    /// What the next run should say of the last, in sentences: that it did not come to its end, and what it was at; and
    /// that there are lines among its own that no run writes.
    var findings: (unfinished: String?, foreign: String?) {
        let beginning = Data("\"event\":\"\(LogLine.Event.runStarted.rawValue)\"".utf8)
        guard let start = data.range(of: beginning, options: .backwards)?.lowerBound else { return (nil, nil) }
        let newline = UInt8(ascii: "\n")
        let lineStart = data[..<start].lastIndex(of: newline).map { data.index(after: $0) } ?? data.startIndex
        // Half a line at the end is cut off, and none of it is believed.
        guard let end = data.lastIndex(of: newline), end > lineStart else { return (nil, nil) }
        let lines = data[lineStart..<end].split(separator: newline).map(Self.line)
        let before = data[..<lineStart].count { $0 == newline }
        return (Self.unfinished(lines.compactMap(\.self)), foreign(lines, after: before))
    }

    private static func unfinished(_ lines: [LogLine]) -> String? {
        guard let start = lines.first, start.event == .runStarted, !lines.contains(where: { $0.event == .runFinished })
        else { return nil }
        var active: [String] = []
        for line in lines {
            guard let task = line.task else { continue }
            switch line.event {
            case .taskStarted: if !active.contains(task) { active.append(task) }
            case .taskFinished, .taskFailed: active.removeAll { $0 == task }
            default: break
            }
        }
        let others = active.count - namedCount
        let named = active.prefix(namedCount).map { "'\($0)'" } + (others > 0 ? ["\(others) others"] : [])
        let work = named.isEmpty ? "" : "; it was at work on \(named.listed)"
        let process = "process \(start.processID ?? 0) on host '\(start.host ?? "")'"
        return "The run of \(process), begun \(start.time), did not come to its end\(work); what it finished is used."
    }

    private func foreign(_ lines: [LogLine?], after before: Int) -> String? {
        guard let first = lines.firstIndex(where: { $0 == nil }) else { return nil }
        return """
            Line \(before + first + 1) of the log '\(path)' is not of a run; it was changed or damaged, and what became of \
            the run before may not be known.
            """
    }
}
