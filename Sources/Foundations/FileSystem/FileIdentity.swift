internal import Glibc

/// What tells one state of a file from another without reading it: enough to trust a digest computed earlier.
///
/// It does not promise that the content is the same: a program may write without changing the modification time. `verify`
/// hashes again.
public struct FileIdentity: Codable, Hashable, Sendable {
    /// The path as given.
    public let path: String
    /// Size in bytes.
    public let byteCount: Int
    /// Time of the last change of content, in nanoseconds since 1970-01-01 UTC.
    public let modificationTimeNanoseconds: Int64
    /// Number of the file on its file system.
    public let inode: UInt64

    /// Looks at a file.
    /// - Throws: ``FileError`` where there is none, or a folder stands there.
    public init(of path: String) throws(FileError) {
        let status = try Syscalls.status(of: path)
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory(path: path, operation: .inspect) }
        self.path = path
        byteCount = Int(status.st_size)
        modificationTimeNanoseconds = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        inode = UInt64(status.st_ino)
    }
}

/// The disk a path is on.
public enum DiskSpace {
    /// Bytes that this user can still write to the file system that holds a file or folder.
    /// - Throws: ``FileError`` where there is no such path.
    public static func availableByteCount(at path: String) throws(FileError) -> Int {
        let status = try Syscalls.fileSystemStatus(of: path)
        return Int(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }
}
