extension UInt8 {
    /// Whether the byte is white space in ASCII: a space, tab, line feed, vertical tab, form feed or carriage return (what
    /// `isspace` takes in the C locale).
    package var isASCIIBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
