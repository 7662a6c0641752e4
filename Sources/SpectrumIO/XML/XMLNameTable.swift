internal import CLibXML2

/// Maps the name pointers of one libxml2 parser to ``XMLName``.
///
/// A parser interns every name in its dictionary, so that equal names are equal pointers for as long as it lives. The
/// table is an open hash of 512 slots over those pointers; a lookup compares one or two words and makes no string.
final class XMLNameTable {
    private static let slotCount = 512

    // Constants, because every attribute of a file is looked up here: a variable of a class is checked for exclusive
    // access each time.
    private let keys: [UInt]
    private let names: [XMLName?]

    /// Interns all known names in `dictionary`.
    init(dictionary: xmlDictPtr?) {
        var keys = [UInt](repeating: 0, count: Self.slotCount)
        var names = [XMLName?](repeating: nil, count: Self.slotCount)
        for name in XMLName.allCases {
            guard let pointer = xmlDictLookup(dictionary, name.rawValue, -1) else { continue }
            let key = UInt(bitPattern: pointer)
            var slot = Self.slot(of: key)
            while keys[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
            keys[slot] = key
            names[slot] = name
        }
        self.keys = keys
        self.names = names
    }

    /// The known name that `pointer` stands for.
    func name(_ pointer: UnsafePointer<xmlChar>) -> XMLName? {
        let key = UInt(bitPattern: pointer)
        var slot = Self.slot(of: key)
        while keys[slot] != 0 {
            if keys[slot] == key { return names[slot] }
            slot = (slot &+ 1) & (Self.slotCount &- 1)
        }
        return nil
    }

    /// Multiplicative hashing of the pointer: the upper 9 bits of its product with 2^64 / golden ratio.
    ///
    /// > Source: D. E. Knuth, The Art of Computer Programming, volume 3, section 6.4.
    @inline(__always) private static func slot(of key: UInt) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
