internal import Foundation
internal import Glibc

/// The folder for the results cannot be made.
struct OutputFolderError: Error, CustomStringConvertible {
    /// The folder as an absolute path.
    let path: String
    private let reason: String

    /// An error from what the system said.
    init(path: String, errorNumber: Int32) {
        self.path = path
        reason = String(cString: strerror(errorNumber))
    }

    var description: String {
        "the output folder '\(path)' cannot be made: \(reason); choose another with --output, or check who may write there"
    }
}
