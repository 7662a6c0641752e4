import Confidence

/// The curve of one level: what is claimed from left to right, what entrapments say of it upwards.
struct EntrapmentPanel {
    typealias Point = SVGDrawing.Point
    typealias Stroke = SVGDrawing.Stroke

    /// Lines of the curves, told apart by their dashes where there is no colour.
    enum Style {
        static let band = "#cfe0f1"
        static let combined = Stroke(colour: "#1f5a94", width: 2)
        static let lower = Stroke(colour: "#1f5a94", width: 1.2)
        static let paired = Stroke(colour: "#c25a00", width: 2, dashes: "6 3")
        static let diagonal = Stroke(colour: "#666", width: 1.2, dashes: "2 3")
        static let accepted = Stroke(colour: "#222", width: 1, dashes: "9 3 2 3")
        static let grid = Stroke(colour: "#e4e4e4", width: 0.8)
        static let frame = Stroke(colour: "#444", width: 1)
    }

    private let title: String
    private let rows: [EntrapmentRow]
    private let acceptedRate: Double
    private let corner: Point
    private let size: Double
    private let claims: ClosedRange<Double>
    private let claimed: LogarithmicAxis
    private let estimated: LogarithmicAxis

    /// - Parameters:
    ///   - rows: The rows of the level by ascending claimed rate.
    ///   - corner: Upper left corner of the frame.
    ///   - size: Width and height of the frame.
    init(
        title: String, rows: [EntrapmentRow], acceptedRate: Double, claims: ClosedRange<Double>,
        estimates: ClosedRange<Double>, corner: Point, size: Double
    ) {
        self.title = title
        self.rows = rows
        self.acceptedRate = acceptedRate
        self.corner = corner
        self.size = size
        self.claims = claims
        claimed = LogarithmicAxis(claims, start: corner.x, length: size)
        estimated = LogarithmicAxis(estimates, start: corner.y + size, length: -size)
    }

    func draw(on drawing: inout SVGDrawing) {
        drawHeading(on: &drawing)
        drawAxes(on: &drawing)
        drawing.rectangle(corner, width: size, height: size, Style.frame)
        for stretch in stretches { drawCurves(stretch, on: &drawing) }
        drawAccepted(on: &drawing)
        if stretches.isEmpty {
            drawing.text(
                "nothing is accepted", at: Point(x: corner.x + 12, y: corner.y + 24), size: 12, colour: "#555")
        }
    }

    /// Rows at which something is accepted, cut where nothing is.
    private var stretches: [[EntrapmentRow]] {
        rows.split { $0.acceptedCount == 0 }.map(Array.init)
    }

    private func drawHeading(on drawing: inout SVGDrawing) {
        drawing.text(title, at: Point(x: corner.x, y: corner.y - 24), size: 14, isBold: true)
        guard let row = rows.first(where: { $0.claimedRate == acceptedRate }) else { return }
        var text = "nothing is accepted at \(Percent.text(acceptedRate))"
        if let lower = row.lower, let combined = row.combined {
            text =
                "\(Percent.text(lower)) to \(Percent.text(combined)) at \(Percent.text(acceptedRate)): "
                + row.verdict.rawValue
        }
        drawing.text(text, at: Point(x: corner.x, y: corner.y - 8), size: 11, colour: "#444")
    }

    private func drawAxes(on drawing: inout SVGDrawing) {
        let (left, right, top, bottom) = (corner.x, corner.x + size, corner.y, corner.y + size)
        for tick in claimed.ticks {
            let x = claimed.place(of: tick)
            drawing.line(Point(x: x, y: top), Point(x: x, y: bottom), Style.grid)
            drawing.line(Point(x: x, y: bottom), Point(x: x, y: bottom + 4), Style.frame)
            drawing.text(
                Percent.text(tick), at: Point(x: x, y: bottom + 17), size: 10, anchor: .middle)
        }
        for (number, tick) in estimated.ticks.enumerated() {
            let y = estimated.place(of: tick)
            drawing.line(Point(x: left, y: y), Point(x: right, y: y), Style.grid)
            drawing.line(Point(x: left - 4, y: y), Point(x: left, y: y), Style.frame)
            let sign = number == 0 ? "≤ " : ""
            drawing.text(
                sign + Percent.text(tick), at: Point(x: left - 7, y: y + 3.5), size: 10, anchor: .end)
        }
        drawing.text(
            "claimed false discovery rate", at: Point(x: left + size / 2, y: bottom + 36), size: 11, anchor: .middle)
    }

    private func drawCurves(_ rows: [EntrapmentRow], on drawing: inout SVGDrawing) {
        func points(_ bound: (EntrapmentRow) -> Double?) -> [Point] {
            rows.compactMap { row in
                bound(row).map { Point(x: claimed.place(of: row.claimedRate), y: estimated.place(of: $0)) }
            }
        }
        let (lower, combined, paired) = (points(\.lower), points(\.combined), points(\.paired))
        drawing.area(around: combined + lower.reversed(), colour: Style.band)
        drawing.path(through: lower, Style.lower)
        drawing.path(through: combined, Style.combined)
        if !paired.isEmpty { drawing.path(through: paired, Style.paired) }
    }

    /// The diagonal, where claims are just true, and the accepted rate with the bounds there.
    private func drawAccepted(on drawing: inout SVGDrawing) {
        let ends = [claims.lowerBound, claims.upperBound]
        drawing.path(
            through: ends.map { Point(x: claimed.place(of: $0), y: estimated.place(of: $0)) }, Style.diagonal)
        let x = claimed.place(of: acceptedRate)
        drawing.line(Point(x: x, y: corner.y), Point(x: x, y: corner.y + size), Style.accepted)
        guard let row = rows.first(where: { $0.claimedRate == acceptedRate }), let lower = row.lower,
            let combined = row.combined
        else { return }
        drawing.dot(Point(x: x, y: estimated.place(of: combined)), radius: 3.5, colour: Style.combined.colour)
        drawing.dot(Point(x: x, y: estimated.place(of: lower)), radius: 2.5, colour: Style.lower.colour)
        if let paired = row.paired {
            drawing.dot(Point(x: x, y: estimated.place(of: paired)), radius: 3, colour: Style.paired.colour)
        }
    }
}
