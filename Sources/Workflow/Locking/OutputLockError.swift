/// The output folder is in use, so that nothing may be run in it.
enum OutputLockError: Error, CustomStringConvertible {
    /// A process of this machine uses it.
    case inUse(folder: String, LockHolder)
    /// A process of another machine uses it, or did.
    case inUseElsewhere(folder: String, LockHolder, file: String)
    /// There is a lock file that does not say whose it is.
    case unknownHolder(folder: String, file: String)

    var description: String {
        switch self {
        case .inUse(let folder, let holder):
            """
            the output folder '\(folder)' is in use by another run, process \(holder.processID) on host '\(holder.host)' since \
            \(holder.since); wait for it to end, or choose another folder with --output
            """
        case .inUseElsewhere(let folder, let holder, let file):
            """
            the output folder '\(folder)' is in use by another run, process \(holder.processID) on host '\(holder.host)' since \
            \(holder.since); wait for it to end, or choose another folder with --output; if that process is gone, delete \
            '\(file)'
            """
        case .unknownHolder(let folder, let file):
            """
            the output folder '\(folder)' is locked, but '\(file)' does not say by whom; if no other run uses the folder, \
            delete that file
            """
        }
    }
}
