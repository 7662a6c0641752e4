/// Which modifications a peptidoform carries, whatever the places.
package enum ModificationComposition {
    /// The names of all modifications in a ProForma 2.0 string, sorted, each as often as it occurs, joined by `;`.
    ///
    /// Names stand in `[...]` beside a residue or terminus, in `{...}` where the place is not known, and in `<...>`
    /// for the whole peptide. Brackets of one kind may be nested; others may occur in names (`Gln->pyro-Glu`). Labels
    /// behind `#` tell places apart and are left out, as are further places of a modification (`[#g1]`).
    ///
    /// > Source: LeDuc et al., "ProForma 2.0", J. Proteome Res. 21 (2022), 1189-1195, PMC7612572.
    package static func key(ofProForma text: String) -> String {
        var names: [String] = []
        var name: [UInt8] = []
        var brackets: (opening: UInt8, closing: UInt8)?
        var depth = 0
        for byte in text.utf8 {
            guard let kind = brackets else {
                brackets = kindOpened(by: byte)
                depth = 1
                continue
            }
            if byte == kind.opening { depth += 1 }
            if byte == kind.closing { depth -= 1 }
            if depth == 0 {
                let text = name.prefix { $0 != UInt8(ascii: "#") }
                if !text.isEmpty { names.append(String(decoding: text, as: UTF8.self)) }
                name.removeAll(keepingCapacity: true)
                brackets = nil
            } else {
                name.append(byte)
            }
        }
        return names.sorted().joined(separator: ";")
    }

    private static func kindOpened(by byte: UInt8) -> (opening: UInt8, closing: UInt8)? {
        switch byte {
        case UInt8(ascii: "["): (byte, UInt8(ascii: "]"))
        case UInt8(ascii: "{"): (byte, UInt8(ascii: "}"))
        case UInt8(ascii: "<"): (byte, UInt8(ascii: ">"))
        default: nil
        }
    }
}
