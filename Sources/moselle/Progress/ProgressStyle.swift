import ArgumentParser
import Workflow

/// How progress is shown.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
    /// A bar on a terminal, plain lines otherwise.
    case auto
    /// Plain lines.
    case plain
    /// One JSON object a line.
    case json
    /// Nothing.
    case none

    /// What shows it; `nil` where nothing is to be shown.
    func observer() -> (any ProgressObserver)? {
        switch self {
        case .auto: Terminal.isInteractive ? ProgressBar() : PlainProgress()
        case .plain: PlainProgress()
        case .json: JSONProgress()
        case .none: nil
        }
    }
}

/// An observer that may leave something on the terminal which has to be cleared at the end.
protocol ProgressObserver: RunObserver {
    /// Ends what is shown.
    func finish()
}
