/// Pieces of a Scalable Vector Graphics drawing as text, the same bytes for the same calls.
///
/// Coordinates are in pixels from the upper left corner and written with two decimals at most.
struct SVGDrawing {
    /// A place on the drawing.
    struct Point: Hashable {
        var x: Double
        var y: Double
    }

    /// How a line looks.
    struct Stroke {
        let colour: String
        var width = 1.0
        /// Lengths of dashes and gaps, such as `4 3`; `nil` for an unbroken line.
        var dashes: String?

        fileprivate var attributes: String {
            "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(SVGDrawing.number(width))\""
                + (dashes.map { " stroke-dasharray=\"\($0)\"" } ?? "")
        }
    }

    /// Which end of a text its place is.
    enum Anchor: String {
        case start
        case middle
        case end
    }

    private var lines: [String]

    /// Begins a white drawing.
    ///
    /// - Parameter title: What the drawing shows, for who cannot see it.
    init(width: Double, height: Double, title: String) {
        let (width, height) = (Self.number(width), Self.number(height))
        lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
                + "viewBox=\"0 0 \(width) \(height)\" font-family=\"Helvetica, Arial, sans-serif\" role=\"img\">",
            "<title>\(Self.escaped(title))</title>",
            "<rect width=\"\(width)\" height=\"\(height)\" fill=\"white\"/>",
        ]
    }

    /// The whole drawing.
    var text: String { lines.joined(separator: "\n") + "\n</svg>\n" }

    mutating func line(_ from: Point, _ to: Point, _ stroke: Stroke) {
        lines.append(
            "<line x1=\"\(Self.number(from.x))\" y1=\"\(Self.number(from.y))\" x2=\"\(Self.number(to.x))\" "
                + "y2=\"\(Self.number(to.y))\" \(stroke.attributes)/>")
    }

    mutating func path(through points: [Point], _ stroke: Stroke) {
        lines.append("<polyline points=\"\(Self.list(points))\" \(stroke.attributes)/>")
    }

    mutating func area(around points: [Point], colour: String) {
        lines.append("<polygon points=\"\(Self.list(points))\" fill=\"\(colour)\"/>")
    }

    mutating func rectangle(_ corner: Point, width: Double, height: Double, _ stroke: Stroke) {
        lines.append(
            "<rect x=\"\(Self.number(corner.x))\" y=\"\(Self.number(corner.y))\" width=\"\(Self.number(width))\" "
                + "height=\"\(Self.number(height))\" \(stroke.attributes)/>")
    }

    mutating func dot(_ centre: Point, radius: Double, colour: String) {
        lines.append(
            "<circle cx=\"\(Self.number(centre.x))\" cy=\"\(Self.number(centre.y))\" r=\"\(Self.number(radius))\" "
                + "fill=\"\(colour)\"/>")
    }

    /// - Parameter isUpright: whether the text reads from below to above.
    mutating func text(
        _ text: String, at place: Point, size: Double, anchor: Anchor = .start, colour: String = "#222",
        isBold: Bool = false, isUpright: Bool = false
    ) {
        let (x, y) = (Self.number(place.x), Self.number(place.y))
        lines.append(
            "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(Self.number(size))\" fill=\"\(colour)\" "
                + "text-anchor=\"\(anchor.rawValue)\"" + (isBold ? " font-weight=\"bold\"" : "")
                + (isUpright ? " transform=\"rotate(-90 \(x) \(y))\"" : "") + ">\(Self.escaped(text))</text>")
    }

    private static func list(_ points: [Point]) -> String {
        points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    }

    /// A number in hundredths, so that the last bit of a logarithm is not seen in the file.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return hundredths.isMultiple(of: 100) ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
