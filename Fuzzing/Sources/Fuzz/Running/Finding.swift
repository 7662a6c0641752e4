internal import Foundation

/// Ends the process with a message, so that libFuzzer keeps the input as a finding.
func stop(_ message: @autoclosure () -> String) -> Never {
    FileHandle.standardError.write(Data("fuzz: \(message())\n".utf8))
    abort()
}

/// Something that must hold for every input.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { stop(message()) }
}

/// A property that is dear to check holds for one input in `share`; which one depends on its bytes alone.
func isChosen(_ bytes: [UInt8], oneIn share: UInt64, salt: UInt64) -> Bool {
    // FNV-1a, so that a finding is found again in another process.
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 ^ salt) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return (hash >> 32) % share == 0
}
