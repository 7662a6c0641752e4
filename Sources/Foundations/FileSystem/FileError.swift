internal import Glibc

/// Why an operation on a file failed, with what a person can do about it.
public enum FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done when it failed; the raw value completes "cannot ...".
    public enum Operation: String, Hashable, Sendable {
        case open, read, write, create, replace, remove
        case flush = "flush to disk"
        case inspect = "look at"
    }

    /// There is no file (or no folder on the way to it).
    case missing(path: String, operation: Operation)
    /// A folder stands where a file was expected.
    case isDirectory(path: String, operation: Operation)
    /// The user running this process may not do that.
    case permissionDenied(path: String, operation: Operation)
    /// No space, no quota, or a limit on the size of files was reached.
    case diskFull(path: String, operation: Operation, reason: String)
    /// The process or the machine has too many files open.
    case tooManyOpenFiles(path: String, operation: Operation)
    /// The file ended before the bytes it should hold.
    case tooShort(path: String, byteOffset: Int, missingByteCount: Int)
    /// Standard input was read so far that its beginning is gone.
    case readAlready(path: String, byteCount: Int)
    /// Any other answer of the operating system.
    case system(path: String, operation: Operation, errorNumber: Int32)

    /// Sorts an `errno` into the case that has advice for it.
    package init(errorNumber: Int32, path: String, operation: Operation) {
        self =
            switch errorNumber {
            case ENOENT, ENOTDIR: .missing(path: path, operation: operation)
            case EISDIR: .isDirectory(path: path, operation: operation)
            case EACCES, EPERM, EROFS: .permissionDenied(path: path, operation: operation)
            case ENOSPC, EDQUOT, EFBIG:
                .diskFull(path: path, operation: operation, reason: Self.text(of: errorNumber))
            case EMFILE, ENFILE: .tooManyOpenFiles(path: path, operation: operation)
            default: .system(path: path, operation: operation, errorNumber: errorNumber)
            }
    }

    /// The file the error is about.
    public var path: String {
        switch self {
        case .missing(let path, _), .isDirectory(let path, _), .permissionDenied(let path, _),
            .diskFull(let path, _, _), .tooManyOpenFiles(let path, _), .tooShort(let path, _, _),
            .readAlready(let path, _), .system(let path, _, _):
            path
        }
    }

    /// One sentence: what failed, where, and what to do.
    public var description: String {
        switch self {
        case .missing(let path, let operation):
            "cannot \(operation.rawValue) '\(path)': no such file or folder; check the path"
        case .isDirectory(let path, let operation):
            "cannot \(operation.rawValue) '\(path)': it is a folder; name a file"
        case .permissionDenied(let path, let operation):
            "cannot \(operation.rawValue) '\(path)': permission denied; check who owns the file and its folder"
        case .diskFull(let path, let operation, let reason):
            "cannot \(operation.rawValue) '\(path)': \(reason); free some space or choose another folder"
        case .tooManyOpenFiles(let path, let operation):
            "cannot \(operation.rawValue) '\(path)': too many open files; raise the limit (ulimit -n)"
        case .tooShort(let path, let byteOffset, let missing):
            "cannot read '\(path)': it ends at byte \(byteOffset), \(missing) bytes too early; copy or make it again"
        case .readAlready(let path, let byteCount):
            "cannot read '\(path)' again: \(byteCount) bytes of standard input are gone; write it into a file and name that"
        case .system(let path, let operation, let errorNumber):
            "cannot \(operation.rawValue) '\(path)': \(Self.text(of: errorNumber)) (errno \(errorNumber))"
        }
    }

    private static func text(of errorNumber: Int32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let base = buffer.baseAddress, strerror_r(errorNumber, base, buffer.count) == 0 else {
                return "error \(errorNumber)"
            }
            return String(cString: base)
        }
    }
}
