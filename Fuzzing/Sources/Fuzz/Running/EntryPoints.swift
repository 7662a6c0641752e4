internal import Foundation

/// The target named by `MOSELLE_FUZZ_TARGET`; libFuzzer's own processes inherit it.
private let chosen: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["MOSELLE_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
        let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
        stop("MOSELLE_FUZZ_TARGET is \"\(name)\"; it must be one of \(names)")
    }
    return target
}()

/// Called by libFuzzer before anything else: writes the target's seeds where `MOSELLE_FUZZ_SEEDS` names a folder.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>
) -> Int32 {
    guard let folder = ProcessInfo.processInfo.environment["MOSELLE_FUZZ_SEEDS"] else { return 0 }
    do {
        for (name, bytes) in try chosen.seeds().sorted(by: { $0.key < $1.key }) {
            try Data(bytes).write(to: URL(filePath: folder).appending(path: "seed-\(name)"))
        }
    } catch {
        stop("the seeds of \(chosen.name) cannot be made: \(error)")
    }
    return 0
}

/// Called by libFuzzer with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    chosen.check(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
}
