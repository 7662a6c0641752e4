import Foundations

/// Reads the entries of one FASTA file, plain or gzip, in file order.
struct FASTAReader {
    /// One entry as the file has it.
    struct Entry {
        /// Header line without `>`.
        var header: String
        /// Line of the header, from 1.
        var line: Int
        /// Residues in upper case, without gaps and without a final stop.
        var residues: [UInt8]
    }

    let path: String

    /// Calls `body` with each entry.
    ///
    /// - Throws: ``FASTAError`` naming file and line.
    func forEachEntry(_ body: (Entry) throws(FASTAError) -> Void) throws(FASTAError) {
        let lines: LineReader
        do { lines = LineReader(try ByteStream(path: path)) } catch { throw .unreadable(reason: "\(error)") }
        var entry = Entry(header: "", line: 0, residues: [])
        var line: [UInt8] = []
        while try read(&line, from: lines) {
            if lines.lineNumber == 1 && line.starts(with: Self.byteOrderMark) { line.removeFirst(3) }
            if line.first == UInt8(ascii: ">") {
                if entry.line > 0 { try body(complete(entry)) }
                let header = line.dropFirst().drop(while: \.isASCIIBlank)
                entry = Entry(header: String(decoding: header, as: UTF8.self), line: lines.lineNumber, residues: [])
            } else if line.first == UInt8(ascii: ";") {
                continue
            } else if entry.line > 0 {
                try append(line, at: lines.lineNumber, to: &entry.residues)
            } else if !line.allSatisfy(\.isASCIIBlank) {
                throw .notFASTA(path: path, line: lines.lineNumber)
            }
        }
        guard entry.line > 0 else { throw .empty(path: path) }
        try body(complete(entry))
    }

    private func read(_ line: inout [UInt8], from lines: LineReader) throws(FASTAError) -> Bool {
        do { return try lines.next(into: &line) } catch { throw .unreadable(reason: "\(error)") }
    }

    private func append(_ line: [UInt8], at number: Int, to residues: inout [UInt8]) throws(FASTAError) {
        // Most lines are nothing but residues in upper case.
        if line.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
            residues.append(contentsOf: line)
            return
        }
        for (column, byte) in line.enumerated() {
            // Without bit 5 a lower-case letter is its upper-case one, and no other byte becomes a letter.
            let upper = byte & 0xDF
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper) {
                residues.append(upper)
            } else if byte == UInt8(ascii: "*") {
                residues.append(byte)
            } else if byte != UInt8(ascii: "-") && !byte.isASCIIBlank {
                throw .invalidResidue(
                    path: path, line: number, column: column + 1, character: Character(UnicodeScalar(byte)))
            }
        }
    }

    private func complete(_ entry: Entry) throws(FASTAError) -> Entry {
        var entry = entry
        while entry.residues.last == UInt8(ascii: "*") { entry.residues.removeLast() }
        guard !entry.header.isEmpty else {
            throw .missingAccession(path: path, line: entry.line)
        }
        if entry.residues.isEmpty {
            let accession = FASTAHeader(parsing: entry.header).accession
            throw .missingSequence(path: path, line: entry.line, accession: accession)
        }
        return entry
    }

    /// What some editors put in front of UTF-8 text.
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
