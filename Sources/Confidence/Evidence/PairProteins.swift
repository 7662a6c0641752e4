/// The proteins that peptide pairs point to. Most pairs of a protein point to it alone, so each list is kept once.
struct PairProteins {
    private var lists: [[Int]] = []
    private var numbers: [[Int]: UInt32] = [:]
    /// For each pair the number of its list.
    private var listOfPair = PiecewiseArray<UInt32>()

    /// Memory in use, in bytes; of the lists about.
    var byteCount: Int { listOfPair.byteCount + lists.count * 160 }

    /// For each pair, the proteins of either member as ascending positions.
    var all: [[Int]] { (0..<listOfPair.count).map { proteins(of: $0) } }

    /// The proteins of either member of a pair, as ascending positions.
    func proteins(of pair: Int) -> [Int] { lists[Int(listOfPair[pair])] }

    /// Adds proteins that a member of a pair may come from. New pairs come by ascending number.
    mutating func add(_ proteins: [Int], to pair: Int) {
        var proteins = proteins
        proteins.sortAndRemoveRepeats()
        guard pair < listOfPair.count else {
            listOfPair.append(number(of: proteins))
            return
        }
        let known = lists[Int(listOfPair[pair])]
        guard known != proteins else { return }
        proteins += known
        proteins.sortAndRemoveRepeats()
        listOfPair[pair] = number(of: proteins)
    }

    private mutating func number(of list: [Int]) -> UInt32 {
        if let number = numbers[list] { return number }
        let number = UInt32(lists.count)
        lists.append(list)
        numbers[list] = number
        return number
    }
}

extension [Int] {
    /// Brings the values into ascending order, each once.
    mutating func sortAndRemoveRepeats() {
        guard count > 1 else { return }
        sort()
        var kept = 1
        for position in 1..<count where self[position] != self[kept - 1] {
            self[kept] = self[position]
            kept += 1
        }
        removeLast(count - kept)
    }
}
