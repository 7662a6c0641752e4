internal import Foundations
internal import SpectrumModel
internal import Synchronization

/// What the account of a file needs of a block of spectra.
struct BlockFacts: Sendable {
    var notes: SpectrumNotes
    var arrayEncodings: ArrayEncodings
    var countsByLevel: [Int: Int] = [:]
    var setAside: [SetAsideReason: Int] = [:]
    var peakCount = 0
    /// Hashes of the native identifiers, in file order.
    var identifiers: [UInt64] = []
    /// First and last retention time in seconds, and where times are earlier than the one before.
    var times = RetentionTimeOrder()

    init(_ block: DecodedBlock) {
        notes = block.notes
        arrayEncodings = block.arrayEncodings
        identifiers.reserveCapacity(block.spectra.count)
        for item in block.spectra {
            identifiers.append(StatedIndex.hash(of: item.nativeID))
            if item.nativeID.utf8.contains(0xEF), item.nativeID.contains("\u{FFFD}") {
                notes.add(.wrongText, index: item.index)
            }
            times.add(item.retentionTimeSeconds, index: item.index)
            switch item {
            case .spectrum(let spectrum):
                countsByLevel[spectrum.msLevel, default: 0] += 1
                peakCount += spectrum.peakCount
            case .setAside(let summary, _, _):
                if let reason = summary.setAside { setAside[reason, default: 0] += 1 }
            }
        }
    }
}

/// Adds up the account of a file, block after block in file order.
///
/// Repeated native identifiers are found by their 64-bit hashes: 8 bytes a spectrum, and a false alarm once in about
/// 10^7 files of a million spectra.
final class SpectrumAccount: Sendable {
    private struct State {
        var summary = SpectrumFileSummary()
        var notes = SpectrumNotes()
        /// Hashes of all native identifiers, in file order.
        var identifiers: [UInt64] = []
        var times = RetentionTimeOrder()
    }

    private let format: SpectrumFileFormat
    private let state = Mutex(State())

    /// An account of nothing so far. The entries of MGF files have no order, so that their times are not compared.
    init(format: SpectrumFileFormat) { self.format = format }

    /// Adds the next block.
    func add(_ facts: BlockFacts) {
        state.withLock { state in
            state.summary.spectrumCount += facts.identifiers.count
            state.summary.countsByLevel.merge(facts.countsByLevel, uniquingKeysWith: +)
            state.summary.setAside.merge(facts.setAside, uniquingKeysWith: +)
            state.summary.peakCount += facts.peakCount
            state.notes.merge(facts.notes)
            state.summary.arrayEncodings.merge(facts.arrayEncodings)
            state.identifiers += facts.identifiers
            state.times.merge(facts.times)
        }
    }

    /// The account once the file has been read to its end.
    func summary<Source>(finishing feed: SpectrumFeed<Source>, declaredCount: Int?) -> SpectrumFileSummary {
        let end = feed.finish()
        return state.withLock { state in
            state.notes.merge(end.notes)
            if format != .mgf { state.times.addNotes(to: &state.notes) }
            let indexNotes = end.claims.problems(identifiers: state.identifiers)
            state.summary.index = end.claims.index.isAbsent ? .absent : indexNotes.problems.isEmpty ? .right : .wrong
            state.notes.merge(indexNotes)
            state.summary.checksum = state.notes.judge(end.checksum)
            state.notes.addRepeats(in: state.identifiers)
            state.notes.compare(declared: declaredCount, found: state.summary.spectrumCount)
            state.summary.problems = state.notes.problems
            state.summary.uncompressedBytes = end.uncompressedBytes
            state.summary.fileSHA256 = end.fileSHA256
            return state.summary
        }
    }
}

extension SpectrumNotes {
    /// Notes a checksum that does not match.
    fileprivate mutating func judge(_ checksum: ContentChecksum.Outcome?) -> FileClaim? {
        switch checksum {
        case nil: return nil
        case .absent: return .absent
        case .right: return .right
        case .wrong(let stated, let found):
            add(.wrongChecksum, index: nil, detail: "stated \(stated), found \(found)")
            return .wrong
        }
    }

    /// Notes spectra whose identifier an earlier one has.
    fileprivate mutating func addRepeats(in identifiers: [UInt64]) {
        let sorted = identifiers.sorted()
        let repeated = Set(zip(sorted, sorted.dropFirst()).lazy.filter { $0 == $1 }.map(\.0))
        guard !repeated.isEmpty else { return }
        var seen: Set<UInt64> = []
        for (index, identifier) in identifiers.enumerated() where repeated.contains(identifier) {
            if !seen.insert(identifier).inserted { add(.repeatedNativeID, index: index) }
        }
    }

    /// Notes a difference between the declared number of spectra and the number found.
    fileprivate mutating func compare(declared: Int?, found: Int) {
        guard let declared, declared != found else { return }
        let kind: ReadProblem.Kind = found > declared ? .moreSpectraThanDeclared : .fewerSpectraThanDeclared
        add(kind, index: nil, detail: "declared \(declared), found \(found)")
    }
}

/// Elements gathered by a closure that is called in order.
final class Collector<Element: Sendable>: Sendable {
    private let storage = Mutex<[Element]>([])

    /// The elements so far.
    var elements: [Element] { storage.withLock { $0 } }

    /// Adds elements at the end.
    func append(contentsOf elements: [Element]) { storage.withLock { $0.append(contentsOf: elements) } }
}
