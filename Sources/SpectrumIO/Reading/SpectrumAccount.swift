internal import Foundations
internal import SpectrumModel
internal import Synchronization

/// What the account of a file needs of a block of spectra.
struct BlockFacts: Sendable {
    var notes: SpectrumNotes
    var firstIndex: Int
    var countsByLevel: [Int: Int] = [:]
    var setAside: [SetAsideReason: Int] = [:]
    var peakCount = 0
    /// Hashes of the native identifiers, in file order.
    var identifiers: [UInt64] = []

    init(_ block: DecodedBlock) {
        notes = block.notes
        firstIndex = block.spectra.first?.index ?? 0
        identifiers.reserveCapacity(block.spectra.count)
        for item in block.spectra {
            identifiers.append(StableHash.hash(item.nativeID))
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
        var seen: Set<UInt64> = []
    }

    private let state = Mutex(State())

    /// Adds the next block.
    func add(_ facts: BlockFacts) {
        state.withLock { state in
            state.summary.spectrumCount += facts.identifiers.count
            state.summary.countsByLevel.merge(facts.countsByLevel, uniquingKeysWith: +)
            state.summary.setAside.merge(facts.setAside, uniquingKeysWith: +)
            state.summary.peakCount += facts.peakCount
            state.notes.merge(facts.notes)
            for (offset, identifier) in facts.identifiers.enumerated()
            where !state.seen.insert(identifier).inserted {
                state.notes.add(.repeatedNativeID, index: facts.firstIndex + offset)
            }
        }
    }

    /// The account once the file has been read to its end.
    func summary<Source>(finishing feed: SpectrumFeed<Source>, declaredCount: Int?) -> SpectrumFileSummary {
        let end = feed.end
        return state.withLock { state in
            state.notes.merge(end.notes)
            state.notes.compare(declared: declaredCount, found: state.summary.spectrumCount)
            state.summary.problems = state.notes.problems
            state.summary.uncompressedBytes = end.uncompressedBytes
            state.summary.fileSHA256 = end.fileSHA256
            return state.summary
        }
    }
}

extension SpectrumNotes {
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
