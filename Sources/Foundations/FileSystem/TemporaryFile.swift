internal import Glibc
internal import Synchronization

/// Hidden files beside the file they are for, so that they are on the same file system.
enum TemporaryFile {
    private static let counter = Atomic<Int>(0)

    /// Makes a file named `.<name>.<process>-<counter>.tmp`, opened for reading and writing. A name that is taken (a crash
    /// left it, or a process of the same number on another node of a cluster has it) is passed over.
    static func make(beside path: String) throws(FileError) -> (path: String, descriptor: Int32) {
        let (folder, name) = split(path)
        while true {
            let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
            let candidate = "\(folder)/.\(name).\(getpid())-\(number).tmp"
            if let descriptor = try Syscalls.createExclusively(candidate) { return (candidate, descriptor) }
        }
    }

    /// The folder that a path is in, without the last slash (`/.` for the root), and the name in it.
    static func split(_ path: String) -> (folder: String, name: Substring) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path[...]) }
        return (slash == path.startIndex ? "/." : String(path[..<slash]), path[path.index(after: slash)...])
    }
}
