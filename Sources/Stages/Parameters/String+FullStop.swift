extension String {
    /// The sentence without its full stop, as diagnostics have it, which go on behind it or end it themselves.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
