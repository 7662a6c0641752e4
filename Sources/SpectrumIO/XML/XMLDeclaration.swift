/// Small facts read from XML text without a parser.
enum XMLDeclaration {
    /// The encoding that the XML declaration at the start of `text` names; `nil` where there is none.
    static func encoding(of text: [UInt8]) -> String? {
        let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard text[start...].starts(with: "<?xml".utf8) else { return nil }
        return attribute("encoding", ofTagAt: start, in: text)
    }

    /// The value of an attribute of the tag that begins at `start`, as written; `nil` where it has none or the tag is
    /// not complete.
    static func attribute(_ name: String, ofTagAt start: Int, in text: [UInt8]) -> String? {
        guard let end = text[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let name = Array(name.utf8)
        var position = start
        while let equals = text[position..<end].firstIndex(of: UInt8(ascii: "=")) {
            guard let open = text[equals..<end].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
                let close = text[(open + 1)..<end].firstIndex(of: text[open])
            else { return nil }
            var nameEnd = equals
            while nameEnd > position, ASCII.isWhitespace(text[nameEnd - 1]) { nameEnd -= 1 }
            let found = text[position..<nameEnd]
            if found.reversed().starts(with: name.reversed()),
                found.count > name.count, ASCII.isWhitespace(found[nameEnd - name.count - 1])
            {
                return String(decoding: text[(open + 1)..<close], as: UTF8.self)
            }
            position = close + 1
        }
        return nil
    }
}
